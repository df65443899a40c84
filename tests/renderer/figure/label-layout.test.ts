import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIGURE_PARTS, FigureState } from '../../../core/schema/figure'
import { drawFigure } from '../../../renderer/figure/draw-figure'
import { columnsOf, layoutLabels, widestLabel } from '../../../renderer/figure/label-layout'

const anyLayout = fc
  .record({
    view: fc.constantFrom('front', 'back', 'side'),
    frame: fc.constantFrom('body', 'legs', 'foot', 'low-back'),
    parts: fc.subarray([...FIGURE_PARTS], { minLength: 1, maxLength: 4 }),
    width: fc.integer({ min: 400, max: 2200 }),
    height: fc.integer({ min: 500, max: 2000 }),
    share: fc.double({ min: 0.2, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ view, frame, parts, width, height, share, lines }) => {
    const size = { width, height }
    const state = FigureState.parse({ view, frame })
    const { box, anchors } = drawFigure(state, 0)
    const columns = columnsOf(parts, view, size)
    const labels = parts.map((part) => ({
      part,
      width: widestLabel(width, columns) * share,
      height: 30 * lines,
    }))
    return { size, box, labels, layout: layoutLabels(size, box, state, anchors, labels) }
  })

describe('labels beside the figure', () => {
  it('never lie over one another, over the figure or past the edge', () => {
    fc.assert(
      fc.property(anyLayout, ({ size, box, labels, layout }) => {
        const { viewBox, scale } = layout
        const figure = {
          left: (box.x - viewBox.x) * scale,
          right: (box.x + box.width - viewBox.x) * scale,
        }
        const placed = layout.labels.map((label) => {
          const measured = labels.find(({ part }) => part === label.part)
          return {
            ...label,
            right: label.left + (measured?.width ?? 0),
            bottom: label.top + (measured?.height ?? 0),
          }
        })
        expect(placed).toHaveLength(labels.length)
        for (const a of placed) {
          expect(a.left).toBeGreaterThanOrEqual(-0.01)
          expect(a.right).toBeLessThanOrEqual(size.width + 0.01)
          expect(a.top).toBeGreaterThanOrEqual(-0.01)
          expect(a.bottom).toBeLessThanOrEqual(size.height + 0.01)
          expect(a.right <= figure.left + 0.01 || a.left >= figure.right - 0.01).toBe(true)
          for (const b of placed) {
            if (a.part === b.part) continue
            const apart =
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
            expect(apart, `${a.part} and ${b.part}`).toBe(true)
          }
        }
      }),
    )
  })

  it('stands on both sides of a figure seen from the side, and in one column when narrow', () => {
    const parts = ['calf', 'low-back', 'toes'] as const
    const wide = columnsOf(parts, 'side', { width: 1400, height: 900 })
    expect([...wide.values()]).toEqual(['left', 'left', 'right'])
    const narrow = columnsOf(parts, 'side', { width: 500, height: 900 })
    expect(new Set(narrow.values())).toEqual(new Set(['left']))
  })
})
