/**
 * The skeleton: joints, segment lengths and how far each joint may go.
 *
 * Lengths are thousandths of stature, so that a body is 1000 tall. Heights and lengths of foot,
 * shank, thigh, arm, hand and head follow Drillis and Contini (1966), Body Segment Parameters, as
 * tabled in Winter (2009), Biomechanics and Motor Control of Human Movement, 4th ed., figure 4.1:
 * ankle 39, knee 285, hip 530, shoulder 818, chin 870, upper arm 186, forearm 146, hand 108, foot
 * 152. The distance between the hip joints follows Bell, Pedersen and Brand (1990), J Biomech
 * 23:617-621 (72 % of the distance between the front spines of the pelvis). Where along the trunk
 * the spine lies is drawn from anatomy plates.
 *
 * Axes: x forward, y up, z to the body's own right. The origin is on the floor, between the feet.
 */
export interface Vec3 {
  readonly x: number
  readonly y: number
  readonly z: number
}

export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]

const AXIAL_POINTS = [
  'pelvis',
  'lumbosacral',
  'thoracolumbar',
  'cervicothoracic',
  'atlas',
  'crown',
] as const
const LIMB_POINTS = [
  'hip',
  'knee',
  'patella',
  'ankle',
  'sole',
  'heel',
  'ball',
  'toe',
  'shoulder',
  'elbow',
  'wrist',
  'fingertip',
] as const
type LimbPoint = (typeof LIMB_POINTS)[number]
export type PointName = (typeof AXIAL_POINTS)[number] | `${Side}.${LimbPoint}`

export const POINT_NAMES: readonly PointName[] = [
  ...AXIAL_POINTS,
  ...SIDES.flatMap((side) => LIMB_POINTS.map((point) => `${side}.${point}` as const)),
]

/** Half the distance between the hip joints. */
export const HALF_HIP_WIDTH = 48
const HALF_SHOULDER_WIDTH = 104

/** Where the points are when all joint angles are zero: upright, arms hanging, feet forward. */
export const NEUTRAL_POINTS: Readonly<Record<PointName, Vec3>> = {
  pelvis: { x: 0, y: 530, z: 0 },
  lumbosacral: { x: -27, y: 588, z: 0 },
  thoracolumbar: { x: -27, y: 690, z: 0 },
  cervicothoracic: { x: -40, y: 846, z: 0 },
  atlas: { x: -14, y: 902, z: 0 },
  crown: { x: -8, y: 1000, z: 0 },
  ...limb('left', -1),
  ...limb('right', 1),
}

function limb<S extends Side>(side: S, sign: number): Record<`${S}.${LimbPoint}`, Vec3> {
  const leg = sign * HALF_HIP_WIDTH
  const arm = sign * HALF_SHOULDER_WIDTH
  const points: Record<LimbPoint, Vec3> = {
    hip: { x: 0, y: 530, z: leg },
    knee: { x: 0, y: 285, z: leg },
    patella: { x: 34, y: 290, z: leg },
    ankle: { x: 0, y: 39, z: leg },
    sole: { x: 0, y: 0, z: leg },
    heel: { x: -24, y: 0, z: leg },
    ball: { x: 72, y: 0, z: leg },
    toe: { x: 113, y: 0, z: leg },
    shoulder: { x: -18, y: 808, z: arm },
    elbow: { x: -18, y: 622, z: arm },
    wrist: { x: -18, y: 476, z: arm },
    fingertip: { x: -18, y: 368, z: arm },
  }
  return Object.fromEntries(LIMB_POINTS.map((name) => [`${side}.${name}`, points[name]])) as Record<
    `${S}.${LimbPoint}`,
    Vec3
  >
}

/** Lengths of the leg's two long segments, in thousandths of stature. */
export const THIGH_LENGTH = 245
export const SHANK_LENGTH = 246

interface Range {
  readonly min: number
  readonly max: number
}

/**
 * Ranges of motion in degrees.
 *
 * Limbs and spine: American Academy of Orthopaedic Surgeons (1965), Joint Motion: Method of
 * Measuring and Recording, and Greene and Heckman (1994), The Clinical Measurement of Joint
 * Motion; outward rotation of the bent hip, as in sitting with one ankle on the other knee: Kapandji
 * (2011), The Physiology of the Joints, vol. 2, 6th ed. These books give no range for tilt of the whole pelvis in space, for sideways angling of
 * the knee, for sinking of the middle of the foot or for the big toe against the others: those are
 * the drawing's own, kept small.
 */
const AXIAL_RANGES = {
  'pelvis.tilt': { min: -30, max: 30 },
  'pelvis.obliquity': { min: -15, max: 15 },
  'pelvis.rotation': { min: -30, max: 30 },
  'lumbar.flexion': { min: -25, max: 60 },
  'lumbar.sideBend': { min: -25, max: 25 },
  'thoracic.flexion': { min: -10, max: 40 },
  'thoracic.rotation': { min: -45, max: 45 },
  'neck.flexion': { min: -45, max: 45 },
  'head.flexion': { min: -20, max: 20 },
} as const satisfies Record<string, Range>

const LIMB_RANGES = {
  'hip.flexion': { min: -30, max: 120 },
  'hip.abduction': { min: -30, max: 45 },
  'hip.rotation': { min: -60, max: 45 },
  'knee.flexion': { min: 0, max: 135 },
  'knee.abduction': { min: -8, max: 8 },
  'knee.rotation': { min: -15, max: 15 },
  'ankle.dorsiflexion': { min: -50, max: 20 },
  'subtalar.eversion': { min: -35, max: 15 },
  'midfoot.drop': { min: -1, max: 1 },
  'toes.extension': { min: -45, max: 70 },
  'toes.curl': { min: 0, max: 60 },
  'bigToe.lift': { min: -60, max: 60 },
  'shoulder.flexion': { min: -60, max: 180 },
  'shoulder.abduction': { min: -20, max: 180 },
  'elbow.flexion': { min: 0, max: 150 },
  'wrist.flexion': { min: -70, max: 80 },
} as const satisfies Record<string, Range>

type AxialAngle = keyof typeof AXIAL_RANGES
export type LimbAngle = keyof typeof LIMB_RANGES
export type AngleName = AxialAngle | `${Side}.${LimbAngle}`

/**
 * A pose: the angle of every joint in degrees, each named after the movement that is positive.
 * Internal rotation of the hip and of the shin is positive. `midfoot.drop` alone is no angle: it
 * runs from -1 (high arch) to 1 (flat).
 */
export type Pose = Readonly<Record<AngleName, number>>

/** How far each joint may go, in degrees. */
export const RANGES: Readonly<Record<AngleName, Range>> = {
  ...AXIAL_RANGES,
  ...limbRanges('left'),
  ...limbRanges('right'),
}

function limbRanges<S extends Side>(side: S): Record<`${S}.${LimbAngle}`, Range> {
  return Object.fromEntries(
    Object.entries(LIMB_RANGES).map(([name, range]) => [`${side}.${name}`, range]),
  ) as Record<`${S}.${LimbAngle}`, Range>
}

export const ANGLE_NAMES = Object.keys(RANGES) as AngleName[]

/** The angles that each side has its own of, without the side. */
export const LIMB_ANGLE_NAMES = Object.keys(LIMB_RANGES) as LimbAngle[]

/** The pose in which every angle is zero. */
export const NEUTRAL_POSE: Pose = Object.fromEntries(
  ANGLE_NAMES.map((name) => [name, 0]),
) as Record<AngleName, number>

/** A whole pose from some angles: what is not given is neutral, what is too far stops at its range. */
export function poseFrom(angles: Partial<Pose>): Pose {
  const pose: Record<AngleName, number> = { ...NEUTRAL_POSE }
  for (const name of ANGLE_NAMES) {
    const { min, max } = RANGES[name]
    pose[name] = Math.min(max, Math.max(min, angles[name] ?? 0))
  }
  return pose
}
