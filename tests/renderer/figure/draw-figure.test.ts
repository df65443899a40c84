import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEUTRAL_INPUT } from '../../../core/figure/chain-model'
import { feetOf } from '../../../core/figure/chain-presets'
import { FIGURE_LAYERS, FIGURE_PARTS, FigureState } from '../../../core/schema/figure'
import { drawFigure } from '../../../renderer/figure/draw-figure'

const share = (min: number): fc.Arbitrary<number> => fc.double({ min, max: 1, noNaN: true })

const anyState = fc
  .record({
    view: fc.constantFrom('front', 'back', 'side'),
    frame: fc.constantFrom('body', 'legs', 'foot', 'low-back'),
    body: fc.constantFrom('adult', 'older', 'pregnant'),
    motion: fc.constantFrom('stand', 'walk'),
    arch: share(-1),
    rollIn: share(0),
    tightCalf: share(0),
    layers: fc.subarray([...FIGURE_LAYERS]),
    lit: fc.dictionary(fc.constantFrom(...FIGURE_PARTS), fc.constantFrom('strong', 'pale')),
  })
  .map((state) => FigureState.parse(state))

describe('the picture of a figure', () => {
  it('is sound for every state: finite paths, own keys, and few enough to draw at speed', () => {
    fc.assert(
      fc.property(anyState, share(0), (state, phase) => {
        const { shapes, anchors } = drawFigure(state, phase)
        expect(shapes.length).toBeLessThan(150)
        expect(new Set(shapes.map(({ key }) => key)).size).toBe(shapes.length)
        for (const { d } of shapes) expect(d).toMatch(/^M[-0-9.aCMLZ ]+$/)
        for (const part of FIGURE_PARTS) {
          expect(Number.isFinite(anchors[part].x) && Number.isFinite(anchors[part].y)).toBe(true)
        }
      }),
    )
  })

  it('has the same paths in the same order at every phase of the walk', () => {
    fc.assert(
      fc.property(anyState, share(0), share(0), (state, a, b) => {
        const keys = (phase: number) => drawFigure(state, phase).shapes.map(({ key }) => key)
        expect(keys(a)).toEqual(keys(b))
      }),
    )
  })

  it.each(['front', 'back'] as const)('is left-right symmetric when neutral (%s)', (view) => {
    const { shapes } = drawFigure(FigureState.parse({ view, layers: ['bones'] }), 0)
    const widths = (side: string) =>
      shapes
        .filter(({ key }) => key.includes(side))
        .map(({ d }) =>
          d
            .replaceAll(/[MCZ]/g, ' ')
            .trim()
            .split(/\s+/)
            .map(Number)
            .filter((_, i) => i % 2 === 0)
            .map(Math.abs),
        )
    const [left, right] = [widths('left'), widths('right')]
    expect(left.length).toBeGreaterThan(5)
    left.forEach((row, i) => {
      row.forEach((x, k) => {
        expect(Math.abs(x - (right[i]?.[k] ?? NaN))).toBeLessThan(0.21)
      })
    })
  })

  it('keeps every part inside the frame of the whole body', () => {
    fc.assert(
      fc.property(anyState, share(0), (state, phase) => {
        const { box, anchors } = drawFigure({ ...state, frame: 'body' }, phase)
        for (const part of FIGURE_PARTS) {
          expect(anchors[part].x).toBeGreaterThan(box.x)
          expect(anchors[part].x).toBeLessThan(box.x + box.width)
          expect(anchors[part].y).toBeGreaterThan(box.y)
          expect(anchors[part].y).toBeLessThan(box.y + box.height)
        }
      }),
    )
  })

  it('lowers the arch of the foot when it is flat and lifts it when it is high', () => {
    const archAt = (arch: number): number =>
      drawFigure(FigureState.parse({ view: 'side', frame: 'foot', arch }), 0).anchors.arch.y
    expect(archAt(-1)).toBeGreaterThan(archAt(0) + 2)
    expect(archAt(1)).toBeLessThan(archAt(0) - 2)
  })

  it('lights a muscle whose layer is shown, and marks any other lit part with a ring', () => {
    const lit = { calf: 'strong' } as const
    const shown = drawFigure(FigureState.parse({ layers: ['calf'], lit }), 0).shapes
    expect(shown.filter(({ tone, light }) => tone === 'muscle' && light === 'strong')).toHaveLength(
      1,
    )
    expect(shown.some(({ tone }) => tone === 'mark')).toBe(false)
    const hidden = drawFigure(FigureState.parse({ lit }), 0).shapes
    expect(hidden.filter(({ tone }) => tone === 'mark')).toHaveLength(1)
  })

  it('links lit parts by a line that is as pale as the paler end', () => {
    const { shapes } = drawFigure(
      FigureState.parse({ lit: { heel: 'strong', knee: 'strong', hip: 'pale' }, joined: true }),
      0,
    )
    const links = shapes.filter(({ tone }) => tone === 'link')
    expect(links.map(({ light }) => light)).toEqual(['strong', 'pale'])
  })

  it('keeps the arms clear of a low back that is meant', () => {
    const foremost = (state: Partial<FigureState>): number =>
      drawFigure(FigureState.parse({ view: 'side', ...state }), 0)
        .shapes.filter(({ key }) => key === 'near-arm')
        .flatMap(({ d }) => [...d.matchAll(/[MC ](-?[\d.]+) -?[\d.]+(?=[C ]|Z)/g)])
        .reduce((most, [, x]) => Math.max(most, Number(x)), -Infinity)
    expect(foremost({ lit: { 'low-back': 'strong' } })).toBeGreaterThan(foremost({}) + 100)
    expect(foremost({ lit: { heel: 'strong' } })).toBe(foremost({}))
  })

  it('means parts on the nerve where the nerve can be seen', () => {
    const calf = (state: Partial<FigureState>): number =>
      drawFigure(FigureState.parse({ view: 'side', ...state }), 0).anchors.calf.x
    expect(calf({ layers: ['nerve'] })).toBeGreaterThan(calf({}) + 5)
  })

  it.each(['front', 'back'] as const)('lights the leg that is meant and its hip: %s', (view) => {
    const state = FigureState.parse({ view })
    const sideOf = (focus: 'left' | 'right') => {
      const { anchors } = drawFigure(state, 0, feetOf(NEUTRAL_INPUT, null, focus))
      return [anchors.knee, anchors.pelvis].map(({ x }) => Math.sign(x))
    }
    expect(sideOf('left')).toEqual(view === 'front' ? [1, 1] : [-1, -1])
    expect(sideOf('right')).toEqual(view === 'front' ? [-1, -1] : [1, 1])
  })

  it('draws the links that are asked for, each as sure as it is', () => {
    const { shapes } = drawFigure(FigureState.parse({}), 0, {
      ...feetOf(NEUTRAL_INPUT, null, 'right'),
      links: [
        { from: 'heel', to: 'shin', light: 'strong' },
        { from: 'shin', to: 'knee', light: 'pale' },
      ],
    })
    const links = shapes.filter(({ tone }) => tone === 'link')
    expect(links.map(({ light }) => light)).toEqual(['strong', 'pale'])
  })

  it('draws what lies under the feet', () => {
    const shortLeg = { ...NEUTRAL_INPUT, legLengthDifference: 20, heelLift: 14 }
    for (const view of ['front', 'back', 'side'] as const) {
      const { shapes } = drawFigure(FigureState.parse({ view }), 0, feetOf(shortLeg, null, 'right'))
      expect(shapes.filter(({ tone }) => tone === 'insert')).toHaveLength(1)
    }
  })
})
