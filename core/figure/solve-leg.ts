import {
  SINKS,
  apply,
  axial,
  frontal,
  minus,
  plus,
  product,
  sagittal,
  transposed,
} from './kinematics'
import type { Matrix } from './kinematics'
import { NEUTRAL_POINTS, SHANK_LENGTH, THIGH_LENGTH } from './skeleton'
import type { LimbAngle, Side, Vec3 } from './skeleton'

/** What a leg must do, and where its foot must be. Degrees and thousandths of stature. */
export interface LegTask {
  /** Where the ball of the foot must touch. */
  readonly ball: Vec3
  /** Slope of the foot against the floor, toes up positive. */
  readonly slope: number
  /** How far the heel leans inward against the floor. */
  readonly heelTilt: number
  /** The arch: 1 as flat as it goes, -1 as high. */
  readonly archDrop: number
  readonly kneeIn: number
  readonly shinTurn: number
  readonly thighTurn: number
  /** Length of thigh and shin against their normal length. */
  readonly scale: number
}

export interface SolvedLeg {
  readonly angles: Partial<Record<LimbAngle, number>>
  /** Where the ankle is over the ball of the foot with these angles. */
  readonly ankle: Vec3
}

const degrees = (angle: number): number => (angle * 180) / Math.PI
const radians = (angle: number): number => (angle * Math.PI) / 180

const FOOT = minus(NEUTRAL_POINTS['right.ball'], NEUTRAL_POINTS['right.ankle'])

/** From ankle to ball in the frame of the foot; see `pointsOf` for what moves it. */
function toBall(side: Side, archDrop: number, eversion: number): Vec3 {
  const out = side === 'right' ? 1 : -1
  const aside = out * -FOOT.y * Math.sin(radians(eversion))
  return { x: FOOT.x, y: FOOT.y + SINKS * archDrop, z: aside }
}

/** Where the ankle is while nobody knows yet how the leg leans: over a foot that does not. */
export const firstAnkle = (side: Side, { ball, slope, heelTilt, archDrop }: LegTask): Vec3 =>
  minus(ball, apply(sagittal(slope), toBall(side, archDrop, heelTilt)))

/**
 * How high a hip joint may be over an ankle, at most with a straight knee, or with a knee that is
 * bent by `kneeBend` degrees at least.
 */
export function highestHip(
  { kneeIn, scale }: LegTask,
  ankle: Vec3,
  hip: Vec3,
  kneeBend: number,
): number {
  const cosine = Math.cos(radians(kneeBend)) * Math.cos(radians(kneeIn))
  const reach =
    scale *
    Math.sqrt(THIGH_LENGTH ** 2 + SHANK_LENGTH ** 2 + 2 * THIGH_LENGTH * SHANK_LENGTH * cosine)
  return (
    ankle.y + Math.sqrt(Math.max(0, reach ** 2 - (hip.x - ankle.x) ** 2 - (hip.z - ankle.z) ** 2))
  )
}

/**
 * The angles with which a leg stands where it must: the knee bends as far as the distance asks,
 * hip and ankle follow, and the foot keeps its slope.
 *
 * It rests on where the ankle was thought to be; asked again with the ankle that it gives back, it
 * comes closer. A leg that is too short to reach stays straight and points where it should be.
 */
export function solveLeg(
  side: Side,
  task: LegTask,
  pelvis: Matrix,
  hip: Vec3,
  ankle: Vec3,
): SolvedLeg {
  const out = side === 'right' ? 1 : -1
  const { slope, heelTilt, archDrop, kneeIn, shinTurn, thighTurn } = task
  const [thigh, shin] = [THIGH_LENGTH * task.scale, SHANK_LENGTH * task.scale]
  // What the shin turns more than the thigh is the knee's.
  const kneeTurn = shinTurn - thighTurn
  const goal = apply(transposed(pelvis), minus(ankle, hip))
  const distance = Math.hypot(goal.x, goal.y, goal.z)
  const cosine =
    (distance ** 2 - thigh ** 2 - shin ** 2) / (2 * thigh * shin) / Math.cos(radians(kneeIn))
  // A hair's breadth of straight counts as straight, or rounding alone would bend it.
  const knee = cosine > 1 - 1e-10 ? 0 : degrees(Math.acos(Math.max(-1, cosine)))

  const atKnee = product(axial(out * thighTurn), sagittal(-knee), frontal(out * kneeIn))
  const along = plus({ x: 0, y: -thigh, z: 0 }, apply(atKnee, { x: 0, y: -shin, z: 0 }))
  const across = Math.hypot(along.y, along.z)
  const size = Math.hypot(along.x, along.y, along.z) / distance
  const sideways = arcsine((goal.z * size) / across) - arcsine(along.z / across)
  const hipAside = frontal(sideways)
  const turned = apply(hipAside, along)
  const flexion = degrees(Math.atan2(goal.y, goal.x) - Math.atan2(turned.y, turned.x))

  const shank = product(pelvis, sagittal(flexion), hipAside, atKnee, axial(out * kneeTurn))
  const shinBack = axial(-out * shinTurn)
  const up = apply(shank, { x: 0, y: 1, z: 0 })
  const upright = slope - degrees(Math.atan2(-up.x, up.y))
  const forward = apply(product(shank, sagittal(upright), shinBack), { x: 1, y: 0, z: 0 })
  const dorsiflexion = upright + slope - arcsine(forward.y)
  const foot = product(shank, sagittal(dorsiflexion), shinBack)
  const eversion = heelTilt - out * arcsine(-apply(foot, { x: 0, y: 1, z: 0 }).z)
  return {
    ankle: minus(task.ball, apply(foot, toBall(side, archDrop, eversion))),
    angles: {
      'hip.flexion': flexion,
      'hip.abduction': out * sideways,
      'hip.rotation': thighTurn,
      'knee.flexion': knee,
      'knee.abduction': kneeIn,
      'knee.rotation': kneeTurn,
      'ankle.dorsiflexion': dorsiflexion,
      'subtalar.eversion': eversion,
      'midfoot.drop': archDrop,
    },
  }
}

const arcsine = (ratio: number): number => degrees(Math.asin(Math.min(1, Math.max(-1, ratio))))
