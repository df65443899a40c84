import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../core/access/neighbour'
import {
  beginScan,
  nextOfScan,
  pressedInScan,
  RESTS_AFTER,
  rowsOf,
  type Scan,
} from '../../../core/access/scan'

const box = (left: number, top: number, width = 10, height = 10): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
const someLengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 })
const after = (scan: Scan, lengths: readonly number[], ticks: number): Scan =>
  Array.from({ length: ticks }).reduce<Scan>((now) => nextOfScan(now, lengths), scan)

describe('rowsOf', () => {
  it('finds rows from above, each from its start', () => {
    const boxes = [box(20, 1), box(0, 0), box(0, 30, 40), box(22, 60, 10, 20), box(0, 64)]
    expect(rowsOf(boxes, false)).toEqual([[1, 0], [2], [4, 3]])
    expect(rowsOf(boxes, true)).toEqual([[0, 1], [2], [3, 4]])
  })

  it('holds each control exactly once, whatever lies where', () => {
    const some = fc
      .tuple(
        fc.nat(500),
        fc.nat(900),
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 5, max: 90 }),
      )
      .map(([left, top, width, height]) => box(left, top, width, height))
    fc.assert(
      fc.property(fc.array(some), fc.boolean(), (boxes, isRtl) => {
        const all = rowsOf(boxes, isRtl).flat()
        expect(all.toSorted((one, other) => one - other)).toEqual(boxes.map((_, at) => at))
      }),
    )
  })
})

describe('a scan', () => {
  it('walks over the rows and begins again', () => {
    const lengths = [1, 3, 2]
    const rows = [0, 1, 2, 3, 4].map((ticks) => after(beginScan(lengths), lengths, ticks).row)
    expect(rows).toEqual([0, 1, 2, 0, 1])
  })

  it('goes into a row by the first press, and presses one of it by the second', () => {
    const lengths = [1, 3]
    const row = pressedInScan(after(beginScan(lengths), lengths, 1), lengths)
    expect(row).toMatchObject({ scan: { level: 'items', row: 1, item: 0 }, pressed: null })
    const item = pressedInScan(after(row.scan, lengths, 2), lengths)
    expect(item).toMatchObject({ scan: { level: 'rows', row: 1 }, pressed: { row: 1, item: 2 } })
  })

  it('presses at once what is alone in its row, and asks for no row where there is one', () => {
    expect(pressedInScan(beginScan([1, 3]), [1, 3]).pressed).toEqual({ row: 0, item: 0 })
    expect(beginScan([2]).level).toBe('items')
  })

  it('comes back to the rows when nothing in one was meant', () => {
    const lengths = [2, 3]
    const inside = pressedInScan(beginScan(lengths), lengths).scan
    expect(after(inside, lengths, 4)).toMatchObject({ level: 'rows', row: 0 })
  })

  it('comes to every control by presses at the right moments', () => {
    fc.assert(
      fc.property(someLengths, fc.nat(), fc.nat(), (lengths, someRow, someItem) => {
        const row = someRow % lengths.length
        const item = someItem % (lengths[row] ?? 1)
        let { scan, pressed } = { scan: beginScan(lengths), pressed: null as unknown }
        if (scan.level === 'rows') {
          scan = after(scan, lengths, row)
          ;({ scan, pressed } = pressedInScan(scan, lengths))
        }
        if (pressed === null) ({ pressed } = pressedInScan(after(scan, lengths, item), lengths))
        expect(pressed).toEqual({ row, item })
      }),
    )
  })

  it('rests when nobody presses, never before it has shown everything, and wakes by a press', () => {
    fc.assert(
      fc.property(someLengths, (lengths) => {
        const steps = lengths.length === 1 ? (lengths[0] ?? 1) : lengths.length
        expect(after(beginScan(lengths), lengths, steps * RESTS_AFTER - 1).level).not.toBe('rest')
        const resting = after(beginScan(lengths), lengths, steps * RESTS_AFTER)
        expect(resting.level).toBe('rest')
        const woken = pressedInScan(resting, lengths)
        expect(woken.pressed).toBeNull()
        expect(woken.scan.level).not.toBe('rest')
      }),
    )
  })
})
