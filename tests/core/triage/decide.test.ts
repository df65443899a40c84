import { describe, expect, it } from 'vitest'
import { assess, resultOf } from '../../../core/triage/result-of'
import { shipped } from '../../support/triage'
import { answersWith, EXPECTED } from './expected-levels'
import { specifiedFor } from './specification'

const { triage } = shipped

describe('each rule of the specification, fired alone', () => {
  it.each(EXPECTED.map((row, index) => ({ ...row, index, name: row.yes.join(' ') || 'all No' })))(
    '$index: $name, $age, $region: level $level',
    ({ yes, age, region, level, withinDays, rules }) => {
      const answers = answersWith(yes, { age, region })
      const { rules: decided, ...result } = assess(triage, answers)
      expect(result).toMatchObject({ level, withinDays, ruleSet: '1.0' })
      expect([...decided].sort()).toEqual([...rules].sort())
      expect(specifiedFor(answers)).toEqual({ level, withinDays })
    },
  )

  it('names every rule of the table at its level, so that none goes untested', () => {
    const tested = new Set(
      EXPECTED.flatMap(({ rules, level }) => rules.map((id) => `${id} ${level}`)),
    )
    const written = triage.ruleSet.rules.map(({ id, level }) => `${id} ${level}`)
    expect(written.filter((rule) => !tested.has(rule))).toEqual([])
    expect([...tested].filter((rule) => !written.includes(rule))).toEqual([])
  })
})

describe('what a result says it rests on', () => {
  const reasons = (yes: string[], context = {}) =>
    resultOf(triage, answersWith(yes, context))?.reasons

  it('names what was told, in the order asked, and what stands behind a derived flag', () => {
    const result = resultOf(triage, answersWith(['A2', 'C-bone'], { region: ['back'] }))
    expect(result).toMatchObject({ level: 2, rules: ['A2a'] })
    expect(result?.reasons).toEqual({ told: ['C-bone', 'A2'], unsure: [], hasPrivate: false })
  })

  it('names nothing that did not decide', () => {
    expect(reasons(['A1', 'V3'])).toEqual({ told: ['V3'], unsure: [], hasPrivate: false })
    expect(reasons(['C-diab', 'V4'])?.told).toEqual(['V4'])
  })

  it('never names a private tile, only that there is one', () => {
    expect(reasons(['N1'])).toEqual({ told: [], unsure: [], hasPrivate: true })
    expect(reasons(['V2', 'C-preg'])).toEqual({ told: ['V2'], unsure: [], hasPrivate: true })
    expect(reasons(['C-preg', 'P1'])?.told).toEqual([])
  })

  it('names an age', () => {
    expect(reasons([], { age: 'under-18' })?.told).toEqual(['under-18'])
    expect(reasons([], { age: 'unsaid' })?.unsure).toEqual(['under-18'])
  })

  it('tells what was not sure apart, and whether the level rests on it', () => {
    const unsure = resultOf(triage, answersWith(['N5'], {}, 'not-sure'))
    expect(unsure).toMatchObject({ level: 1, isUnsure: true })
    expect(unsure?.reasons).toEqual({ told: [], unsure: ['N5'], hasPrivate: false })
    const both = answersWith(['N5', 'V1'])
    const sure = resultOf(triage, { ...both, tiles: { ...both.tiles, N5: 'not-sure' } })
    expect(sure).toMatchObject({ level: 1, isUnsure: false })
  })

  it('is sure of a broken bone when only the fall is not sure', () => {
    const answers = answersWith(['I5'])
    const tiles = { ...answers.tiles, injury: 'not-sure' as const }
    expect(resultOf(triage, { ...answers, tiles })).toMatchObject({ level: 1, isUnsure: false })
  })
})
