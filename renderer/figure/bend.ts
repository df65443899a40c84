import type { Point, Points } from '../../core/figure/kinematics'
import { NEUTRAL_POINTS } from '../../core/figure/skeleton'
import type { PointName, Vec3 } from '../../core/figure/skeleton'
import type { Bone, Pair, Warp } from './warp'

/** How a point in space is seen, across and up. */
export type Camera = (point: Vec3) => Point

/** A joint of a chain of bones that may turn far. */
export interface WideHinge {
  readonly at: PointName
  /** 0 where a drawn point still moves with the bone before, 1 where it moves with the one after. */
  readonly share: (x: number, y: number) => number
  /** The least angle in degrees that the joint may have; it may have up to 360 more. */
  readonly least: number
}

export interface WideChain {
  readonly bones: readonly Bone[]
  readonly hinges: readonly WideHinge[]
}

interface Move {
  angle: number
  stretch: number
  along: Point
}

const TURN = 2 * Math.PI

export const fromTheSide: Camera = ({ x, y }) => ({ x, y })
export const fromInFront: Camera = ({ y, z }) => ({ x: -z, y })

const across = (from: Vec3 | Point, to: Vec3 | Point): Point => ({
  x: to.x - from.x,
  y: to.y - from.y,
})

/**
 * The warp of a chain drawn from the side (or as `drawn` says), for bodies in any posture. Near a hinge the angle of
 * the bones before and after it is blended, so that skin bends round the joint like a tube. Other
 * than in a standing body, a joint may turn by more than half a circle and a bone may be
 * foreshortened.
 */
export function bendOf(
  chain: WideChain,
  posed: Points,
  camera: Camera,
  drawn: Camera = fromTheSide,
): Warp {
  const moves: Move[] = []
  for (const [index, [from, to]] of chain.bones.entries()) {
    const before = across(drawn(NEUTRAL_POINTS[from]), drawn(NEUTRAL_POINTS[to]))
    const after = across(camera(posed[from]), camera(posed[to]))
    const length = Math.hypot(before.x, before.y)
    const turn = Math.atan2(after.y, after.x) - Math.atan2(before.y, before.x)
    const last = moves.at(-1)
    const least = ((chain.hinges[index - 1]?.least ?? -180) * Math.PI) / 180
    const relative = turn - (last?.angle ?? 0)
    const bend = relative - TURN * Math.floor((relative - least) / TURN)
    moves.push({
      angle: (last?.angle ?? 0) + bend,
      stretch: Math.hypot(after.x, after.y) / length,
      along: { x: before.x / length, y: before.y / length },
    })
  }
  const pivots = chain.hinges.map(({ at }) => ({
    before: drawn(NEUTRAL_POINTS[at]),
    after: camera(posed[at]),
  }))
  return ([x, y]: Pair): Point => {
    let index = chain.hinges.length - 1
    let share = chain.hinges[index]?.share(x, y) ?? 0
    while (index > 0 && share === 0) {
      index -= 1
      share = chain.hinges[index]?.share(x, y) ?? 0
    }
    const [pivot, before, after] = [pivots[index], moves[index], moves[index + 1]]
    if (!pivot || !before || !after) return { x, y }
    const angle = before.angle + share * (after.angle - before.angle)
    const offset = across(pivot.before, { x, y })
    const shrunk = ({ stretch, along }: Move): Point => {
      const extra = (stretch - 1) * (offset.x * along.x + offset.y * along.y)
      return { x: offset.x + extra * along.x, y: offset.y + extra * along.y }
    }
    const [p, q] = [shrunk(before), shrunk(after)]
    const [px, py] = [p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)]
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    return { x: pivot.after.x + c * px - s * py, y: pivot.after.y + s * px + c * py }
  }
}
