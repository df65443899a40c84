import type { Points } from '../../core/figure/kinematics'
import type { Side } from '../../core/figure/skeleton'
import { bendOf, fromInFront } from './bend'
import type { Camera, WideChain } from './bend'
import { ramp } from './warp'
import type { Warp } from './warp'

/** The warps of one body in any posture, seen from its right side, by chain. */
export interface PoseRig {
  readonly trunk: Warp
  readonly leg: Readonly<Record<Side, Warp>>
  readonly arm: Readonly<Record<Side, Warp>>
}

const TRUNK: WideChain = {
  bones: [
    ['pelvis', 'lumbosacral'],
    ['lumbosacral', 'thoracolumbar'],
    ['thoracolumbar', 'cervicothoracic'],
    ['cervicothoracic', 'atlas'],
    ['atlas', 'crown'],
  ],
  hinges: [
    { at: 'lumbosacral', least: -180, share: (_, y) => ramp(540, 660, y) },
    { at: 'thoracolumbar', least: -180, share: (_, y) => ramp(662, 790, y) },
    { at: 'cervicothoracic', least: -180, share: (x, y) => ramp(826, 870, y + 0.25 * (x + 30)) },
    { at: 'atlas', least: -180, share: (_, y) => ramp(868, 900, y) },
  ],
}

const leg = (side: Side): WideChain => ({
  bones: [
    ['pelvis', 'lumbosacral'],
    [`${side}.hip`, `${side}.knee`],
    [`${side}.knee`, `${side}.ankle`],
    [`${side}.heel`, `${side}.ball`],
    [`${side}.ball`, `${side}.toe`],
  ],
  hinges: [
    { at: `${side}.hip`, least: -90, share: (_, y) => ramp(590, 470, y) },
    { at: `${side}.knee`, least: -200, share: (_, y) => ramp(334, 240, y) },
    { at: `${side}.ankle`, least: -180, share: (x, y) => ramp(70, 34, y - 0.5 * Math.max(0, x)) },
    { at: `${side}.ball`, least: -180, share: (x, y) => (y < 45 ? ramp(62, 84, x) : 0) },
  ],
})

const arm = (side: Side): WideChain => ({
  bones: [
    ['thoracolumbar', 'cervicothoracic'],
    [`${side}.shoulder`, `${side}.elbow`],
    [`${side}.elbow`, `${side}.wrist`],
    [`${side}.wrist`, `${side}.fingertip`],
  ],
  hinges: [
    { at: `${side}.shoulder`, least: -120, share: (_, y) => ramp(846, 770, y) },
    { at: `${side}.elbow`, least: -60, share: (_, y) => ramp(656, 590, y) },
    { at: `${side}.wrist`, least: -180, share: (_, y) => ramp(492, 462, y) },
  ],
})

const TRUNK_IN_FRONT: WideChain = {
  bones: [
    ['left.hip', 'right.hip'],
    ['lumbosacral', 'thoracolumbar'],
    ['thoracolumbar', 'cervicothoracic'],
    ['cervicothoracic', 'atlas'],
    ['atlas', 'crown'],
  ],
  hinges: [
    { at: 'lumbosacral', least: -180, share: (_, y) => ramp(550, 640, y) },
    { at: 'thoracolumbar', least: -180, share: (_, y) => ramp(645, 745, y) },
    { at: 'cervicothoracic', least: -180, share: (_, y) => ramp(828, 866, y) },
    { at: 'atlas', least: -180, share: (_, y) => ramp(868, 900, y) },
  ],
}

/** The trunk of a body in any posture, as drawn from in front. */
export const frontTrunkOf = (posed: Points, camera: Camera): Warp =>
  bendOf(TRUNK_IN_FRONT, posed, camera, fromInFront)

/** The rig of a body in any posture, as drawn from the side. */
export function poseRigOf(posed: Points, camera: Camera): PoseRig {
  const both = (chain: (side: Side) => WideChain): Readonly<Record<Side, Warp>> => ({
    left: bendOf(chain('left'), posed, camera),
    right: bendOf(chain('right'), posed, camera),
  })
  return { trunk: bendOf(TRUNK, posed, camera), leg: both(leg), arm: both(arm) }
}
