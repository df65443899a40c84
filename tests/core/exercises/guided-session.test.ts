import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  guidedSession,
  phaseAt,
  type GuidedPhase,
  type GuidedSession,
} from '../../../core/exercises/guided-session'
import { versionOf } from '../../../core/exercises/version-of'
import type { DosePart, Exercise } from '../../../core/schema/exercise'
import { EXERCISE_VERSIONS } from '../../../core/schema/exercise-names'
import { shippedExercises } from '../../support/triage'

type Dosed = Pick<Exercise, 'dose' | 'sides'>

const exact = (number: number) => ({ min: number, max: number })
const exercise = (sides: Exercise['sides'], ...parts: DosePart[]): Dosed => ({
  sides,
  dose: { adapted: false, parts, timesPerDay: exact(1), daysPerWeek: exact(7) },
})
const part = (id: string, numbers: Partial<DosePart>): DosePart => ({
  id,
  orLess: false,
  tempo: { up: 2, down: 3 },
  ...numbers,
})
const sessionOf = (dosed: Dosed): GuidedSession => {
  const session = guidedSession(dosed)
  if (!session) throw new Error('this exercise should have a tempo')
  return session
}
const kinds = ({ phases }: GuidedSession): string[] => phases.map(({ kind }) => kind)
const only = ({ phases }: GuidedSession, kind: GuidedPhase['kind']): GuidedPhase[] =>
  phases.filter((phase) => phase.kind === kind)

describe('a guided exercise', () => {
  it('makes ready, counts in, moves with holds, and is done', () => {
    const session = sessionOf(
      exercise('both', part('lift', { reps: exact(2), holdSeconds: exact(5) })),
    )
    expect(kinds(session)).toEqual([
      'ready',
      'count-in',
      'up',
      'hold',
      'down',
      'up',
      'hold',
      'down',
      'done',
    ])
    expect(session.phases.map(({ rep }) => rep)).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2])
  })

  it('rests between sets and counts in again, but not after the last set', () => {
    const session = sessionOf(
      exercise('both', part('stand', { sets: exact(3), reps: exact(1), restSeconds: exact(60) })),
    )
    expect(only(session, 'rest').map(({ set, seconds }) => [set, seconds])).toEqual([
      [2, 60],
      [3, 60],
    ])
    expect(kinds(session).slice(-4)).toEqual(['count-in', 'up', 'down', 'done'])
  })

  it('does all parts on one side, and then the same on the other', () => {
    const session = sessionOf(
      exercise('each', part('one', { reps: exact(1) }), part('two', { reps: exact(1) })),
    )
    expect(only(session, 'up').map(({ side, part: id }) => `${side} ${id}`)).toEqual([
      'left one',
      'left two',
      'right one',
      'right two',
    ])
    expect(kinds(session).filter((kind) => kind === 'switch')).toHaveLength(1)
    expect(kinds(session).filter((kind) => kind === 'next-part')).toHaveLength(2)
  })

  it('takes the smaller number of each range', () => {
    const range = { min: 8, max: 12 }
    const session = sessionOf(
      exercise('both', part('lift', { reps: range, sets: { min: 2, max: 3 }, holdSeconds: range })),
    )
    expect(only(session, 'up')).toHaveLength(16)
    expect(only(session, 'hold')[0]?.seconds).toBe(8)
  })

  it('fills minutes with repetitions that are not counted to a total', () => {
    const session = sessionOf(
      exercise('both', part('roll', { minutes: exact(1), tempo: { up: 3, down: 3 } })),
    )
    expect(only(session, 'up')).toHaveLength(10)
    expect(session.phases.every(({ isTimed }) => isTimed)).toBe(true)
  })

  it('is none where a part has no tempo', () => {
    const walk: DosePart = { id: 'walk', orLess: false, minutes: exact(5) }
    expect(guidedSession(exercise('both', walk))).toBeNull()
  })
})

describe('the phase at a time', () => {
  const session = sessionOf(exercise('both', part('lift', { reps: exact(1) })))

  it('changes at the very moment that a phase begins', () => {
    for (const phase of session.phases) {
      const at = phaseAt(session, phase.from)
      expect(at.from).toBe(phase.from)
    }
    expect(phaseAt(session, 9.99).kind).toBe('ready')
    expect(phaseAt(session, 10).kind).toBe('count-in')
  })

  it('is the first before the beginning, and done at the end and after', () => {
    expect(phaseAt(session, -1).kind).toBe('ready')
    expect(phaseAt(session, session.seconds).kind).toBe('done')
    expect(phaseAt(session, session.seconds + 100).kind).toBe('done')
  })
})

const amount = (max: number) =>
  fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 0, max: 5 })).map(([min, more]) => ({
    min,
    max: min + more,
  }))
const seconds = fc.integer({ min: 1, max: 6 })
const somePart = fc
  .record(
    {
      reps: amount(12),
      sets: amount(3),
      holdSeconds: amount(30),
      restSeconds: amount(60),
      tempo: fc.record({ up: seconds, down: seconds }),
    },
    { requiredKeys: ['reps', 'tempo'] },
  )
  .map((numbers) => ({ ...numbers, id: 'part', orLess: false }))
const someExercise = fc
  .record({
    sides: fc.constantFrom<Exercise['sides']>('both', 'each'),
    parts: fc.array(somePart, { minLength: 1, maxLength: 3 }),
  })
  .map(({ sides, parts }) =>
    exercise(sides, ...parts.map((some, at) => ({ ...some, id: `part-${at}` }))),
  )
const RUNS = { numRuns: 1_000 }

describe('every guided exercise', () => {
  it('takes as long as its phases together, without gap or overlap', () => {
    fc.assert(
      fc.property(someExercise, (dosed) => {
        const session = sessionOf(dosed)
        const ends = session.phases.map(({ from, seconds: long }) => from + long)
        expect(session.phases.map(({ from }) => from)).toEqual([0, ...ends.slice(0, -1)])
        expect(session.seconds).toBe(session.phases.reduce((sum, some) => sum + some.seconds, 0))
      }),
      RUNS,
    )
  })

  it('does the repetitions and sets of the dose on each side, and holds each as long', () => {
    fc.assert(
      fc.property(someExercise, (dosed) => {
        const session = sessionOf(dosed)
        const sides = dosed.sides === 'each' ? ['left', 'right'] : ['both']
        for (const side of sides)
          for (const { id, reps, sets, holdSeconds } of dosed.dose.parts) {
            const mine = session.phases.filter((some) => some.side === side && some.part === id)
            const ups = mine.filter(({ kind }) => kind === 'up')
            const holds = mine.filter(({ kind }) => kind === 'hold')
            const total = (reps?.min ?? 0) * (sets?.min ?? 1)
            expect(ups).toHaveLength(total)
            expect(new Set(ups.map(({ set, rep }) => `${set}/${rep}`)).size).toBe(total)
            expect(holds).toHaveLength(holdSeconds ? total : 0)
            expect(holds.every(({ seconds: long }) => long === holdSeconds?.min)).toBe(true)
          }
      }),
      RUNS,
    )
  })

  it('gives each side the same', () => {
    fc.assert(
      fc.property(someExercise, (dosed) => {
        const { phases } = sessionOf({ ...dosed, sides: 'each' })
        const moves = (side: GuidedPhase['side']): string =>
          phases
            .filter((some) => some.side === side)
            .filter(({ kind }) => kind !== 'ready' && kind !== 'switch' && kind !== 'done')
            .map(({ kind, part: id, set, rep, seconds: long }) => [kind, id, set, rep, long].join())
            .join('\n')
        expect(moves('left')).toBe(moves('right'))
      }),
      RUNS,
    )
  })

  it('is never without a phase, and never goes back', () => {
    fc.assert(
      fc.property(
        someExercise,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (dosed, parts) => {
          const session = sessionOf(dosed)
          const times = parts.map((some) => some * session.seconds).sort((a, b) => a - b)
          const starts = times.map((time) => phaseAt(session, time).from)
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
          expect(times.every((time, at) => (starts[at] ?? Infinity) <= time)).toBe(true)
        },
      ),
      RUNS,
    )
  })
})

describe('the shipped exercises', () => {
  it('can all be guided in each of their ways, but for the walk', () => {
    const without = shippedExercises.flatMap((some) =>
      EXERCISE_VERSIONS.flatMap((version) => {
        const way = versionOf(some, version)
        return way && !guidedSession(way) ? [some.id] : []
      }),
    )
    expect(new Set(without)).toEqual(new Set(['walking-plan']))
  })

  it('are done together within a quarter of an hour, so that nobody counts as there for ever', () => {
    for (const some of shippedExercises) {
      const session = guidedSession(some)
      expect(session?.seconds ?? 0, some.id).toBeLessThan(15 * 60)
    }
  })
})
