import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate, type MeasuredBlock } from '../../../core/handout/paginate'

const HEIGHT = 100
const GAP = 2
const block = (
  key: string,
  pieces: number[],
  more: Partial<MeasuredBlock> = {},
): MeasuredBlock => ({
  key,
  pieces,
  goesOn: 5,
  isLoose: false,
  together: 2,
  staysWithNext: false,
  staysWithLast: false,
  ...more,
})
const someBlocks = fc
  .array(
    fc.record({
      pieces: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }),
      isLoose: fc.boolean(),
      staysWithNext: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ pieces, isLoose, staysWithNext }, at) =>
      // Headings are short and whole, as on a sheet, and never two in a row.
      staysWithNext && at % 2 === 0
        ? block(`b${at}`, [8], { staysWithNext: true })
        : block(`b${at}`, pieces, { isLoose }),
    ),
  )
const whole = ({ pieces }: MeasuredBlock): number => pieces.reduce((sum, one) => sum + one, 0)

describe('pages', () => {
  it('hold every piece once, in order', () =>
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const placed = paginate(blocks, HEIGHT, GAP)
          .flat()
          .flatMap(({ key, from, to }) =>
            Array.from({ length: to - from }, (_, at) => `${key}.${from + at}`),
          )
        const all = blocks.flatMap(({ key, pieces }) => pieces.map((_, at) => `${key}.${at}`))
        expect(placed).toEqual(all)
      }),
      { numRuns: 2000 },
    ))

  it('are never fuller than the paper, unless a head and its first piece are', () =>
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const byKey = new Map(blocks.map((one) => [one.key, one]))
        for (const page of paginate(blocks, HEIGHT, GAP)) {
          const heights = page.map(({ key, from, to }) => {
            const { pieces = [], goesOn = 0 } = byKey.get(key) ?? {}
            return pieces.slice(from, to).reduce((sum, one) => sum + one, from > 0 ? goesOn : 0)
          })
          const used = heights.reduce((sum, one) => sum + one, GAP * (page.length - 1))
          const hasNoChoice = page.some(({ from, to }) => from === 0 && to <= 2)
          if (!hasNoChoice) expect(used).toBeLessThanOrEqual(HEIGHT)
        }
      }),
      { numRuns: 2000 },
    ))

  it('never cut what fits on one, and never end with a heading', () =>
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const byKey = new Map(blocks.map((one) => [one.key, one]))
        const pages = paginate(blocks, HEIGHT, GAP)
        for (const { key, from, to } of pages.flat()) {
          const one = byKey.get(key)
          if (!one || one.isLoose || whole(one) + 8 + GAP > HEIGHT) continue
          expect([from, to]).toEqual([0, one.pieces.length])
        }
        for (const page of pages.slice(0, -1)) {
          const last = byKey.get(page.at(-1)?.key ?? '')
          expect(last?.staysWithNext).toBe(false)
        }
      }),
      { numRuns: 2000 },
    ))

  it.each([
    [
      'puts the next block on a new page where it does not fit',
      [block('a', [60]), block('b', [50])],
      [['a'], ['b']],
    ],
    [
      'takes a heading along',
      [block('a', [60]), block('h', [8], { staysWithNext: true }), block('b', [50])],
      [['a'], ['h', 'b']],
    ],
    ['cuts what is longer than a page', [block('a', [50, 30, 30])], [['a'], ['a']]],
    [
      'keeps together what must stay together when it cuts',
      [block('a', [20]), block('b', [20, 30, 30, 30], { together: 3 })],
      [['a'], ['b'], ['b']],
    ],
    [
      'cuts what must stay together where no page can hold it',
      [block('b', [20, 50, 50, 30], { together: 3 })],
      [['b'], ['b']],
    ],
    [
      'takes the last piece of a list along to what stays with it',
      [block('a', [10, 60, 20], { isLoose: true }), block('z', [15], { staysWithLast: true })],
      [['a'], ['a', 'z']],
    ],
    [
      'cuts a loose list to use the room',
      [block('a', [60]), block('b', [10, 20, 30], { isLoose: true })],
      [['a', 'b'], ['b']],
    ],
  ] as const)('%s', (_, blocks, pages) => {
    expect(paginate(blocks, HEIGHT, GAP).map((page) => page.map(({ key }) => key))).toEqual(pages)
  })
})
