import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitAfter, WRONG_PINS_UNTIL_OFF } from '../../../core/staff/lock-out'

/** Wrong PINs that somebody can try in so many minutes who never loses a moment. */
function triesWithin(minutes: number): number {
  let tries = 0
  for (let at = 0; at <= minutes * 60_000; at += waitAfter(tries)) {
    tries++
    if (tries >= WRONG_PINS_UNTIL_OFF) break
  }
  return tries
}

describe('waitAfter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 300],
    [8, 900],
    [9, 3600],
    [10, 3600],
    [99, 3600],
  ])('after %i wrong PINs it is %i seconds', (wrongPins, seconds) => {
    expect(waitAfter(wrongPins)).toBe(seconds * 1000)
  })

  it('leaves 9 tries in an hour, 32 in a day and 100 in a week', () => {
    expect([triesWithin(60), triesWithin(24 * 60), triesWithin(7 * 24 * 60)]).toEqual([9, 32, 100])
  })

  it('never becomes shorter', () => {
    fc.assert(
      fc.property(fc.nat(1000), (n) => waitAfter(n + 1) >= waitAfter(n)),
      { numRuns: 1000 },
    )
  })
})
