/** How high a block stands, in any unit. */
export interface MeasuredBlock {
  key: string
  /** The height of each piece; together with the space between them they make the block. */
  pieces: readonly number[]
  /** The height of the heading that is repeated where the block goes on on another page. */
  goesOn: number
  /** May it be cut though it fits on a page? */
  isLoose: boolean
  /** So many of its first pieces stand together, where a page has room for them. */
  together: number
  /** Does it stay with the block after it? */
  staysWithNext: boolean
  /** Does it stay with the last piece of the block before it? It is never cut. */
  staysWithLast: boolean
}

/** The pieces of a block, from and up to, that stand on a page. */
export interface PlacedBlock {
  key: string
  from: number
  to: number
}

/**
 * Lays blocks on pages in their order, each piece once. A block is cut only where it is loose, or alone
 * higher than a page, and then between two pieces, with its head and first piece together; a heading
 * is never the last thing on a page.
 * @param height room on a page, in the unit of the blocks
 * @param gap space between two blocks of a page
 */
export function paginate(
  blocks: readonly MeasuredBlock[],
  height: number,
  gap: number,
): PlacedBlock[][] {
  const followers = new Map<string, MeasuredBlock>()
  const leading: MeasuredBlock[] = []
  for (const block of blocks) {
    const before = leading.at(-1)
    if (!block.staysWithLast || !before) leading.push(block)
    else {
      followers.set(before.key, block)
      leading[leading.length - 1] = withTail(before, gap + heightOf(block, 0, block.pieces.length))
    }
  }
  const isLastOf = ({ key, to }: PlacedBlock): boolean =>
    leading.some((block) => block.key === key && block.pieces.length === to)
  return placed(leading, height, gap).map((page) =>
    page.flatMap((one) => {
      const follower = isLastOf(one) ? followers.get(one.key) : undefined
      return follower ? [one, { key: follower.key, from: 0, to: follower.pieces.length }] : [one]
    }),
  )
}

/** A block whose last piece is so much higher. */
const withTail = (block: MeasuredBlock, height: number): MeasuredBlock => ({
  ...block,
  pieces: block.pieces.map((piece, at) =>
    at === block.pieces.length - 1 ? piece + height : piece,
  ),
})

function placed(blocks: readonly MeasuredBlock[], height: number, gap: number): PlacedBlock[][] {
  const pages: PlacedBlock[][] = [[]]
  let used = 0
  const page = (): PlacedBlock[] => pages.at(-1) ?? []
  const turn = (): void => {
    pages.push([])
    used = 0
  }
  const room = (): number => height - used - (page().length > 0 ? gap : 0)
  const put = (block: MeasuredBlock, from: number, to: number): void => {
    used += (page().length > 0 ? gap : 0) + heightOf(block, from, to)
    page().push({ key: block.key, from, to })
  }

  for (const group of groupsOf(blocks)) {
    const whole = heightOfAll(group, gap)
    if (whole > room() && page().length > 0 && needs(group, gap, height) > room()) turn()
    const headings = group.slice(0, -1)
    const block = group.at(-1)
    if (!block) continue
    for (const heading of headings) put(heading, 0, heading.pieces.length)
    const count = block.pieces.length
    let from = 0
    while (from < count) {
      let to = count
      while (
        to > from + (from === 0 ? firstOf(block, height) : 1) &&
        heightOf(block, from, to) > room()
      )
        to -= 1
      if (heightOf(block, from, to) > room() && page().length > headings.length) turn()
      put(block, from, to)
      from = to
      if (from < count) turn()
    }
  }
  return pages.filter((some) => some.length > 0)
}

/** Headings together with the block that they stay with. */
function groupsOf(blocks: readonly MeasuredBlock[]): MeasuredBlock[][] {
  const groups: MeasuredBlock[][] = []
  let open: MeasuredBlock[] | null = null
  for (const block of blocks) {
    if (open) open.push(block)
    else groups.push((open = [block]))
    if (!block.staysWithNext) open = null
  }
  return groups
}

/** How many pieces a block begins with: its head and one more where a page cannot hold what belongs together. */
const firstOf = (block: MeasuredBlock, height: number): number => {
  const { together, pieces } = block
  const wanted = heightOf(block, 0, together) <= height ? together : 2
  return Math.min(wanted, pieces.length)
}

/** How much room must be left on a page to begin a group there. */
function needs(group: readonly MeasuredBlock[], gap: number, height: number): number {
  const whole = heightOfAll(group, gap)
  const block = group.at(-1)
  if (whole <= height && !block?.isLoose) return whole
  const headings = heightOfAll(group.slice(0, -1), gap)
  return (
    headings + (headings > 0 ? gap : 0) + (block ? heightOf(block, 0, firstOf(block, height)) : 0)
  )
}

const heightOfAll = (group: readonly MeasuredBlock[], gap: number): number =>
  group.reduce((sum, block) => sum + heightOf(block, 0, block.pieces.length), 0) +
  gap * Math.max(0, group.length - 1)

const heightOf = ({ pieces, goesOn }: MeasuredBlock, from: number, to: number): number =>
  pieces.slice(from, to).reduce((sum, piece) => sum + piece, 0) + (from > 0 ? goesOn : 0)
