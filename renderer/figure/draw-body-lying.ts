import type { Body } from '../../core/figure/contacts'
import type { Performance } from '../../core/figure/pose-script'
import type { Side } from '../../core/figure/skeleton'
import type { Camera } from './bend'
import type { ExercisePicture } from './exercise-picture'
import * as front from './frontal-outlines'
import { frontTrunkOf, poseRigOf } from './pose-rig'
import * as side from './side-outlines'
import { cutAt } from './warp'
import type { Pair, Warp } from './warp'

/** From a little above, so that what lies nearer is lower on the picture. */
export const fromAbove: Camera = ({ x, y, z }) => ({ x, y: 0.93 * y - 0.36 * z })

const UPPER: Side = 'right'
const LOWER: Side = 'left'

const mirrored = (outline: readonly Pair[]): readonly Pair[] =>
  outline.map(([x, y]) => [-x, y] as const)

const whole = (half: readonly Pair[]): readonly Pair[] => [
  ...half,
  ...mirrored(half).slice(1, -1).reverse(),
]

/** Closed. The muscle on the outer side of the upper hip, on the drawing of a leg. */
const OUTER_HIP: readonly Pair[] = [
  [-10, 578],
  [14, 566],
  [24, 540],
  [16, 500],
  [-4, 486],
  [-32, 492],
  [-48, 520],
  [-44, 556],
  [-28, 576],
]

/** A body that lies on its left side, its front to the viewer. */
export function drawBodyLying(
  picture: ExercisePicture,
  performance: Performance,
  { points }: Body,
): void {
  const rig = poseRigOf(points, fromAbove)
  const trunk = frontTrunkOf(points, fromAbove)
  const { leg, arm } = rig
  const limb = (name: string, warp: Warp, outline: readonly Pair[], isFar: boolean): void =>
    picture.body(name, [['limb', warp, outline]], isFar)

  limb('lower-arm', arm[LOWER], side.ARM, true)
  limb('lower-leg', leg[LOWER], side.LEG, true)
  picture.closed('lower-shorts', 'cloth', leg[LOWER], [cutAt(side.LEG, 406, 'above')])
  picture.body('body', [
    ['trunk', trunk, whole(front.TRUNK_HALF)],
    ['ears', trunk, front.EAR],
    ['other-ear', trunk, mirrored(front.EAR)],
    ['head', trunk, whole(front.HEAD_HALF)],
  ])
  picture.closed('top', 'cloth', trunk, [whole(front.TOP_HALF)])
  picture.open('trunk-lines', 'fold', trunk, front.FRONT_LINES.trunk)
  picture.closed('shorts', 'cloth', trunk, [cutAt(whole(front.TRUNK_HALF), 604, 'below')])
  picture.closed('hair', 'hair', trunk, [front.HAIR_FRONT])
  picture.open('face', 'line', trunk, front.FACE)
  limb('upper-leg', leg[UPPER], side.LEG, false)
  picture.closed('upper-shade', 'shade', leg[UPPER], side.LEG_SHADE)
  picture.closed('upper-shorts', 'cloth', leg[UPPER], [cutAt(side.LEG, 406, 'above')])
  picture.open('leg-lines', 'fold', leg[UPPER], side.LEG_LINES)
  if (performance.lit.includes('buttock')) {
    picture.closed('lit-buttock', 'lit', leg[UPPER], [OUTER_HIP])
  }
  limb('upper-arm', arm[UPPER], side.ARM, false)
  picture.open('fingers', 'fold', arm[UPPER], side.FINGER_LINES)
}
