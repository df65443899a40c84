import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCounts, withoutOld } from '../../../core/counts/add-counts'
import { cellsByKind, countsAsCsv, shownCounts, sumOf } from '../../../core/counts/shown-counts'
import { COUNTED, ShownCounts, type Counted, type DayCounts } from '../../../core/schema/counts'

const event: fc.Arbitrary<Counted> = fc.record({
  what: fc.constantFrom(...COUNTED),
  which: fc.constantFrom('all', 'feet', 'calf-stretch', '1', 'zh-Hans'),
})
const day = fc.constantFrom('2026-01-31', '2026-02-01', '2026-12-31')
const visits = fc.array(fc.tuple(day, fc.array(event, { maxLength: 30 })), { maxLength: 8 })
const counted = (all: [string, Counted[]][]): DayCounts =>
  all.reduce<DayCounts>((sum, [on, events]) => addCounts(sum, on, events), {})

const HAPPENED: DayCounts = {
  '2026-11-02': { start: { all: 12 }, chapter: { feet: 4, back: 5 } },
  '2026-11-01': { start: { all: 1 } },
}

it('counts every event once, on its day', () => {
  fc.assert(
    fc.property(visits, (all) => {
      const days = counted(all)
      for (const [on, things] of Object.entries(days))
        for (const [what, kinds] of Object.entries(things))
          for (const [which, count] of Object.entries(kinds))
            expect(count).toBe(
              all
                .filter(([other]) => other === on)
                .flatMap(([, events]) => events)
                .filter((one) => one.what === what && one.which === which).length,
            )
      const cells = Object.values(days).flatMap((things) => Object.values(things))
      const sum = cells.flatMap((kinds) => Object.values(kinds)).reduce((a, b) => a + b, 0)
      expect(sum).toBe(all.flatMap(([, events]) => events).length)
    }),
  )
})

it('keeps nothing of the order in which things happened', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const forwards = addCounts({}, '2026-11-02', events)
      const backwards = addCounts({}, '2026-11-02', [...events].reverse())
      expect(countsAsCsv(shownCounts(forwards))).toBe(countsAsCsv(shownCounts(backwards)))
    }),
  )
})

it('never shows a number from 1 to 4, neither on screen nor in the file', () => {
  fc.assert(
    fc.property(visits, (all) => {
      const shown = shownCounts(counted(all))
      expect(ShownCounts.parse(shown)).toEqual(shown)
      for (const line of countsAsCsv(shown).split('\r\n').slice(1, -1))
        expect(line).toMatch(/^\d{4}-\d\d-\d\d,[a-z-]+,[A-Za-z0-9-]+,(1-4|[5-9]|[1-9]\d+)$/)
    }),
  )
})

it('gives no hidden number away in a sum', () => {
  const shown = shownCounts(HAPPENED)
  const cells = cellsByKind(shown, 'start', ['2026-11-01', '2026-11-02', '2026-11-03'])
  expect(cells).toEqual(new Map([['all', ['few', 12, undefined]]]))
  expect(sumOf(cells.get('all') ?? [])).toEqual({ known: 12, isMore: true })
  expect(sumOf([undefined, 5])).toEqual({ known: 5, isMore: false })
})

it('writes one line for each cell, by day', () => {
  expect(countsAsCsv(shownCounts(HAPPENED))).toBe(
    [
      'day,what,which,count',
      '2026-11-01,start,all,1-4',
      '2026-11-02,start,all,12',
      '2026-11-02,chapter,back,5',
      '2026-11-02,chapter,feet,1-4',
      '',
    ].join('\r\n'),
  )
})

it('forgets the days before the oldest, and keeps one that is still to come', () => {
  const days = { ...HAPPENED, '2027-11-02': { start: { all: 3 } } }
  expect(Object.keys(withoutOld(days, '2026-11-02'))).toEqual(['2026-11-02', '2027-11-02'])
})
