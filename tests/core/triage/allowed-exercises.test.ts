import { describe, expect, it } from 'vitest'
import { SAFETY_COLUMNS, type SafetySign } from '../../../core/schema/exercise'
import {
  allowedExercises,
  exerciseFilterOf,
  NO_ANSWERS,
} from '../../../core/triage/allowed-exercises'
import { flagsOf } from '../../../core/triage/flags-of'
import { assess } from '../../../core/triage/result-of'
import { shipped, shippedExercises } from '../../support/triage'
import { answersWith } from './expected-levels'

const { triage } = shipped
const safety = triage.exerciseSafety

/** By hand from the clinical evidence: Y fine, C the easier version, N left out. */
const TABLE = `
X01 Y Y C C Y N N C C
X02 Y Y C C C N N Y Y
X03 Y Y Y C Y N N Y Y
X04 Y Y Y C Y N N Y Y
X05 Y Y C N C N N Y Y
X06 Y Y C C Y N N C Y
X07 Y Y Y Y Y C N Y Y
X08 Y C C Y C N N Y N
X09 C C N N N N N Y N
X10 Y C N Y Y N N Y C
X11 Y C C Y C N N Y Y
X12 Y Y C Y C N N Y C
X13 Y Y C Y Y N N C C
X14 Y Y Y Y Y N N Y Y
X15 Y Y C Y Y N N C C
X16 Y C C C C N N C Y
X17 Y Y Y Y Y N N C Y
X18 Y Y Y C Y C N C C
`
const ROWS = TABLE.trim()
  .split('\n')
  .map((row) => row.split(' '))
const CELLS = ROWS.flatMap(([code = '', ...marks]) =>
  marks.map((mark, index) => ({ code, mark, sign: SAFETY_COLUMNS[index] ?? 't1' })),
)
const codeOf = new Map(shippedExercises.map(({ id, code }) => [id, code]))

/** Codes of what is left over, with a star where only the easier version is. */
const codes = (allowed: ReturnType<typeof allowedExercises>) =>
  allowed.map(({ id, version }) => `${codeOf.get(id) ?? id}${version === 'easier' ? '*' : ''}`)
const leftWith = (yes: readonly string[], context = {}, added: SafetySign[] = []) => {
  const answers = answersWith(yes, context)
  const filter = exerciseFilterOf(
    safety,
    assess(triage, answers).level,
    flagsOf(triage.screens, answers),
  )
  return codes(allowedExercises(safety, shippedExercises, filter, added))
}

describe('the safety table', () => {
  it('has its 18 exercises and 9 columns', () => {
    expect(CELLS).toHaveLength(18 * 9)
    expect(shippedExercises.map(({ code }) => code)).toEqual(ROWS.map(([code]) => code))
  })

  it.each(CELLS)('$code with $sign: $mark', ({ code, mark, sign }) => {
    const switchedOn = new Set(shippedExercises.map(({ id }) => id))
    const left = codes(allowedExercises(safety, shippedExercises, NO_ANSWERS, [sign], switchedOn))
    const found = left.filter((one) => one.startsWith(code))
    expect(found).toEqual({ Y: [code], C: [`${code}*`], N: [] }[mark])
  })
})

describe('what the answers leave over', () => {
  const ALL = ROWS.map(([code = '']) => code).filter((code) => code !== 'X09')

  it('is everything but the nerve glide for a well adult', () => {
    expect(leftWith([])).toEqual(ALL)
    expect(codes(allowedExercises(safety, shippedExercises, NO_ANSWERS))).toEqual(ALL)
  })

  it('holds the nerve glide only where a clinician of the site switched it on', () => {
    const on = new Set(['nerve-slider'])
    expect(codes(allowedExercises(safety, shippedExercises, NO_ANSWERS, [], on))).toContain('X09')
    const weak = exerciseFilterOf(safety, 4, new Set(['C-diab']))
    expect(codes(allowedExercises(safety, shippedExercises, weak, [], on))).not.toContain('X09')
  })

  it('is the gentle four at level 3, each as the signs allow', () => {
    expect(leftWith(['A1'])).toEqual(['X03', 'X07', 'X11', 'X18'])
    expect(leftWith(['C-preg'])).toEqual(['X03', 'X07', 'X11*', 'X18'])
    expect(leftWith(['A5'])).toEqual(['X03', 'X07', 'X11', 'X18*'])
  })

  it.each(['V5', 'V6', 'A9', 'A10'])('is nothing with %s, though level 3', (tile) => {
    expect(assess(triage, answersWith([tile])).level).toBe(3)
    expect(leftWith([tile])).toEqual([])
  })

  it.each([['N1'], ['V2'], ['A6'], ['E1']])('is nothing at level 1 or 2: %s', (tile) => {
    expect(leftWith([tile])).toEqual([])
  })

  it('minds numb feet, thin bones, a replaced joint, blood thinners and age', () => {
    expect(leftWith(['C-diab'])).not.toContain('X05')
    expect(leftWith(['C-numb'])).toContain('X01*')
    expect(leftWith(['C-bone'])).toContain('X12*')
    expect(leftWith(['C-steroid'])).toContain('X16*')
    expect(leftWith(['C-joint'])).not.toContain('X14')
    expect(leftWith(['C-joint'])).toContain('X17*')
    expect(leftWith(['C-thin'])).toEqual(ALL.filter((code) => code !== 'X05'))
    expect(leftWith([], { age: '65-plus' })).toContain('X16*')
    expect(leftWith(['C-proc'])).toEqual(['X07*', 'X18*'])
  })

  it('leaves out standing on one leg after an injury', () => {
    expect(leftWith(['injury']).filter((code) => code.startsWith('X16'))).toEqual([])
    expect(leftWith(['injury'])).toContain('X06*')
  })

  it('cannot be widened by what a visitor adds', () => {
    const before = leftWith(['C-diab'])
    const after = leftWith(['C-diab'], {}, ['sur'])
    expect(after.every((code) => before.some((one) => one.startsWith(code.slice(0, 3))))).toBe(true)
    expect(after).toEqual(['X07*', 'X18*'])
  })

  it('names only exercises that exist', () => {
    const named = [...safety.gentle, ...Object.values(safety.without).flat()]
    expect(named.filter((id) => !codeOf.has(id))).toEqual([])
  })
})
