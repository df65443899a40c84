import type { FigureState } from '../schema/figure'
import { CALM_WALK, walkOrigin, walkPose } from './gait'
import type { WalkStyle } from './gait'
import { pinnedAt, pointsOf } from './kinematics'
import { SIDES, poseFrom } from './skeleton'
import type { Pose, Side } from './skeleton'
import { standOnFloor, standingFooting } from './stand-on-floor'
import type { BodyChange, Stood } from './stand-on-floor'

export type BodyType = FigureState['body']

const TRUNKS: Readonly<Record<BodyType, Partial<Pose>>> = {
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
/** How far older people's knees stay bent when they stand. */
const OLDER_KNEES = 14

/** Arms that hang down whatever the trunk does, or hang `forward` by so many degrees. */
function hangingArms(trunk: Partial<Pose>, forward: number): Partial<Pose> {
  const lean =
    (trunk['pelvis.tilt'] ?? 0) + (trunk['lumbar.flexion'] ?? 0) + (trunk['thoracic.flexion'] ?? 0)
  return Object.fromEntries(
    SIDES.flatMap((side) => [
      [`${side}.shoulder.flexion`, lean + forward],
      [`${side}.shoulder.abduction`, 9],
      [`${side}.elbow.flexion`, 9],
    ]),
  )
}

/** A body that stands on both feet, its arms down or held `armsForward` by so many degrees. */
export function standingBody(change: BodyChange, body: BodyType, armsForward = 0): Stood {
  const trunk = TRUNKS[body]
  const kneeBend = body === 'older' ? OLDER_KNEES : 0
  return standOnFloor(change, standingFooting(change.heelRise, kneeBend), {
    ...trunk,
    ...hangingArms(trunk, armsForward),
  })
}

/** How a body walks. Illustrative amounts; shorter steps with a tight calf and in older people. */
export function walkStyle(change: BodyChange, body: BodyType): WalkStyle {
  return {
    stride:
      CALM_WALK.stride *
      (body === 'older' ? 0.8 : body === 'pregnant' ? 0.88 : 1) *
      (1 + change.step),
    ankleLimit: CALM_WALK.ankleLimit - change.ankleStop,
    earlyHeel: 0.01 * change.heelRise,
    sway: body === 'pregnant' ? 5 : CALM_WALK.sway,
    trunk: { 'pelvis.tilt': 2, 'lumbar.flexion': 2, ...TRUNKS[body] },
  }
}

/**
 * A body that walks on the spot: what is under its feet moves back at an even speed. Its feet go
 * where they go in a healthy walk of the same style; the chain changes what is above them.
 *
 * `phase` is the part of the walking cycle from 0 to 1.
 */
export function walkingBody(change: BodyChange, body: BodyType, phase: number): Stood {
  const style = walkStyle(change, body)
  const pose = walkPose(phase, style)
  const pelvis = { x: 0, y: walkOrigin(phase, style).y, z: 0 }
  const points = pinnedAt(pointsOf(pose), 'pelvis', pelvis)
  const slope = (side: Side): number =>
    pose[`${side}.hip.flexion`] -
    pose['pelvis.tilt'] -
    pose[`${side}.knee.flexion`] +
    pose[`${side}.ankle.dorsiflexion`]
  const stood = standOnFloor(
    change,
    {
      balls: { left: points['left.ball'], right: points['right.ball'] },
      slopes: { left: slope('left'), right: slope('right') },
      pelvis,
      kneeBend: 0,
    },
    pose,
  )
  return {
    ...stood,
    pose: poseFrom({
      ...stood.pose,
      // Toes bend as the walk bends them, and a little more on a lift.
      ...Object.fromEntries(
        SIDES.map((side) => [`${side}.toes.extension`, Math.max(0, -slope(side))]),
      ),
    }),
  }
}
