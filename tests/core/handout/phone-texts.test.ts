import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { buildSheets } from '../../../core/handout/build-sheets'
import { calendarFile } from '../../../core/handout/calendar-file'
import { phoneTexts } from '../../../core/handout/phone-texts'
import { handoutOf, someClinic } from '../../support/handout-request'
import { shippedBundle } from '../../support/words'

// A thousand whole handouts take some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const bundle = await shippedBundle()
const ids = Object.keys(bundle.exercises).filter((id) => bundle.exercises[id]?.enabled)
const words = bundle.words['en']
const calendar = calendarFile('2026-03-09', 14, 'My handout')
const bytes = (text: string): number => new TextEncoder().encode(text).length
const forPhone = (exercises: readonly string[], capacity: number) => {
  const [sheet] = buildSheets(handoutOf(exercises), bundle, someClinic)
  if (!sheet) throw new Error('no sheet')
  return phoneTexts(sheet, calendar, (text) => bytes(text) <= capacity)
}

describe('the codes for a phone', () => {
  it('hold every name and the whole safety net, whatever is left out', () =>
    fc.assert(
      fc.property(
        fc.subarray(ids, { minLength: 1 }),
        fc.integer({ min: 150, max: 2500 }),
        (chosen, capacity) => {
          const { texts } = forPhone(chosen, capacity)
          const all = texts.join('\n')
          for (const id of chosen) expect(all).toContain(words?.exercises?.exercises[id]?.name)
          for (const sign of words?.safetyNet.signs ?? []) expect(all).toContain(sign)
          expect(all).toContain('911')
          for (const text of texts) expect(bytes(text)).toBeLessThanOrEqual(capacity)
        },
      ),
      { numRuns: 1000 },
    ))

  it('are three at most where a code holds what a 21.5" screen can show', () =>
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (chosen) => {
        const { texts, calendar: own } = forPhone(chosen, 1273)
        expect(texts.length + (own === null ? 0 : 1)).toBeLessThanOrEqual(3)
      }),
      { numRuns: 1000 },
    ))

  it('leave out the calendar first, then the steps, then the doses', () => {
    const capacities = [4000, 1273, 900, 700, 500, 400, 330, 300]
    const found = capacities.map((capacity) =>
      forPhone(ids.slice(0, 6), capacity).leftOut.join(' '),
    )
    const order = ['', 'calendar', 'calendar steps', 'calendar steps doses']
    expect(found.map((one) => order.indexOf(one))).toEqual(
      found.map((one) => order.indexOf(one)).toSorted((one, other) => one - other),
    )
    expect(new Set(found)).toEqual(new Set(order))
  })
})

it('a reminder comes each day at nine, from the next day on, over the end of a month', () => {
  const lines = calendarFile('2026-02-28', 28, 'Mine, and more').split('\r\n')
  expect(lines).toContain('DTSTART:20260301T090000')
  expect(lines).toContain('RRULE:FREQ=DAILY;COUNT=28')
  expect(lines).toContain('SUMMARY:Mine\\, and more')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-2)).toBe('END:VCALENDAR')
})
