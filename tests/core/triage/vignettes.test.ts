import { describe, expect, it } from 'vitest'
import { resultOf } from '../../../core/triage/result-of'
import { shipped } from '../../support/triage'
import { answersWith } from './expected-levels'
import { VIGNETTES } from './vignettes'

const judged = VIGNETTES.map((vignette) => {
  const { yes, notSure = [], age, region } = vignette
  const tiles = { ...answersWith([...yes, ...notSure]).tiles }
  for (const item of notSure) tiles[item] = 'not-sure'
  const level = resultOf(shipped.triage, { age, region, tiles })?.level
  if (level === undefined) throw new Error(`${vignette.who}: no result`)
  return { ...vignette, level }
})

describe(`${VIGNETTES.length} people at the kiosk`, () => {
  it('are enough, and of every urgency', () => {
    expect(VIGNETTES.length).toBeGreaterThanOrEqual(40)
    for (const level of [1, 2, 3, 4]) {
      expect(VIGNETTES.filter(({ expected }) => expected === level).length).toBeGreaterThan(7)
    }
  })

  it.each(judged.filter(({ expected }) => expected === 1))('$who: help now', ({ level }) => {
    expect(level).toBe(1)
  })

  it('are sent too late by one step in at most 5 %, and never by more', () => {
    const late = judged.filter(({ level, expected }) => level > expected)
    expect(late.filter(({ level, expected }) => level - expected > 1)).toEqual([])
    expect(late.length / judged.length).toBeLessThanOrEqual(0.05)
  })

  it('are frightened though well in at most 15 %', () => {
    const well = judged.filter(({ expected }) => expected === 4)
    const frightened = well.filter(({ level }) => level < 4)
    expect(frightened.length / well.length).toBeLessThanOrEqual(0.15)
    expect(frightened.filter(({ level }) => level < 3)).toEqual([])
  })

  it('are sent too soon by one step in at most 15 % of all', () => {
    const soon = judged.filter(({ level, expected }) => level < expected)
    expect(soon.length / judged.length).toBeLessThanOrEqual(0.15)
  })
})
