import { NEUTRAL_POINTS, POINT_NAMES, SIDES } from './skeleton'
import type { PointName, Pose, Side, Vec3 } from './skeleton'

/** Every point of the body in space, in thousandths of stature. */
export type Points = Readonly<Record<PointName, Vec3>>

/** A turn, as the three rows of its matrix. */
export type Matrix = readonly [Vec3, Vec3, Vec3]

/** How far the ankle sinks towards the sole with the arch of the foot, in thousandths of stature. */
export const SINKS = 4

const HEIGHT_OF_ANKLE = NEUTRAL_POINTS['right.ankle'].y

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const dot = (a: Vec3, b: Vec3): number => a.x * b.x + a.y * b.y + a.z * b.z

export const apply = (m: Matrix, v: Vec3): Vec3 => ({
  x: dot(m[0], v),
  y: dot(m[1], v),
  z: dot(m[2], v),
})

export const plus = (a: Vec3, b: Vec3): Vec3 => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z })

export const minus = (a: Vec3, b: Vec3): Vec3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z })

/** One turn inside the other, the outermost first. */
export function product(outermost: Matrix, ...others: readonly Matrix[]): Matrix {
  return others.reduce((a, b) => {
    const [x, y, z] = [
      apply(a, { x: b[0].x, y: b[1].x, z: b[2].x }),
      apply(a, { x: b[0].y, y: b[1].y, z: b[2].y }),
      apply(a, { x: b[0].z, y: b[1].z, z: b[2].z }),
    ]
    return [
      { x: x.x, y: y.x, z: z.x },
      { x: x.y, y: y.y, z: z.y },
      { x: x.z, y: y.z, z: z.z },
    ]
  }, outermost)
}

/** The turn back. */
export const transposed = ([a, b, c]: Matrix): Matrix => [
  { x: a.x, y: b.x, z: c.x },
  { x: a.y, y: b.y, z: c.y },
  { x: a.z, y: b.z, z: c.z },
]

/** Turns what hangs down towards the front, and what stands up towards the back. */
export function sagittal(degrees: number): Matrix {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return [
    { x: c, y: -s, z: 0 },
    { x: s, y: c, z: 0 },
    { x: 0, y: 0, z: 1 },
  ]
}

/** Turns what hangs down towards the body's right. */
export function frontal(degrees: number): Matrix {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return [
    { x: 1, y: 0, z: 0 },
    { x: 0, y: c, z: s },
    { x: 0, y: -s, z: c },
  ]
}

/** Turns what points forward towards the body's left. */
export function axial(degrees: number): Matrix {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return [
    { x: c, y: 0, z: s },
    { x: 0, y: 1, z: 0 },
    { x: -s, y: 0, z: c },
  ]
}

const EVEN_LEGS = { left: 1, right: 1 }

/**
 * The points of a body in a pose, with the middle of its pelvis at its neutral height.
 *
 * Angles in degrees, points in thousandths of stature; see `skeleton.ts` for the axes. `legs` is
 * the length of each thigh and shin against their normal length.
 */
export function pointsOf(pose: Pose, legs: Readonly<Record<Side, number>> = EVEN_LEGS): Points {
  const points: Record<PointName, Vec3> = { ...NEUTRAL_POINTS }
  const reach = (from: PointName, turn: Matrix, to: PointName, scale = 1): void => {
    const bone = minus(NEUTRAL_POINTS[to], NEUTRAL_POINTS[from])
    const { x, y, z } = apply(turn, bone)
    points[to] = plus(points[from], { x: scale * x, y: scale * y, z: scale * z })
  }
  const pelvis = product(
    axial(pose['pelvis.rotation']),
    frontal(pose['pelvis.obliquity']),
    sagittal(-pose['pelvis.tilt']),
  )
  reach('pelvis', pelvis, 'lumbosacral')
  const lumbar = product(
    pelvis,
    frontal(pose['lumbar.sideBend']),
    sagittal(-pose['lumbar.flexion']),
  )
  reach('lumbosacral', lumbar, 'thoracolumbar')
  const thorax = product(
    lumbar,
    axial(pose['thoracic.rotation']),
    sagittal(-pose['thoracic.flexion']),
  )
  reach('thoracolumbar', thorax, 'cervicothoracic')
  const neck = product(
    thorax,
    axial(-pose['thoracic.rotation'] - pose['pelvis.rotation']),
    sagittal(-pose['neck.flexion']),
  )
  reach('cervicothoracic', neck, 'atlas')
  reach('atlas', product(neck, sagittal(-pose['head.flexion'])), 'crown')

  for (const side of SIDES) {
    const out = side === 'right' ? 1 : -1
    reach('pelvis', pelvis, `${side}.hip`)
    const thigh = product(
      pelvis,
      sagittal(pose[`${side}.hip.flexion`]),
      frontal(out * pose[`${side}.hip.abduction`]),
      axial(out * pose[`${side}.hip.rotation`]),
    )
    reach(`${side}.hip`, thigh, `${side}.knee`, legs[side])
    const shank = product(
      thigh,
      sagittal(-pose[`${side}.knee.flexion`]),
      frontal(out * pose[`${side}.knee.abduction`]),
      axial(out * pose[`${side}.knee.rotation`]),
    )
    reach(`${side}.knee`, shank, `${side}.patella`)
    reach(`${side}.knee`, shank, `${side}.ankle`, legs[side])
    const foot = product(
      shank,
      sagittal(pose[`${side}.ankle.dorsiflexion`]),
      // The front of the foot stays as it is when the shin turns over it.
      axial(-out * (pose[`${side}.knee.rotation`] + pose[`${side}.hip.rotation`])),
    )
    const heel = product(foot, frontal(out * pose[`${side}.subtalar.eversion`]))
    const sunk: Vec3 = { x: 0, y: SINKS * pose[`${side}.midfoot.drop`], z: 0 }
    // A heel that leans takes the ankle inward over it, and the front of the foot stays beside it.
    const aside = out * HEIGHT_OF_ANKLE * Math.sin(radians(pose[`${side}.subtalar.eversion`]))
    for (const [turn, point, moved] of [
      [heel, 'sole', sunk],
      [heel, 'heel', sunk],
      [foot, 'ball', { ...sunk, z: aside }],
    ] as const) {
      reach(`${side}.ankle`, turn, `${side}.${point}`)
      points[`${side}.${point}`] = plus(points[`${side}.${point}`], apply(foot, moved))
    }
    reach(`${side}.ball`, product(foot, sagittal(pose[`${side}.toes.extension`])), `${side}.toe`)

    reach('cervicothoracic', thorax, `${side}.shoulder`)
    const upperArm = product(
      thorax,
      sagittal(pose[`${side}.shoulder.flexion`]),
      frontal(out * pose[`${side}.shoulder.abduction`]),
    )
    reach(`${side}.shoulder`, upperArm, `${side}.elbow`)
    const forearm = product(upperArm, sagittal(pose[`${side}.elbow.flexion`]))
    reach(`${side}.elbow`, forearm, `${side}.wrist`)
    reach(
      `${side}.wrist`,
      product(forearm, sagittal(pose[`${side}.wrist.flexion`])),
      `${side}.fingertip`,
    )
  }
  return points
}

/** The same body moved so that one of its points lies where it is pinned. */
export function pinnedAt(points: Points, pinned: PointName, place: Vec3): Points {
  const shift = minus(place, points[pinned])
  return Object.fromEntries(POINT_NAMES.map((name) => [name, plus(points[name], shift)])) as Record<
    PointName,
    Vec3
  >
}

/** The body as in a mirror: its left is its right. */
export function mirrored(points: Points): Points {
  return Object.fromEntries(
    POINT_NAMES.map((name) => {
      const other = name.startsWith('left.')
        ? name.replace('left.', 'right.')
        : name.replace('right.', 'left.')
      const { x, y, z } = points[other as PointName]
      return [name, { x, y, z: -z }]
    }),
  ) as Record<PointName, Vec3>
}

/** How high above a body's own zero the lowest point of a foot lies. */
export function lowestOfFoot(points: Points, side: Side): number {
  return Math.min(points[`${side}.heel`].y, points[`${side}.ball`].y, points[`${side}.toe`].y)
}

/** The three views: what is across and what is up on the picture. Forward is right in side view. */
export type View = 'front' | 'back' | 'side'

export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * One looks down on front and back view by this slope, or the feet would have no length; anatomy
 * plates are drawn the same way.
 */
const LOOKING_DOWN = 0.2

/** A point in space as seen in a view, x to the viewer's right and y up. */
export function project(point: Vec3, view: View): Point {
  if (view === 'side') return { x: point.x, y: point.y }
  if (view === 'back') return { x: point.z, y: point.y + LOOKING_DOWN * point.x }
  return { x: -point.z, y: point.y - LOOKING_DOWN * point.x }
}
