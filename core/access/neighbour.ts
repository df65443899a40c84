/** A place on the screen, in any unit; y grows downwards. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}
export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * How much worse it is to be beside the way than to be far along it. To the side one stays in the
 * row where one can; up and down leads to the next row, and there to what is nearest.
 */
const BESIDE: Readonly<Record<Direction, number>> = { left: 30, right: 30, up: 0.5, down: 0.5 }

/**
 * The box that an arrow key leads to: the nearest one that lies that way. Two boxes that overlap by less than half count as beside each other.
 * @returns its place in `others`, or -1 where nothing lies that way
 */
export function neighbour(from: Box, others: readonly Box[], direction: Direction): number {
  let best = -1
  let least = Infinity
  others.forEach((other, at) => {
    const { ahead, beside } = wayTo(turned(from, direction), turned(other, direction))
    if (ahead <= 0) return
    const length = ahead + BESIDE[direction] * beside
    if (length >= least) return
    least = length
    best = at
  })
  return best
}

/** The same box seen so that the direction points to the right. */
function turned({ left, top, right, bottom }: Box, direction: Direction): Box {
  if (direction === 'right') return { left, top, right, bottom }
  if (direction === 'left') return { left: -right, top, right: -left, bottom }
  if (direction === 'down') return { left: top, top: left, right: bottom, bottom: right }
  return { left: -bottom, top: left, right: -top, bottom: right }
}

/** How far ahead (to the right), and how far beside the way another box lies. */
function wayTo(from: Box, to: Box): { ahead: number; beside: number } {
  const overlap = from.right - to.left
  const half = Math.min(from.right - from.left, to.right - to.left) / 2
  const isAhead = to.left > from.left && to.right > from.right && overlap <= half
  return {
    ahead: isAhead ? Math.max(1, -overlap) : 0,
    beside: Math.max(0, from.top - to.bottom, to.top - from.bottom),
  }
}
