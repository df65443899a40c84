import { apply, frontal, pinnedAt, plus, pointsOf, product, sagittal } from './kinematics'
import type { Points } from './kinematics'
import {
  HALF_HIP_WIDTH,
  NEUTRAL_POINTS,
  SHANK_LENGTH,
  SIDES,
  THIGH_LENGTH,
  poseFrom,
} from './skeleton'
import type { Pose, Side, Vec3 } from './skeleton'
import { firstAnkle, highestHip, solveLeg } from './solve-leg'
import type { LegTask, SolvedLeg } from './solve-leg'

/** What one foot and leg do on the picture, in degrees and mm. */
export interface LegChange {
  /** How far the heel leans inward; negative outward. */
  readonly heelTilt: number
  readonly shinTurn: number
  readonly thighTurn: number
  readonly kneeIn: number
  /** The arch: 1 as flat as it goes, -1 as high. */
  readonly archDrop: number
  /** By how much the leg is the shorter one, in mm. */
  readonly shorter: number
  /** What lies under its foot, in mm. */
  readonly lift: number
}

/** What a body does on the picture, in degrees; `step` in parts of a step. */
export interface BodyChange {
  readonly legs: Readonly<Record<Side, LegChange>>
  readonly pelvisTilt: number
  /** How far the pelvis drops on the right; negative on the left. */
  readonly pelvisDrop: number
  /** How much less the ankles bend upward in walking. */
  readonly ankleStop: number
  readonly heelRise: number
  readonly kneeBend: number
  readonly step: number
}

/** Where a body stands or is in its step, before its feet change anything. */
export interface Footing {
  /** Where the balls of the feet touch, or are in the air. */
  readonly balls: Readonly<Record<Side, Vec3>>
  /** Slope of each foot, toes up positive, in degrees. */
  readonly slopes: Readonly<Record<Side, number>>
  /** The middle of the hips. Its height is the most that it may be; it sinks where a leg is too short. */
  readonly pelvis: Vec3
  /** How far both knees are bent at least, in degrees. */
  readonly kneeBend: number
}

/** A body over its feet. */
export interface Stood {
  readonly pose: Pose
  /** Length of each leg against its normal length. */
  readonly legs: Readonly<Record<Side, number>>
  /** Where its middle of the hips is. */
  readonly pelvis: Vec3
}

/** Stature of the body that is drawn: an adult of 1.7 m, which makes mm of a leg parts of it. */
const STATURE_MM = 1700
/** Each pass brings the leg ten times closer to where it should be. */
const PASSES = 4
/** How far the weight comes forward when heels leave the floor, per degree, so that it stays over the feet. */
const FORWARD_PER_DEGREE = 3

const degrees = (angle: number): number => (angle * 180) / Math.PI
const parts = (mm: number): number => (1000 * mm) / STATURE_MM

/** Both feet side by side, flat, the knees straight. */
export const QUIET_STANDING: Footing = {
  balls: { left: NEUTRAL_POINTS['left.ball'], right: NEUTRAL_POINTS['right.ball'] },
  slopes: { left: 0, right: 0 },
  pelvis: { ...NEUTRAL_POINTS.pelvis, y: Infinity },
  kneeBend: 0,
}

/**
 * The pose of a body whose feet stay where they are while they change it: its pelvis drops only as
 * far as the legs differ, and the leg that is then too long bends its knee.
 *
 * `trunk` is what the trunk does besides, in degrees; it stays upright over the pelvis.
 */
export function standOnFloor(
  change: BodyChange,
  footing: Footing = QUIET_STANDING,
  trunk: Partial<Pose> = {},
): Stood {
  const tilt = (trunk['pelvis.tilt'] ?? 0) + change.pelvisTilt
  const scales = bySide(
    (side) => 1 - parts(change.legs[side].shorter) / (THIGH_LENGTH + SHANK_LENGTH),
  )
  const tasks = bySide((side): LegTask => {
    const { heelTilt, archDrop, kneeIn, shinTurn, thighTurn, lift } = change.legs[side]
    return {
      ball: plus(footing.balls[side], { x: 0, y: parts(lift), z: 0 }),
      slope: footing.slopes[side],
      heelTilt,
      archDrop,
      kneeIn,
      shinTurn,
      thighTurn,
      scale: scales[side],
    }
  })
  const kneeBend = footing.kneeBend + change.kneeBend
  const inPelvis = (side: Side): Vec3 => ({
    x: 0,
    y: 0,
    z: side === 'right' ? HALF_HIP_WIDTH : -HALF_HIP_WIDTH,
  })
  const { pelvis } = footing
  let [drop, middle] = [0, pelvis]
  let turn = sagittal(-tilt)
  let solved = bySide((side): SolvedLeg => ({ angles: {}, ankle: firstAnkle(side, tasks[side]) }))
  for (let pass = 0; pass < PASSES; pass += 1) {
    const highest = (side: Side, hip: Vec3, bend: number): number =>
      highestHip(tasks[side], solved[side].ankle, plus(pelvis, hip), bend)
    const [left, right] = [
      highest('left', inPelvis('left'), 0),
      highest('right', inPelvis('right'), 0),
    ]
    const most = degrees(Math.asin(clamp(-1, (left - right) / (2 * HALF_HIP_WIDTH), 1)))
    // No further than the legs differ, and never to the other side.
    drop = clamp(Math.min(0, most), change.pelvisDrop, Math.max(0, most))
    turn = product(frontal(-drop), sagittal(-tilt))
    const hips = bySide((side) => apply(turn, inPelvis(side)))
    middle = {
      ...pelvis,
      y: Math.min(
        pelvis.y,
        ...SIDES.map((side) => highest(side, hips[side], kneeBend) - hips[side].y),
      ),
    }
    const before = solved
    solved = bySide((side) =>
      solveLeg(side, tasks[side], turn, plus(middle, hips[side]), before[side].ankle),
    )
  }
  return {
    pose: poseFrom({
      ...trunk,
      'pelvis.tilt': tilt,
      'pelvis.obliquity': -drop,
      'lumbar.flexion': (trunk['lumbar.flexion'] ?? 0) - change.pelvisTilt,
      'lumbar.sideBend': (trunk['lumbar.sideBend'] ?? 0) + drop,
      ...Object.fromEntries(
        SIDES.flatMap((side) =>
          Object.entries({
            ...solved[side].angles,
            'toes.extension': Math.max(0, -tasks[side].slope),
          }).map(([name, value]) => [`${side}.${name}`, value]),
        ),
      ),
    }),
    legs: scales,
    pelvis: middle,
  }
}

/** Standing on feet whose heels rise by so many degrees: the weight comes over their front. */
export function standingFooting(rise: number, kneeBend: number): Footing {
  return {
    ...QUIET_STANDING,
    slopes: bySide(() => -rise),
    pelvis: { ...QUIET_STANDING.pelvis, x: FORWARD_PER_DEGREE * rise },
    kneeBend,
  }
}

/** The points of a body that was stood on its feet. */
export function pointsOnFloor({ pose, legs, pelvis }: Stood): Points {
  return pinnedAt(pointsOf(pose, legs), 'pelvis', pelvis)
}

const clamp = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value))

const bySide = <Value>(make: (side: Side) => Value): Readonly<Record<Side, Value>> => ({
  left: make('left'),
  right: make('right'),
})
