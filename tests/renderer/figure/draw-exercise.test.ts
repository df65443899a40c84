import { describe, expect, it } from 'vitest'
import { cycleSeconds, frameAt } from '../../../core/figure/pose-timeline'
import { boxOf, drawFrame } from '../../../renderer/figure/draw-exercise'
import { shippedPerformances } from '../../support/exercises-with-poses'

const numbersIn = (d: string): number[] => (d.match(/-?\d+/g) ?? []).map(Number)

describe.each(shippedPerformances)('%s', (_, performance) => {
  const frames = Array.from({ length: 6 }, (_, i) =>
    frameAt(performance, (i / 6) * cycleSeconds(performance)),
  )

  it('is drawn of the same paths in the same order at every instant', () => {
    const keysOf = (i: number) => {
      const frame = frames[i]
      return frame
        ? drawFrame(performance, frame).shapes.map(({ key, tone }) => `${key} ${tone}`)
        : []
    }
    const first = keysOf(0)
    expect(new Set(first).size).toBe(first.length)
    for (let i = 1; i < frames.length; i += 1) expect(keysOf(i)).toEqual(first)
  })

  it('has no spikes: no point of the body lies far outside its frame', () => {
    const { x, y, width, height } = boxOf(performance)
    const slack = performance.view === 'foot' ? 4000 : 400
    for (const frame of frames) {
      for (const { key, d } of drawFrame(performance, frame).shapes) {
        expect(d).not.toMatch(/NaN|Infinity|undefined/)
        if (key === 'floor' || key.startsWith('prop-')) continue
        const places = numbersIn(d)
        const [across, down] = [0, 1].map((axis) => places.filter((_, i) => i % 2 === axis))
        expect(Math.min(...(across ?? []))).toBeGreaterThan(x - slack)
        expect(Math.max(...(across ?? []))).toBeLessThan(x + width + slack)
        expect(Math.min(...(down ?? []))).toBeGreaterThan(y - slack)
        expect(Math.max(...(down ?? []))).toBeLessThan(y + height + slack)
      }
    }
  })
})
