import type { FigureState } from '../schema/figure'
import { CALM_WALK, walkOrigin, walkPose } from './gait'
import type { WalkStyle } from './gait'
import { lowestOfFoot, pinnedAt, pointsOf } from './kinematics'
import type { Points } from './kinematics'
import { HALF_HIP_WIDTH, SIDES, poseFrom } from './skeleton'
import type { Pose, Side } from './skeleton'

/** The part of a figure's state that decides how the body stands. */
export type Stance = Pick<FigureState, 'body' | 'motion' | 'arch' | 'rollIn' | 'tightCalf'>

const TRUNKS: Readonly<Record<FigureState['body'], Partial<Pose>>> = {
  adult: {},
  older: {
    'pelvis.tilt': -3,
    'lumbar.flexion': 7,
    'thoracic.flexion': 15,
    'neck.flexion': -3,
    'head.flexion': -12,
  },
  pregnant: {
    'pelvis.tilt': 6,
    'lumbar.flexion': -12,
    'thoracic.flexion': 6,
    'neck.flexion': 3,
  },
}

/** Arms that hang down whatever the trunk does. */
function hangingArms(trunk: Partial<Pose>): Partial<Pose> {
  const lean =
    (trunk['pelvis.tilt'] ?? 0) + (trunk['lumbar.flexion'] ?? 0) + (trunk['thoracic.flexion'] ?? 0)
  return Object.fromEntries(
    SIDES.flatMap((side) => [
      [`${side}.shoulder.flexion`, lean],
      [`${side}.shoulder.abduction`, 9],
      [`${side}.elbow.flexion`, 9],
    ]),
  )
}

/** The leg in which a foot rolls in; the other stays as it is, to be compared with. */
export function rollingSide(view: FigureState['view']): Side {
  return view === 'front' ? 'left' : 'right'
}

/**
 * Angles of one leg that follow from its foot.
 *
 * Illustrative: the directions (heel tips out below, arch sinks, shin and thigh turn in, knee
 * moves in, pelvis tips forward) are those taught in anatomy; the amounts are chosen to be seen
 * from three metres and are no measurement.
 */
function legOnFoot(side: Side, stance: Stance, rollIn: number): Partial<Pose> {
  const flat = Math.max(0, -stance.arch)
  const high = Math.max(0, stance.arch)
  const slope = -13 * stance.tightCalf
  const bend = stance.body === 'older' ? 7 : 0
  const tilt = TRUNKS[stance.body]['pelvis.tilt'] ?? 0
  const thigh = bend
  return {
    [`${side}.hip.flexion`]: thigh + tilt + 3 * rollIn,
    [`${side}.hip.abduction`]: -3.2 * rollIn,
    [`${side}.hip.rotation`]: 9 * rollIn,
    [`${side}.knee.flexion`]: 2 * bend,
    [`${side}.knee.abduction`]: 6.4 * rollIn,
    [`${side}.knee.rotation`]: 9 * rollIn,
    [`${side}.ankle.dorsiflexion`]: slope + bend,
    [`${side}.toes.extension`]: -slope,
    [`${side}.subtalar.eversion`]: Math.min(14, 11 * rollIn + 4 * flat) - 5 * high,
    [`${side}.midfoot.drop`]: Math.min(1, Math.max(-1, rollIn - stance.arch)),
  }
}

/** From the hip joint of a leg down to the lowest point of its foot. */
function legReach(points: Points, side: Side): number {
  return points[`${side}.hip`].y - lowestOfFoot(points, side)
}

/** Tips the pelvis so that both feet of a standing body reach the floor, and keeps legs and head upright. */
function standOnBothFeet(angles: Partial<Pose>): Pose {
  const points = pointsOf(poseFrom(angles))
  const difference = legReach(points, 'right') - legReach(points, 'left')
  const tip = (Math.asin(difference / (2 * HALF_HIP_WIDTH)) * 180) / Math.PI
  return poseFrom({
    ...angles,
    'pelvis.obliquity': tip,
    'lumbar.sideBend': -tip,
    'left.hip.abduction': (angles['left.hip.abduction'] ?? 0) + tip,
    'right.hip.abduction': (angles['right.hip.abduction'] ?? 0) - tip,
  })
}

/** The pose of a body that stands on both feet. */
export function standingPose(stance: Stance, rolling: Side = 'right'): Pose {
  const trunk = TRUNKS[stance.body]
  return standOnBothFeet({
    ...trunk,
    ...hangingArms(trunk),
    'pelvis.tilt': (trunk['pelvis.tilt'] ?? 0) + 3 * stance.rollIn,
    'lumbar.flexion': (trunk['lumbar.flexion'] ?? 0) - 3 * stance.rollIn,
    ...legOnFoot('left', stance, rolling === 'left' ? stance.rollIn : 0),
    ...legOnFoot('right', stance, rolling === 'right' ? stance.rollIn : 0),
    // The other thigh stays upright although the pelvis tips forward.
    [`${rolling === 'left' ? 'right' : 'left'}.hip.flexion`]:
      (stance.body === 'older' ? 7 : 0) + (trunk['pelvis.tilt'] ?? 0) + 3 * stance.rollIn,
  })
}

/** How a body walks. Illustrative amounts; shorter steps with a tight calf and in older people. */
export function walkStyle(stance: Stance): WalkStyle {
  const trunk = TRUNKS[stance.body]
  return {
    stride:
      CALM_WALK.stride *
      (stance.body === 'older' ? 0.8 : stance.body === 'pregnant' ? 0.88 : 1) *
      (1 - 0.14 * stance.tightCalf),
    ankleLimit: CALM_WALK.ankleLimit - 14 * stance.tightCalf,
    earlyHeel: 0.1 * stance.tightCalf,
    sway: stance.body === 'pregnant' ? 5 : CALM_WALK.sway,
    trunk: { 'pelvis.tilt': 2, 'lumbar.flexion': 2, ...trunk },
  }
}

/**
 * The points of a body with its feet on the floor.
 *
 * `phase` is the part of the walking cycle from 0 to 1 and has no meaning for a body that stands.
 * A walking body walks on the spot: what is under its feet moves back at an even speed.
 */
export function bodyPoints(stance: Stance, phase: number, rolling: Side = 'right'): Points {
  if (stance.motion === 'stand') {
    const points = pointsOf(standingPose(stance, rolling))
    const floor = Math.min(lowestOfFoot(points, 'left'), lowestOfFoot(points, 'right'))
    return pinnedAt(points, 'pelvis', {
      x: points.pelvis.x - (points['left.ankle'].x + points['right.ankle'].x) / 2,
      y: points.pelvis.y - floor,
      z: 0,
    })
  }
  const style = walkStyle(stance)
  const still: Stance = { ...stance, motion: 'stand', tightCalf: 0, body: 'adult' }
  const foot = standingPose(still, rolling)
  const walking = walkPose(phase, style)
  const pose = poseFrom({
    ...walking,
    ...Object.fromEntries(
      SIDES.flatMap((side) =>
        (
          [
            'hip.rotation',
            'knee.rotation',
            'knee.abduction',
            'hip.abduction',
            'subtalar.eversion',
            'midfoot.drop',
          ] as const
        ).map((angle) => [`${side}.${angle}`, foot[`${side}.${angle}`]]),
      ),
    ),
  })
  return pinnedAt(pointsOf(pose), 'pelvis', { x: 0, y: walkOrigin(phase, style).y, z: 0 })
}
