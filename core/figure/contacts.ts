import type { BodyPlace, ContactName, ContactPart } from '../schema/pose-names'
import { minus, pinnedAt, plus, pointsOf } from './kinematics'
import type { Points } from './kinematics'
import { NEUTRAL_POINTS, POINT_NAMES, SHANK_LENGTH, SIDES, THIGH_LENGTH } from './skeleton'
import type { AngleName, PointName, Pose, Side, Vec3 } from './skeleton'

interface Place {
  readonly x: number
  readonly y: number
}

/** Where a part of the body is held, after surfaces were turned into places. */
export interface Hold {
  /** The place on the body that it is measured from, or null for the room. */
  readonly on: BodyPlace | null
  readonly place: Place
  readonly part: ContactPart
  /** See `Touch.slope`; null for a hand in line with its forearm. */
  readonly slope: number | null
  /** Do the toes lie on something, so that they bend when the heel is up? */
  readonly onSurface: boolean
  /** Degrees by which the knee opens outward over a foot that stays. */
  readonly open: number
}

export type Holds = ReadonlyMap<ContactName, Hold>

/** Angles and contacts of a body before its contacts are solved. */
export interface Posture {
  readonly angles: Pose
  /** Degrees that the pelvis leans forward from upright. */
  readonly lean: number
  /** Does the body lie on its left side, its front to the viewer? */
  readonly onSide: boolean
  /** The contact that carries the body, or where the middle of the pelvis is. */
  readonly anchor: ContactName | Vec3
  readonly holds: Holds
}

/** A body in space: every angle after solving, and its points. The floor is at y = 0. */
export interface Body {
  readonly angles: Pose
  readonly points: Points
  readonly lean: number
  readonly onSide: boolean
}

const UPPER_ARM = 186
const FOREARM = 146
const ALONG_HAND: Readonly<Partial<Record<ContactPart, number>>> = {
  wrist: 0,
  palm: 52,
  fingertip: 108,
}

/** From a joint down to the skin that lies on something, in thousandths of stature. */
export const FLESH = { seat: 58, hips: 78, side: 100, shoulders: 60, knee: 36 } as const

/** How far the shin rises towards the ankle when one kneels on pointed feet, in degrees. */
const SHIN_RISES = 8

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI
const cosine = (angle: number): number => Math.cos(radians(angle))
const sine = (angle: number): number => Math.sin(radians(angle))

/** A direction turned in the side plane, from down towards the front. */
const turned = ({ x, y }: Place, angle: number): Place => ({
  x: cosine(angle) * x - sine(angle) * y,
  y: sine(angle) * x + cosine(angle) * y,
})

/** An angle brought between `least` and `least` + 360. */
const from = (least: number, angle: number): number =>
  angle - 360 * Math.floor((angle - least) / 360)

const sideOf = (name: ContactName): Side => (name.startsWith('left') ? 'left' : 'right')

/** How far the trunk up to the shoulders leans forward. */
const leanOfThorax = (angles: Pose, lean: number): number =>
  lean + angles['pelvis.tilt'] + angles['lumbar.flexion'] + angles['thoracic.flexion']

/** A vector turned about an axis of length 1, anticlockwise as seen from its tip. */
function turnedAbout(axis: Vec3, angle: number, v: Vec3): Vec3 {
  const [c, s] = [cosine(angle), sine(angle)]
  const along = (axis.x * v.x + axis.y * v.y + axis.z * v.z) * (1 - c)
  return {
    x: c * v.x + s * (axis.y * v.z - axis.z * v.y) + along * axis.x,
    y: c * v.y + s * (axis.z * v.x - axis.x * v.z) + along * axis.y,
    z: c * v.z + s * (axis.x * v.y - axis.y * v.x) + along * axis.z,
  }
}

/**
 * Lets the feet turn with their legs: those of a standing body stay when hip and shin turn over
 * them, those of a lifted leg do not.
 */
function withTurningFeet(points: Points, angles: Pose): Points {
  const turnedPoints: Record<PointName, Vec3> = { ...points }
  for (const side of SIDES) {
    const turn = angles[`${side}.hip.rotation`] + angles[`${side}.knee.rotation`]
    if (turn === 0) continue
    const ankle = points[`${side}.ankle`]
    const up = minus(ankle, points[`${side}.sole`])
    const length = Math.hypot(up.x, up.y, up.z)
    const axis = { x: up.x / length, y: up.y / length, z: up.z / length }
    for (const part of ['sole', 'heel', 'ball', 'toe'] as const) {
      const name = `${side}.${part}` as const
      const out = side === 'right' ? turn : -turn
      turnedPoints[name] = plus(ankle, turnedAbout(axis, out, minus(points[name], ankle)))
    }
  }
  return turnedPoints
}

/** The points of a body that leans, with the middle of its pelvis at a place. */
function placed(angles: Pose, lean: number, onSide: boolean, pelvis: Vec3): Points {
  const upright = withTurningFeet(pointsOf(angles), angles)
  const [c, s] = [cosine(-lean), sine(-lean)]
  const points = {} as Record<PointName, Vec3>
  for (const name of POINT_NAMES) {
    const { x, y, z } = minus(upright[name], upright.pelvis)
    const leant = { x: c * x - s * y, y: s * x + c * y, z }
    points[name] = plus(pelvis, onSide ? { x: leant.y, y: leant.z, z: leant.x } : leant)
  }
  return points
}

/** From the ankle to a part of a foot whose toes point up by `slope`. */
function soleOffset(part: ContactPart, slope: number, drop: number, toes: number): Place {
  const at = (name: 'sole' | 'heel' | 'ball'): Place => {
    const { x, y } = minus(NEUTRAL_POINTS[`right.${name}`], NEUTRAL_POINTS['right.ankle'])
    return { x, y: y + 4 * drop }
  }
  if (part === 'toe') {
    const ball = turned(at('ball'), slope)
    const toe = turned({ x: 41, y: 0 }, slope + toes)
    return { x: ball.x + toe.x, y: ball.y + toe.y }
  }
  return turned(at(part === 'heel' || part === 'ball' ? part : 'sole'), slope)
}

/** Where the part of the body that a contact is about lies now. */
export function contactPoint(body: Body, name: ContactName, part: ContactPart): Vec3 {
  const { points } = body
  switch (name) {
    case 'seat':
      return plus(points.pelvis, { x: 0, y: -FLESH.seat, z: 0 })
    case 'hips':
      return plus(points.pelvis, { x: 0, y: body.onSide ? -FLESH.side : -FLESH.hips, z: 0 })
    case 'shoulders':
      return plus(points['right.shoulder'], { x: 0, y: -FLESH.shoulders, z: 0 })
    case 'left.knee':
    case 'right.knee':
      return plus(points[name], { x: 0, y: -FLESH.knee, z: 0 })
    case 'left.foot':
    case 'right.foot': {
      const side = sideOf(name)
      return points[
        `${side}.${part === 'heel' || part === 'ball' || part === 'toe' ? part : 'sole'}`
      ]
    }
    case 'left.hand':
    case 'right.hand': {
      const side = sideOf(name)
      const [wrist, tip] = [points[`${side}.wrist`], points[`${side}.fingertip`]]
      const share = (ALONG_HAND[part] ?? 52) / 108
      return plus(wrist, {
        x: share * (tip.x - wrist.x),
        y: share * (tip.y - wrist.y),
        z: share * (tip.z - wrist.z),
      })
    }
  }
}

/** Places on the trunk, along which what is measured from them turns. */
const ON_TRUNK: ReadonlySet<BodyPlace> = new Set([
  'pelvis',
  'lumbosacral',
  'cervicothoracic',
  'atlas',
])

/** How far what lies on a place of the body turns with it. */
const turnOf = ({ on }: Hold, angles: Pose, lean: number): number => {
  if (on === null || !ON_TRUNK.has(on)) return 0
  return on === 'pelvis' ? -lean - angles['pelvis.tilt'] : -leanOfThorax(angles, lean)
}

function targetOf(hold: Hold, { points, angles, lean }: Body): Place {
  if (hold.on === null) return hold.place
  const base = points[hold.on]
  const { x, y } = turned(hold.place, turnOf(hold, angles, lean))
  return { x: base.x + x, y: base.y + y }
}

/** Bends of a chain of two bones so that it reaches as far towards a place as it can. */
function twoBones(
  dx: number,
  dy: number,
  first: number,
  second: number,
): { towards: number; lead: number; bend: number } {
  const distance = Math.min(
    Math.max(Math.hypot(dx, dy), Math.abs(first - second) + 0.001),
    first + second - 0.001,
  )
  const lead = degrees(
    Math.acos((first ** 2 + distance ** 2 - second ** 2) / (2 * first * distance)),
  )
  const inner = degrees(
    Math.acos((first ** 2 + second ** 2 - distance ** 2) / (2 * first * second)),
  )
  return { towards: degrees(Math.atan2(dx, -dy)), lead, bend: 180 - inner }
}

type Angles = Record<AngleName, number>

/** How steep a thigh hangs: 0 straight down, 90 forward. */
const thighSlope = (angles: Angles, lean: number, side: Side): number =>
  angles[`${side}.hip.flexion`] - lean - angles['pelvis.tilt']

function layToes(angles: Angles, side: Side, hold: Hold): void {
  const slope = hold.slope ?? 0
  if (hold.onSurface && hold.part === 'ball' && slope < 0) {
    angles[`${side}.toes.extension`] = -slope
  }
}

/** Sets the ankle of a leg whose hip and knee are given so that the foot has its slope. */
function levelFoot(angles: Angles, lean: number, side: Side, hold: Hold): void {
  const shank = thighSlope(angles, lean, side) - angles[`${side}.knee.flexion`]
  angles[`${side}.ankle.dorsiflexion`] = from(-180, (hold.slope ?? 0) - shank)
  layToes(angles, side, hold)
}

/** Bends a leg so that its foot reaches a place. */
function reachWithFoot(
  angles: Angles,
  lean: number,
  side: Side,
  hip: Vec3,
  place: Place,
  hold: Hold,
) {
  layToes(angles, side, hold)
  const slope = hold.slope ?? 0
  const offset = soleOffset(
    hold.part,
    slope,
    angles[`${side}.midfoot.drop`],
    angles[`${side}.toes.extension`],
  )
  const [dx, dy] = [place.x - offset.x - hip.x, place.y - offset.y - hip.y]
  const { towards, lead, bend } = twoBones(dx, dy, THIGH_LENGTH, SHANK_LENGTH)
  const thigh = towards + lead
  angles[`${side}.hip.flexion`] = from(-150, thigh + lean + angles['pelvis.tilt'])
  angles[`${side}.knee.flexion`] = bend
  angles[`${side}.ankle.dorsiflexion`] = from(-180, slope - thigh + bend)
}

/** Bends an arm so that its hand reaches a place. */
function reachWithHand(
  angles: Angles,
  lean: number,
  side: Side,
  shoulder: Vec3,
  place: Place,
  hold: Hold,
): void {
  const along = ALONG_HAND[hold.part] ?? 52
  const inLine = hold.slope === null
  const hand = hold.slope ?? 0
  const offset = inLine ? { x: 0, y: 0 } : turned({ x: 0, y: -along }, hand)
  const [dx, dy] = [place.x - offset.x - shoulder.x, place.y - offset.y - shoulder.y]
  const { towards, lead, bend } = twoBones(dx, dy, UPPER_ARM, FOREARM + (inLine ? along : 0))
  const upper = towards - lead
  angles[`${side}.shoulder.flexion`] = from(-120, upper + leanOfThorax(angles, lean))
  angles[`${side}.shoulder.abduction`] = 0
  angles[`${side}.elbow.flexion`] = bend
  angles[`${side}.wrist.flexion`] = inLine ? 0 : from(-180, hand - upper - bend)
}

/** Kneels with the thigh as it is: the shin lies back on pointed toes. */
function layShin(angles: Angles, lean: number, side: Side): void {
  const shin = -90 - SHIN_RISES
  angles[`${side}.knee.flexion`] = from(-90, thighSlope(angles, lean, side) - shin)
}

/**
 * Turns a leg about the line from hip to ankle, knee outward, so that the foot stays where it is.
 * The three angles of the hip are read back from the turned thigh.
 */
function openKnee(angles: Angles, side: Side, open: number): void {
  if (open === 0) return
  const out = side === 'right' ? 1 : -1
  const flexion = angles[`${side}.hip.flexion`]
  const aside = out * angles[`${side}.hip.abduction`]
  const knee = angles[`${side}.knee.flexion`]
  const onLeg = ({ x, y }: Place): Vec3 => ({
    ...turned({ x, y: cosine(aside) * y }, flexion),
    z: -sine(aside) * y,
  })
  const thigh = onLeg({ x: 0, y: -THIGH_LENGTH })
  const reach = plus(thigh, onLeg(turned({ x: 0, y: -SHANK_LENGTH }, -knee)))
  const length = Math.hypot(reach.x, reach.y, reach.z)
  const axis: Vec3 = { x: reach.x / length, y: reach.y / length, z: reach.z / length }
  const turn = (v: Vec3, angle: number): Vec3 => turnedAbout(axis, angle, v)
  // Outward is the way in which the knee comes nearer to its own side.
  const way = Math.sign(turn(thigh, 1).z - thigh.z) === out ? 1 : -1
  const down = turn(onLeg({ x: 0, y: -1 }), way * open)
  const forward = turn(onLeg({ x: 1, y: 0 }), way * open)
  const abduction = degrees(Math.asin(down.z))
  const newFlexion = degrees(Math.atan2(down.x, -down.y))
  const flat = turned({ x: forward.x, y: forward.y }, -newFlexion)
  const acrossThigh = cosine(abduction) * forward.z + sine(abduction) * flat.y
  angles[`${side}.hip.flexion`] = newFlexion
  angles[`${side}.hip.abduction`] = out * abduction
  angles[`${side}.hip.rotation`] = out * degrees(Math.atan2(-acrossThigh, flat.x))
}

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 }

/** The points of a body with its anchor where it is held. */
function anchored(posture: Posture, angles: Angles): Points {
  const { anchor, lean, onSide, holds } = posture
  if (typeof anchor !== 'string') return placed(angles, lean, onSide, anchor)
  const points = placed(angles, lean, onSide, ORIGIN)
  const hold = holds.get(anchor)
  if (!hold) return points
  const here = contactPoint({ angles, points, lean, onSide }, anchor, hold.part)
  return pinnedAt(points, 'pelvis', { x: hold.place.x - here.x, y: hold.place.y - here.y, z: 0 })
}

const LEG_PLACES: ReadonlySet<BodyPlace | null> = new Set(
  SIDES.flatMap((side) =>
    (['knee', 'ankle', 'ball', 'toe'] as const).map((at) => `${side}.${at}` as const),
  ),
)

/**
 * Solves the contacts of a posture: the anchored part is where it is held and the body follows,
 * then each other held hand and foot reaches its place by bending two joints in the side plane.
 *
 * Angles that result may lie past a joint's range and a place may be out of reach; the content
 * check `poses-are-legal` tells both, so nothing is clamped here and no contact gives way.
 */
export function solve(posture: Posture): Body {
  const { lean, onSide, holds, anchor } = posture
  const angles: Angles = { ...posture.angles }
  const feet: [Side, Hold][] = []
  const hands: [Side, Hold][] = []
  for (const [name, hold] of holds) {
    const side = sideOf(name)
    if (name === 'left.knee' || name === 'right.knee') layShin(angles, lean, side)
    else if (hold.open > 0) openKnee(angles, side, hold.open)
    else if (name === 'left.foot' || name === 'right.foot') {
      if (name === anchor) levelFoot(angles, lean, side, hold)
      else feet.push([side, hold])
    } else if (name === 'left.hand' || name === 'right.hand') hands.push([side, hold])
  }
  let points = anchored(posture, angles)
  if (feet.length + hands.length === 0) return { angles, points, lean, onSide }
  const { pelvis } = points
  for (const [side, hold] of feet) {
    const place = targetOf(hold, { angles, points, lean, onSide })
    reachWithFoot(angles, lean, side, points[`${side}.hip`], place, hold)
  }
  if (feet.length > 0 && hands.some(([, { on }]) => LEG_PLACES.has(on))) {
    points = placed(angles, lean, onSide, pelvis)
  }
  for (const [side, hold] of hands) {
    const place = targetOf(hold, { angles, points, lean, onSide })
    const slope = hold.slope === null ? null : hold.slope + turnOf(hold, angles, lean)
    reachWithHand(angles, lean, side, points[`${side}.shoulder`], place, { ...hold, slope })
  }
  return { angles, points: placed(angles, lean, onSide, pelvis), lean, onSide }
}

/** How far each held part is from where it should be, in thousandths of stature. */
export function contactErrors(body: Body, holds: Holds): ReadonlyMap<ContactName, number> {
  return new Map(
    [...holds].flatMap(([name, hold]): [ContactName, number][] => {
      if (hold.open > 0) return []
      const [here, there] = [contactPoint(body, name, hold.part), targetOf(hold, body)]
      return [[name, Math.hypot(here.x - there.x, here.y - there.y)]]
    }),
  )
}

/** The points that must stay above the floor, and how thick the body is there at least. */
const LOWEST: readonly (readonly [PointName, number])[] = [
  ...SIDES.flatMap((side) =>
    (
      [
        ['heel', 0],
        ['ball', 0],
        ['toe', 0],
        ['knee', 30],
        ['elbow', 12],
        ['wrist', 8],
        ['fingertip', 0],
        ['shoulder', 30],
      ] as const
    ).map(([point, thick]) => [`${side}.${point}`, thick] as const),
  ),
  ['pelvis', 50],
  ['cervicothoracic', 20],
  ['crown', 8],
]

/** The arm under a body on its side, whose shoulder gives way more than a stiff skeleton can. */
const LOWER_ARM: ReadonlySet<PointName> = new Set([
  'left.shoulder',
  'left.elbow',
  'left.wrist',
  'left.fingertip',
])

/** How deep the lowest point of a body lies under the floor, and which it is. */
export function depthUnderFloor(body: Body): { depth: number; point: PointName } {
  const points = body.onSide ? LOWEST.filter(([point]) => !LOWER_ARM.has(point)) : LOWEST
  return points.reduce<{ depth: number; point: PointName }>(
    (deepest, [point, thick]) => {
      const depth = thick - body.points[point].y
      return depth > deepest.depth ? { depth, point } : deepest
    },
    { depth: -Infinity, point: 'pelvis' },
  )
}
