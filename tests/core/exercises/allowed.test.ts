import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowanceOf,
  allowances,
  type Allowance,
  type Guarded,
} from '../../../core/exercises/allowed'
import type { SafetyColumn, SafetySign } from '../../../core/schema/exercise'
import { SAFETY_COLUMNS, SAFETY_FLAGS } from '../../../core/schema/exercise-names'

const FINE = Object.fromEntries(
  SAFETY_COLUMNS.map((column) => [column, 'yes']),
) as Guarded['safety']
const variant = (...notWith: SafetyColumn[]) => ({ notWith })
const exercise: Guarded = {
  safety: { ...FINE, t3: 'change', sci: 'change', sur: 'no', frx: 'no' },
  notWith: ['C-thin'],
  easier: variant(),
  harder: variant('bal'),
}
const withSigns = (...signs: SafetySign[]) => allowanceOf(exercise, new Set(signs))

describe('what is left of an exercise', () => {
  it('is all of it when nothing speaks against it', () => {
    const all = { state: 'shown', versions: ['main', 'easier', 'harder'] }
    expect(withSigns()).toEqual(all)
    expect(withSigns('t1', 'neu', 'C-joint')).toEqual(all)
  })

  it('is not the harder way with a sign that this way alone does not allow', () => {
    expect(withSigns('bal')).toEqual({ state: 'shown', versions: ['main', 'easier'] })
  })

  it('is the easier way alone, with every column that asks for it', () => {
    expect(withSigns('sci', 'bal', 't3')).toEqual({ state: 'changed', because: ['t3', 'sci'] })
  })

  it('is nothing with one no, whatever else there is, and every no is named', () => {
    expect(withSigns('frx', 't3', 'sur')).toEqual({ state: 'left-out', because: ['sur', 'frx'] })
    expect(withSigns('C-thin', 'sur')).toEqual({ state: 'left-out', because: ['sur', 'C-thin'] })
  })

  it('is nothing where the easier way is not allowed either', () => {
    const guarded = { ...exercise, easier: variant('sci') }
    expect(allowanceOf(guarded, new Set(['t3', 'sci']))).toEqual({
      state: 'left-out',
      because: ['sci'],
    })
  })

  it('has no harder way where there is none', () => {
    const { safety, notWith, easier } = exercise
    const guarded = { safety, notWith, easier }
    expect(allowanceOf(guarded, new Set())).toMatchObject({ versions: ['main', 'easier'] })
  })
})

describe('an exercise that is off', () => {
  const glide = { ...exercise, id: 'glide', enabled: false }
  const walk = { ...exercise, id: 'walk', enabled: true }

  it('is not there until somebody of the site switches it on', () => {
    expect([...allowances([glide, walk], new Set()).keys()]).toEqual(['walk'])
    const both = allowances([glide, walk], new Set(['sur']), new Set(['glide']))
    expect([...both].map(([id, { state }]) => [id, state])).toEqual([
      ['glide', 'left-out'],
      ['walk', 'left-out'],
    ])
  })
})

describe('for any exercise and any signs', () => {
  const verdict = fc.constantFrom('yes' as const, 'change' as const, 'no' as const)
  const columns = fc.subarray([...SAFETY_COLUMNS])
  const someExercise: fc.Arbitrary<Guarded> = fc.record({
    safety: fc
      .tuple(...SAFETY_COLUMNS.map(() => verdict))
      .map(
        (marks) =>
          Object.fromEntries(
            SAFETY_COLUMNS.map((column, i) => [column, marks[i]]),
          ) as Guarded['safety'],
      ),
    notWith: fc.subarray([...SAFETY_FLAGS]),
    easier: columns.map((notWith) => ({ notWith })),
    harder: columns.map((notWith) => ({ notWith })),
  })
  const sign = fc.constantFrom<SafetySign>(...SAFETY_COLUMNS, ...SAFETY_FLAGS)
  const signs = fc.uniqueArray(sign)

  const versionsOf = (allowance: Allowance): readonly string[] =>
    allowance.state === 'shown'
      ? allowance.versions
      : allowance.state === 'changed'
        ? ['easier']
        : []

  it('one more sign never adds an exercise or a way of doing it', () => {
    fc.assert(
      fc.property(someExercise, signs, sign, (guarded, given, more) => {
        const before = versionsOf(allowanceOf(guarded, new Set(given)))
        const after = versionsOf(allowanceOf(guarded, new Set([...given, more])))
        expect(before).toEqual(expect.arrayContaining([...after]))
      }),
      { numRuns: 2000 },
    )
  })

  it('the order of the signs does not matter', () => {
    fc.assert(
      fc.property(someExercise, signs, (guarded, given) => {
        const backwards = new Set([...given].reverse())
        expect(allowanceOf(guarded, backwards)).toEqual(allowanceOf(guarded, new Set(given)))
      }),
      { numRuns: 1000 },
    )
  })

  it('what is left out or changed names signs that were given, and at least one', () => {
    fc.assert(
      fc.property(someExercise, signs, (guarded, given) => {
        const allowance = allowanceOf(guarded, new Set(given))
        if (allowance.state === 'shown') return
        expect(allowance.because.length).toBeGreaterThan(0)
        expect(given).toEqual(expect.arrayContaining([...allowance.because]))
      }),
      { numRuns: 1000 },
    )
  })
})
