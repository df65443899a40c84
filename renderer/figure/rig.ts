import type { Points, View } from '../../core/figure/kinematics'
import { project } from '../../core/figure/kinematics'
import { NEUTRAL_POINTS } from '../../core/figure/skeleton'
import type { Side } from '../../core/figure/skeleton'
import { ramp, warpOf } from './warp'
import type { Chain, Pair, Warp } from './warp'

/** The warps of one posed body in one view, by the chain that a drawn shape hangs on. */
export interface Rig {
  readonly trunk: Warp
  readonly leg: Readonly<Record<Side, Warp>>
  readonly arm: Readonly<Record<Side, Warp>>
  /** The front of the foot as seen from in front or behind: it only shifts. */
  readonly forefoot: Readonly<Record<Side, Warp>>
}

const trunkChain = (view: View): Chain => ({
  bones: [
    view === 'side' ? ['pelvis', 'lumbosacral'] : ['left.hip', 'right.hip'],
    ['lumbosacral', 'thoracolumbar'],
    ['thoracolumbar', 'cervicothoracic'],
    ['cervicothoracic', 'atlas'],
    ['atlas', 'crown'],
  ],
  hinges: [
    { at: 'lumbosacral', share: (_, y) => ramp(550, 640, y) },
    { at: 'thoracolumbar', share: (_, y) => ramp(645, 745, y) },
    { at: 'cervicothoracic', share: (_, y) => ramp(828, 866, y) },
    { at: 'atlas', share: (_, y) => ramp(868, 900, y) },
  ],
})

const legChain = (side: Side, view: View): Chain => ({
  bones: [
    view === 'side' ? ['pelvis', 'lumbosacral'] : ['left.hip', 'right.hip'],
    [`${side}.hip`, `${side}.knee`],
    [`${side}.knee`, `${side}.ankle`],
    view === 'side' ? [`${side}.heel`, `${side}.ball`] : [`${side}.ankle`, `${side}.sole`],
    ...(view === 'side' ? ([[`${side}.ball`, `${side}.toe`]] as const) : []),
  ],
  hinges: [
    { at: `${side}.hip`, share: (_, y) => ramp(590, 470, y) },
    { at: `${side}.knee`, share: (_, y) => ramp(328, 244, y) },
    {
      at: `${side}.ankle`,
      share: (x, y) => (view === 'side' ? ramp(70, 34, y - 0.5 * Math.max(0, x)) : ramp(66, 26, y)),
    },
    ...(view === 'side'
      ? [
          {
            at: `${side}.ball` as const,
            share: (x: number, y: number) => (y < 45 ? ramp(62, 84, x) : 0),
          },
        ]
      : []),
  ],
})

const armChain = (side: Side): Chain => ({
  bones: [
    ['thoracolumbar', 'cervicothoracic'],
    [`${side}.shoulder`, `${side}.elbow`],
    [`${side}.elbow`, `${side}.wrist`],
    [`${side}.wrist`, `${side}.fingertip`],
  ],
  hinges: [
    { at: `${side}.shoulder`, share: (_, y) => ramp(846, 766, y) },
    { at: `${side}.elbow`, share: (_, y) => ramp(656, 590, y) },
    { at: `${side}.wrist`, share: (_, y) => ramp(492, 462, y) },
  ],
})

function forefootWarp(side: Side, posed: Points, view: View): Warp {
  const before = project(NEUTRAL_POINTS[`${side}.ball`], view)
  const after = project(posed[`${side}.ball`], view)
  return ([x, y]: Pair) => ({ x: x + after.x - before.x, y: y + after.y - before.y })
}

/** The rig of a posed body in a view. */
export function rigOf(posed: Points, view: View): Rig {
  const both = (make: (side: Side) => Warp): Readonly<Record<Side, Warp>> => ({
    left: make('left'),
    right: make('right'),
  })
  return {
    trunk: warpOf(trunkChain(view), posed, view),
    leg: both((side) => warpOf(legChain(side, view), posed, view)),
    arm: both((side) => warpOf(armChain(side), posed, view)),
    forefoot: both((side) => forefootWarp(side, posed, view)),
  }
}
