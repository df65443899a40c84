import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readFileSync } from 'node:fs'
import { doseInWords } from '../../../core/exercises/dose-in-words'
import { Dose, DoseWords } from '../../../core/schema/exercise'

/** The words that ship, since whether they fit together is what is asked here. */
const shipped: unknown = parse(readFileSync('content/words/en/exercises.yaml', 'utf8'))
const WORDS = DoseWords.parse((shipped as { dose: unknown }).dose)

const dose = (parts: object[], more: object = {}) =>
  Dose.parse({
    daysPerWeek: 7,
    parts: parts.map((part, i) => ({ id: `p${String(i)}`, ...part })),
    ...more,
  })
const inWords = (given: Dose, sides: 'both' | 'each' = 'both', names = {}) =>
  doseInWords({ dose: given, sides }, WORDS, 'en', names)

describe('a dose in English', () => {
  it.each([
    ['one time', [{ reps: 1 }], 'both', 'Do it 1 time.'],
    ['on each side', [{ reps: 3 }], 'each', 'Do it 3 times on each side.'],
    ['a range', [{ reps: { min: 8, max: 12 } }], 'both', 'Do it 8 to 12 times.'],
    ['sets', [{ sets: 3, reps: { min: 8, max: 12 } }], 'both', 'Do 3 sets of 8 to 12.'],
    ['one set', [{ sets: 1, reps: 10 }], 'both', 'Do it 10 times.'],
    [
      'minutes',
      [{ minutes: { min: 1, max: 2 } }],
      'each',
      'Do it for 1 to 2 minutes on each side.',
    ],
    ['one minute', [{ minutes: 1 }], 'both', 'Do it for 1 minute.'],
    [
      'a hold and a rest',
      [{ sets: 2, reps: 10, holdSeconds: 5, restSeconds: 60 }],
      'both',
      'Do 2 sets of 10. Hold for 5 seconds each time. Rest for 60 seconds between sets.',
    ],
    [
      'a hold of one second',
      [{ reps: 2, holdSeconds: 1 }],
      'both',
      'Do it 2 times. Hold for 1 second each time.',
    ],
    [
      'a hold that may be shorter',
      [{ reps: 2, holdSeconds: 30, orLess: true }],
      'both',
      'Do it 2 times. Hold for up to 30 seconds each time.',
    ],
  ] as const)('%s', (_, parts, sides, line) => {
    expect(inWords(dose([...parts]), sides)).toEqual([line, 'Do this every day.'])
  })

  it.each([
    [{ daysPerWeek: 3 }, 'Do this 3 days a week.'],
    [{ daysPerWeek: 1 }, 'Do this 1 day a week.'],
    [{ daysPerWeek: { min: 5, max: 7 } }, 'Do this 5 to 7 days a week.'],
    [{ timesPerDay: 3, daysPerWeek: 7 }, 'Do this 3 times a day, every day.'],
    [{ timesPerDay: { min: 1, max: 2 } }, 'Do this 1 to 2 times a day, every day.'],
    [{ timesPerDay: 2, daysPerWeek: 5 }, 'Do this 2 times a day, 5 days a week.'],
  ])('how often: %j', (more, line) => {
    expect(inWords(dose([{ reps: 1 }], more)).at(-1)).toBe(line)
  })

  it('names the parts where there is more than one', () => {
    const two = dose([{ reps: 3 }, { reps: 5 }])
    expect(inWords(two, 'both', { p0: 'Straight knee', p1: 'Bent knee' }).slice(0, 2)).toEqual([
      'Straight knee: Do it 3 times.',
      'Bent knee: Do it 5 times.',
    ])
    expect(inWords(dose([{ reps: 3 }]), 'both', { p0: 'Alone' })[0]).toBe('Do it 3 times.')
  })

  it('says how a walk grows', () => {
    const growth = { minutesPerWeek: { min: 2, max: 5 }, upToMinutes: 30, withinMonths: 6 }
    expect(inWords(dose([{ minutes: { min: 5, max: 10 } }], { growth }))).toEqual([
      'Do it for 5 to 10 minutes.',
      'Add 2 to 5 minutes each week. Build up to 30 minutes within about 6 months.',
      'Do this every day.',
    ])
  })
})

describe('any dose', () => {
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.nat(30))
    .map(([min, more]) => ({ min, max: min + more }))
  const part = fc.record(
    { reps: amount, sets: amount, holdSeconds: amount, restSeconds: amount },
    { requiredKeys: ['reps'] },
  )

  it('has each of its numbers said, and no other', () => {
    fc.assert(
      fc.property(
        part,
        amount,
        fc.constantFrom('both' as const, 'each' as const),
        (given, times, sides) => {
          const daysPerWeek = { min: 3, max: 4 }
          const lines = inWords(dose([given], { timesPerDay: times, daysPerWeek }), sides)
          const said = lines.join(' ').match(/\d+/g)?.map(Number) ?? []
          const isSaid = ({ min, max }: { min: number; max: number }) => min !== 1 || max !== 1
          const sets = given.sets && isSaid(given.sets) ? given.sets : undefined
          const amounts = [given.reps, sets, given.holdSeconds, given.restSeconds, daysPerWeek]
          if (isSaid(times)) amounts.push(times)
          const expected = amounts.flatMap((one) => (one ? [one.min, one.max] : []))
          expect(new Set(said)).toEqual(new Set(expected))
          for (const line of lines) expect(line).toMatch(/\.$/)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
