import type { Body } from '../../core/figure/contacts'
import { FLESH } from '../../core/figure/contacts'
import type { Performance } from '../../core/figure/pose-script'
import { heightOf } from '../../core/figure/props'
import { minus } from '../../core/figure/kinematics'
import type { Side } from '../../core/figure/skeleton'
import { fromTheSide } from './bend'
import * as extra from './exercise-outlines'
import type { ExercisePicture } from './exercise-picture'
import { poseRigOf } from './pose-rig'
import * as anatomy from './side-anatomy'
import * as outlines from './side-outlines'
import { cutAt, ramp } from './warp'
import type { Pair, Warp } from './warp'

const NEAR: Side = 'right'
const FAR: Side = 'left'

/** The open line of an arm from armpit to armpit, without the cap of the shoulder. */
const HANGING_ARM = outlines.ARM.filter(([, y]) => y < 790)
const SHORTS_ON_LEG = cutAt(outlines.LEG, 406, 'above')
const SHORTS_ON_TRUNK = cutAt(outlines.TRUNK, 604, 'below')
const LEG_WITHOUT_FOOT = cutAt(outlines.LEG, 66, 'above')
const CROSSED_SHIN = cutAt(LEG_WITHOUT_FOOT, 300, 'below')
const SOCK = cutAt(outlines.LEG, extra.SOCK_TOP, 'below')

/** Does a foot show its sole to the viewer? */
function showsSole({ points }: Body, side: Side): boolean {
  const down = minus(points[`${side}.sole`], points[`${side}.ankle`])
  return down.z > 0.5 * Math.hypot(down.x, down.y, down.z)
}

/** Soft parts flatten on what they lie on. */
function flattened(warp: Warp, { props }: Performance, { points }: Body): Warp {
  const top = heightOf('chair', props)
  const isSitting = props.chair && points.pelvis.y < top + FLESH.seat + 30
  const [left, right] = props.chair
    ? [props.chair.at - 112, props.chair.at + (props.chair.size ?? 112)]
    : [0, 0]
  return (p) => {
    const { x, y } = warp(p)
    const isOnSeat = isSitting && p[1] > 300 && x > left && x < right
    return { x, y: Math.max(y, isOnSeat ? top : -2) }
  }
}

/**
 * The hollow of the low back, which fills when the pelvis tips back (1) and deepens when it tips
 * forward (-1), before the trunk is posed.
 */
const withLowBack =
  (fills: number) =>
  ([x, y]: Pair): Pair => {
    const share = ramp(20, -40, x) * ramp(572, 636, y) * ramp(722, 664, y)
    return [x - (fills > 0 ? 27 : 12) * fills * share, y]
  }

const BACK_OF_LEG = outlines.LEG.filter(([x, y], i) => i > 40 && x < -20 && y > 50 && y < 480)

/** Where the skin of a leg's back is at a height, before it is posed. */
function backAt(height: number): number {
  const above = BACK_OF_LEG.findIndex(([, y]) => y > height)
  const [a, b] = [BACK_OF_LEG[above - 1], BACK_OF_LEG[above]]
  if (!a || !b) return (b ?? BACK_OF_LEG.at(-1))?.[0] ?? 0
  return a[0] + ((height - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
}

/**
 * Shade and folds of a leg, drawn back from the hollow of the knee along the skin as the knee bends,
 * so that those of thigh and calf do not cross there; the bend in degrees.
 */
const clearOfHollow = (bend: number): ((p: Pair) => Pair) => {
  const share = ramp(35, 85, bend) + 0.7 * ramp(85, 135, bend)
  return ([x, y]) => {
    if (x > -15 || y < 60) return [x, y]
    const shift = share * (y > 280 ? 64 * ramp(440, 300, y) : -52 * ramp(140, 262, y))
    return [x + backAt(y + shift) - backAt(y), y + shift]
  }
}

/** The body from its right side, in any posture. */
export function drawBodySide(picture: ExercisePicture, performance: Performance, body: Body): void {
  const rig = poseRigOf(body.points, fromTheSide)
  const curved = withLowBack(-body.angles['pelvis.tilt'] / 10)
  const trunk = flattened((p) => rig.trunk(curved(p)), performance, body)
  const leg = {
    left: flattened(rig.leg.left, performance, body),
    right: flattened(rig.leg.right, performance, body),
  }
  const { arm } = rig
  const clear = clearOfHollow(body.angles[`${NEAR}.knee.flexion`])
  const onNearLeg: Warp = (p) => leg[NEAR](clear(p))
  const isCrossed = showsSole(body, FAR)
  const farLeg = isCrossed ? LEG_WITHOUT_FOOT : outlines.LEG

  const wear = (side: Side, key: string): void => {
    if (performance.wear === 'shoes') {
      picture.closed(`${key}-shoe`, 'shoe', leg[side], [extra.SHOE])
      picture.closed(`${key}-shoe-sole`, 'shoe-sole', leg[side], [extra.SHOE_SOLE])
      picture.open(`${key}-shoe-lines`, 'fold', leg[side], extra.SHOE_LINES)
    } else if (performance.wear === 'socks') {
      picture.closed(`${key}-sock`, 'sock', leg[side], [SOCK])
    }
  }

  if (!isCrossed) picture.body('far-arm', [['arm', arm[FAR], outlines.ARM]], true)
  picture.body('far-leg', [['leg', leg[FAR], farLeg]], true)
  if (!isCrossed) wear(FAR, 'far')
  picture.closed('far-shorts', 'cloth', leg[FAR], [SHORTS_ON_LEG])

  picture.body('body', [
    ['leg', leg[NEAR], outlines.LEG],
    ['trunk', trunk, outlines.TRUNK],
    ['head', trunk, outlines.HEAD],
  ])
  picture.closed('leg-shade', 'shade', onNearLeg, outlines.LEG_SHADE)
  picture.closed('trunk-shade', 'shade', trunk, [outlines.TRUNK_SHADE])
  picture.closed('top', 'cloth', trunk, [outlines.TOP])
  picture.closed('shorts-leg', 'cloth', leg[NEAR], [SHORTS_ON_LEG])
  picture.closed('shorts', 'cloth', trunk, [SHORTS_ON_TRUNK])
  picture.open('leg-lines', 'fold', onNearLeg, outlines.LEG_LINES)
  wear(NEAR, 'near')
  if (isCrossed) {
    picture.body('crossed-shin', [['shin', leg[FAR], CROSSED_SHIN]], true)
    drawCrossedFoot(picture, body)
  }
  if (!isCrossed) drawLit(picture, performance, trunk, leg[NEAR])
  picture.closed('hair', 'hair', trunk, [outlines.HAIR])
  picture.body('ear', [['ear', trunk, outlines.EAR]])
  picture.open('face', 'line', trunk, outlines.FACE_LINES)
  if (isCrossed) picture.body('far-arm', [['arm', arm[FAR], outlines.ARM]], true)
  picture.closed('near-arm', 'skin', arm[NEAR], [outlines.ARM])
  picture.open('near-arm-line', 'edge', arm[NEAR], [HANGING_ARM])
  picture.closed('near-arm-shade', 'shade', arm[NEAR], [outlines.ARM_SHADE])
  picture.open('fingers', 'fold', arm[NEAR], outlines.FINGER_LINES)
}

/** The far foot on the near knee, its sole to the viewer; its toes rise and shorten as they bend. */
function drawCrossedFoot(picture: ExercisePicture, { points, angles }: Body): void {
  const [heel, ball, ankle] = [points[`${FAR}.heel`], points[`${FAR}.ball`], points[`${FAR}.ankle`]]
  const size = Math.hypot(ball.x - heel.x, ball.y - heel.y) || 1
  const [ux, uy] = [(ball.x - heel.x) / size, (ball.y - heel.y) / size]
  const bent = Math.max(0, angles[`${FAR}.toes.extension`])
  const place: Warp = ([along, up]) => {
    const past = Math.max(0, along - 74)
    const turn = (bent * Math.PI) / 180
    const far = along - past * (1 - Math.cos(turn))
    const high = up + 0.9 * past * Math.sin(turn)
    return { x: ankle.x + ux * far - uy * high, y: ankle.y + uy * far + ux * high }
  }
  picture.body('crossed', [['foot', place, extra.SOLE]])
  picture.closed('lit-sole', 'lit', place, [extra.SOLE_BAND])
  picture.open('crossed-lines', 'fold', place, extra.SOLE_LINES)
}

/** What works or is stretched, on the near side. */
function drawLit(picture: ExercisePicture, { lit }: Performance, trunk: Warp, leg: Warp): void {
  const acrossHip: Warp = (p) => {
    const share = ramp(590, 500, p[1])
    const [a, b] = [trunk(p), leg(p)]
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
  }
  const outlineOf = {
    calf: [leg, anatomy.CALF_MUSCLE],
    shin: [leg, extra.SHIN_MUSCLE],
    hamstring: [leg, anatomy.HAMSTRING],
    thigh: [leg, extra.QUADRICEPS],
    buttock: [acrossHip, anatomy.GLUTEAL],
    belly: [trunk, extra.ABDOMINALS],
    'low-back': [trunk, extra.LOW_BACK_MUSCLE],
    sole: [leg, anatomy.FASCIA],
    arch: [leg, anatomy.FASCIA],
  } as const
  for (const part of lit) {
    if (part === 'nerve') picture.open('lit-nerve', 'lit-line', acrossHip, [anatomy.NERVE])
    else picture.closed(`lit-${part}`, 'lit', outlineOf[part][0], [outlineOf[part][1]])
  }
}
