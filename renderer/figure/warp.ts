import type { Point, Points, View } from '../../core/figure/kinematics'
import { project } from '../../core/figure/kinematics'
import { NEUTRAL_POINTS } from '../../core/figure/skeleton'
import type { PointName } from '../../core/figure/skeleton'

/** A point of an outline as drawn on the neutral body: across and up, in thousandths of stature. */
export type Pair = readonly [number, number]

/** A rigid part of a chain, known by two points of the skeleton. */
export type Bone = readonly [from: PointName, to: PointName]

/** A joint of a chain: where it turns, and how far a drawn point already belongs to what follows. */
export interface Hinge {
  readonly at: PointName
  /** 0 where a drawn point still moves with the bone before, 1 where it moves with the one after. */
  readonly share: (x: number, y: number) => number
}

/** Bones from the trunk outward, and the hinges between them. */
export interface Chain {
  readonly bones: readonly Bone[]
  readonly hinges: readonly Hinge[]
}

/** Moves a point that was drawn on the neutral body to where it is on the posed one. */
export type Warp = (point: Pair) => Point

/** A share that grows evenly from 0 at `from` to 1 at `to` and starts and ends softly. */
export function ramp(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

interface Move {
  angle: number
  stretch: number
  /** Direction of the bone on the neutral body, along which it is foreshortened. */
  along: Point
}

function moveOf([from, to]: Bone, posed: Points, view: View): Move {
  const [a, b] = [project(NEUTRAL_POINTS[from], view), project(NEUTRAL_POINTS[to], view)]
  const [c, d] = [project(posed[from], view), project(posed[to], view)]
  const [before, after] = [
    { x: b.x - a.x, y: b.y - a.y },
    { x: d.x - c.x, y: d.y - c.y },
  ]
  const [length, newLength] = [Math.hypot(before.x, before.y), Math.hypot(after.x, after.y)]
  const turn = Math.atan2(after.y, after.x) - Math.atan2(before.y, before.x)
  return {
    angle: Math.atan2(Math.sin(turn), Math.cos(turn)),
    stretch: newLength / length,
    along: { x: before.x / length, y: before.y / length },
  }
}

/**
 * The warp of a chain: near a hinge the angle of the bones before and after it is blended, so that
 * skin bends round the joint like a tube and does not collapse.
 */
export function warpOf(chain: Chain, posed: Points, view: View): Warp {
  const moves = chain.bones.map((bone) => moveOf(bone, posed, view))
  const pivots = chain.hinges.map(({ at }) => ({
    before: project(NEUTRAL_POINTS[at], view),
    after: project(posed[at], view),
  }))
  return ([x, y]) => {
    let index = chain.hinges.length - 1
    let share = 0
    for (; index > 0; index -= 1) {
      share = chain.hinges[index]?.share(x, y) ?? 0
      if (share > 0) break
    }
    if (index === 0) share = chain.hinges[0]?.share(x, y) ?? 0
    const pivot = pivots[index]
    const before = moves[index]
    const after = moves[index + 1]
    if (!pivot || !before || !after) return { x, y }
    const angle = before.angle + share * (after.angle - before.angle)
    let fromX = x - pivot.before.x
    let fromY = y - pivot.before.y
    const longer =
      (1 - share) * (before.stretch - 1) * (fromX * before.along.x + fromY * before.along.y)
    const longerAfter =
      share * (after.stretch - 1) * (fromX * after.along.x + fromY * after.along.y)
    fromX += longer * before.along.x + longerAfter * after.along.x
    fromY += longer * before.along.y + longerAfter * after.along.y
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    return { x: pivot.after.x + c * fromX - s * fromY, y: pivot.after.y + s * fromX + c * fromY }
  }
}

/**
 * The part of a closed outline on one side of a line: what clothes cover. The line is level, or
 * rises by `slope` from its height at x = 0.
 */
export function cutAt(
  outline: readonly Pair[],
  level: number,
  keep: 'above' | 'below',
  slope = 0,
): Pair[] {
  const over = ([x, y]: Pair): number => y - level - slope * x
  const inside = (p: Pair): boolean => (keep === 'above' ? over(p) >= 0 : over(p) <= 0)
  return outline.flatMap((here, i): Pair[] => {
    const next = outline[(i + 1) % outline.length] ?? here
    const kept: Pair[] = inside(here) ? [here] : []
    if (inside(here) !== inside(next)) {
      const t = over(here) / (over(here) - over(next))
      kept.push([here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])])
    }
    return kept
  })
}
