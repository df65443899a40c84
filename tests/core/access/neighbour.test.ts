import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbour, type Box, type Direction } from '../../../core/access/neighbour'

const box = (left: number, top: number, width = 10, height = 10): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'left', 'right']
const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' } as const

describe('neighbour', () => {
  it('goes to the one that lies straight ahead, not to a nearer one beside the way', () => {
    const from = box(0, 0)
    const others = [box(30, 0), box(15, 12), box(60, 0)]
    expect(neighbour(from, others, 'right')).toBe(0)
    expect(neighbour(from, others, 'left')).toBe(-1)
    expect(neighbour(from, others, 'down')).toBe(1)
  })

  it('finds a wide button under narrow ones', () => {
    expect(neighbour(box(0, 0), [box(0, 20, 100), box(20, 0)], 'down')).toBe(0)
    expect(neighbour(box(0, 20, 100), [box(0, 0), box(20, 0)], 'up')).toBe(0)
  })

  it('never leads to what lies the other way, and to the side always leads back', () => {
    const cell = fc.tuple(fc.nat(5), fc.nat(5))
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { minLength: 2, selector: ([x, y]) => x * 10 + y }),
        fc.constantFrom(...DIRECTIONS),
        (cells, direction) => {
          const boxes = cells.map(([x, y]) => box(x * 14, y * 14))
          const [from, ...others] = boxes as [Box, ...Box[]]
          const to = others[neighbour(from, others, direction)]
          if (!to) return
          const ahead = {
            up: from.top - to.top,
            down: to.top - from.top,
            left: from.left - to.left,
            right: to.left - from.left,
          }
          expect(ahead[direction]).toBeGreaterThan(0)
          const isStraight = to.top === from.top
          if (!isStraight) return
          const rest = boxes.filter((some) => some !== to)
          expect(rest[neighbour(to, rest, OPPOSITE[direction])]).toBe(from)
        },
      ),
    )
  })
})
