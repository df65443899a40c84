import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, reachStops } from '../../../core/access/reach-stops'

const WINDOW = { from: 550, to: 900 }

describe('reachStops', () => {
  it('leaves a screen where it is when everything is low enough', () => {
    expect(
      reachStops(
        [
          { from: 560, to: 620 },
          { from: 840, to: 900 },
        ],
        WINDOW,
      ),
    ).toEqual([0])
    expect(reachStops([], WINDOW)).toEqual([0])
  })

  it('brings what is higher to the foot of the window, together with what fits above it', () => {
    const controls = [
      { from: 100, to: 180 },
      { from: 300, to: 380 },
      { from: 800, to: 880 },
    ]
    expect(reachStops(controls, WINDOW)).toEqual([0, 520])
  })

  it('shows the upper end of what is taller than the window', () => {
    expect(reachStops([{ from: 0, to: 500 }], WINDOW)).toEqual([0, 550])
  })

  it('brings every control that fits wholly into the window by one of the stops', () => {
    const control = fc
      .tuple(fc.nat(820), fc.integer({ min: 40, max: WINDOW.to - WINDOW.from }))
      .map(([from, height]) => ({ from, to: Math.min(900, from + height) }))
    fc.assert(
      fc.property(fc.array(control), fc.nat(40), (controls, margin) => {
        const stops = reachStops(controls, WINDOW, margin)
        expect(stops[0]).toBe(0)
        expect(stops).toEqual([...stops].sort((one, other) => one - other))
        expect(stops.length).toBeLessThanOrEqual(controls.length + 1)
        for (const some of controls)
          expect(stops.some((moved) => isWithin(some, WINDOW, moved))).toBe(true)
      }),
    )
  })
})
