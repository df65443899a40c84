import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import { presenceAfter } from '../../../core/visit/idle'

describe('presenceAfter', () => {
  it('asks after two minutes and ends the visit thirty seconds later', () => {
    expect(presenceAfter(119_999, DEFAULT_SETTINGS)).toEqual({ state: 'active' })
    expect(presenceAfter(120_000, DEFAULT_SETTINGS)).toEqual({ state: 'asking', secondsLeft: 30 })
    expect(presenceAfter(149_001, DEFAULT_SETTINGS)).toEqual({ state: 'asking', secondsLeft: 1 })
    expect(presenceAfter(150_000, DEFAULT_SETTINGS)).toEqual({ state: 'over' })
  })

  it('never goes back while nobody gives a sign', () => {
    const order = { active: 0, asking: 1, over: 2 }
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (first, more) => {
        const before = presenceAfter(first, DEFAULT_SETTINGS)
        const after = presenceAfter(first + more, DEFAULT_SETTINGS)
        return order[after.state] >= order[before.state]
      }),
    )
  })
})
