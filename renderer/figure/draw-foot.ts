import type { Body } from '../../core/figure/contacts'
import type { Performance } from '../../core/figure/pose-script'
import { SINKS } from '../../core/figure/kinematics'
import type { Point } from '../../core/figure/kinematics'
import { fromTheSide } from './bend'
import * as extra from './exercise-outlines'
import type { ExercisePicture } from './exercise-picture'
import { poseRigOf } from './pose-rig'
import * as anatomy from './side-anatomy'
import * as outlines from './side-outlines'
import { cutAt, ramp } from './warp'
import type { Pair, Warp } from './warp'

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Turns what lies past a joint of the foot, softly. */
function folded([x, y]: Pair, at: Pair, from: number, to: number, degrees: number): Pair {
  const angle = radians(degrees) * ramp(from, to, x)
  const [dx, dy] = [x - at[0], y - at[1]]
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [at[0] + c * dx - s * dy, at[1] + s * dx + c * dy]
}

/** Bends toes at the ball of the foot and in their middle, on the neutral drawing. */
const withToes =
  (extension: number, curl: number) =>
  (p: Pair): Pair =>
    p[1] > 46 ? p : folded(folded(p, [94, 6], 88, 101, -curl), [76, 6], 64, 86, extension)

/** The arch rises or sinks before the foot is posed. */
const withArch =
  (drop: number) =>
  ([x, y]: Pair): Pair => {
    // The ankle comes nearer to the sole as the arch sinks, and the sole stays on the floor.
    const sole = y + SINKS * drop * ramp(46, 10, y)
    if (x < -22 || x > 74 || y > 66) return [x, sole]
    const along = Math.cos((Math.PI / 2) * ((x - 27) / 48)) ** 2
    const lift = drop < 0 ? 9 : 6
    return [x, sole - drop * lift * along * ramp(66, 40, y) * (0.5 + 0.5 * ramp(30, 10, y))]
  }

/** How much of the leg belongs to a picture of a foot. */
export const FOOT_PICTURE_TOP = 200

/**
 * One foot large, from its inner side: the great toe is nearest, the others show behind it when
 * they part.
 */
export function drawFoot(picture: ExercisePicture, performance: Performance, body: Body): void {
  const side = 'right'
  const { angles, points } = body
  const [ball, heel] = [points[`${side}.ball`], points[`${side}.heel`]]
  // Toes are bent on the drawing, so that the great toe can part from the others.
  const straight = {
    ...points,
    [`${side}.toe`]: {
      x: ball.x + (41 / 96) * (ball.x - heel.x),
      y: ball.y + (41 / 96) * (ball.y - heel.y),
      z: ball.z,
    },
  }
  const rig = poseRigOf(straight, fromTheSide)
  const arch = withArch(angles[`${side}.midfoot.drop`])
  const extension = angles[`${side}.toes.extension`]
  const curl = angles[`${side}.toes.curl`]
  const great = withToes(extension + angles[`${side}.bigToe.lift`], curl * 0.8)
  const small = withToes(extension, curl)
  const onFloor = (point: Point): Point => ({ x: point.x, y: Math.max(point.y, -2) })
  const leg: Warp = (p) => onFloor(rig.leg[side](great(arch(p))))
  const smallToe =
    ([back, up]: Pair): Warp =>
    ([x, y]) =>
      onFloor(rig.leg[side](small([x + back, y + up])))

  const shin = cutAt(outlines.LEG, 330, 'below')
  const isSocked = performance.wear === 'socks'
  for (const [index, place] of extra.SMALL_TOES.entries()) {
    picture.body(`toe-${String(index)}`, [['skin', smallToe(place), extra.SMALL_TOE]], true)
    if (isSocked)
      picture.closed(`sock-${String(index)}`, 'sock', smallToe(place), [extra.SMALL_TOE])
  }
  picture.body('foot', [['leg', leg, shin]])
  picture.closed('foot-shade', 'shade', leg, outlines.LEG_SHADE.slice(1))
  if (isSocked) {
    picture.closed('sock', 'sock', leg, [cutAt(outlines.LEG, extra.SOCK_TOP + 40, 'below')])
  } else {
    picture.open('foot-lines', 'fold', leg, [outlines.LEG_LINES[3] ?? [], extra.GREAT_TOE_NAIL])
  }
  if (performance.lit.includes('arch') || performance.lit.includes('sole')) {
    picture.closed('lit-sole', 'lit', leg, [anatomy.FASCIA])
  }
  const arm = rig.arm[side]
  const handIsHere = points[`${side}.fingertip`].y < FOOT_PICTURE_TOP
  if (handIsHere) {
    picture.body('hand', [['arm', arm, outlines.ARM]])
    picture.open('fingers', 'fold', arm, outlines.FINGER_LINES)
  }
}
