import { SHANK_LENGTH, THIGH_LENGTH, poseFrom } from './skeleton'
import type { LimbAngle, Pose, Side } from './skeleton'

/** What changes a way of walking. */
export interface WalkStyle {
  /** Length of a stride (two steps) in thousandths of stature. */
  readonly stride: number
  /** Most upward bend that the ankle allows, in degrees. */
  readonly ankleLimit: number
  /** How much earlier the heel leaves the floor, as a part of the cycle. */
  readonly earlyHeel: number
  /** How far the body sways from side to side, in degrees. */
  readonly sway: number
  /** What the trunk does all the time, in degrees. */
  readonly trunk: Partial<Pose>
}

/** A calm walk of a healthy adult: short of the 830 per stride that adults choose outdoors. */
export const CALM_WALK: WalkStyle = {
  stride: 700,
  ankleLimit: 18,
  earlyHeel: 0,
  sway: 2,
  trunk: {},
}

/** How long one stride takes, in seconds, at an easy pace of about 100 steps a minute. */
export const STRIDE_SECONDS = 1.25

/** When the foot of a leg leaves the floor, as a part of its cycle, which begins with the heel. */
export const TOE_OFF = 0.61

const TENTH = 0.1

/*
 * Normal joint angles in degrees at every tenth of the cycle from heel contact, read off the mean
 * curves in Winter (2009), Biomechanics and Motor Control of Human Movement, 4th ed., and Perry
 * and Burnfield (2010), Gait Analysis, 2nd ed. Rounded: they shape the swing, no more.
 */
const HIP_FLEXION = [28, 25, 17, 7, -3, -9, -3, 14, 27, 32]
const KNEE_FLEXION = [5, 16, 15, 9, 6, 12, 38, 61, 46, 15]

/** Slope of the foot against the floor, toes up positive, as [part of the cycle, degrees]. */
const FOOT_SLOPE: readonly (readonly [number, number])[] = [
  [0, 18],
  [0.08, 0],
  [0.3, 0],
  [0.5, -20],
  [TOE_OFF, -52],
  [0.68, -56],
  [0.8, -20],
  [0.9, 12],
  [1, 18],
]

const fraction = (phase: number): number => phase - Math.floor(phase)

const smooth = (t: number): number => t * t * (3 - 2 * t)

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** A closed curve through ten evenly spaced values (Catmull-Rom). */
function closedCurve(values: readonly number[], phase: number): number {
  const place = fraction(phase) / TENTH
  const i = Math.floor(place)
  const t = place - i
  const at = (k: number): number => values[(k + values.length) % values.length] ?? 0
  const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}

function footSlope(phase: number, early: number): number {
  const leave = (time: number): number => (time > 0.1 && time < TOE_OFF ? time - early : time)
  for (let i = 1; i < FOOT_SLOPE.length; i += 1) {
    const [before, from] = FOOT_SLOPE[i - 1] ?? [0, 0]
    const [after, to] = FOOT_SLOPE[i] ?? [1, 0]
    if (phase <= leave(after)) {
      const span = leave(after) - leave(before)
      return from + (to - from) * smooth((phase - leave(before)) / span)
    }
  }
  return FOOT_SLOPE[0]?.[1] ?? 0
}

interface Place {
  x: number
  y: number
}

/** From the ankle to where the foot touches the floor, at the heel and at the ball. */
const TO_HEEL: Place = { x: -24, y: -39 }
const TO_BALL: Place = { x: 72, y: -39 }

function turned({ x, y }: Place, slope: number): Place {
  const [c, s] = [Math.cos(radians(slope)), Math.sin(radians(slope))]
  return { x: c * x - s * y, y: s * x + c * y }
}

/** Height of the hip joints above the floor: highest over the standing leg, lowest between. */
function hipHeight(phase: number, style: WalkStyle): number {
  const rise = (9 * style.stride) / CALM_WALK.stride
  return 517 - (0.02 * style.stride - 14) - rise * Math.cos(4 * Math.PI * (phase - 0.05))
}

/** Where the ankle is, forward of the hip and above the floor, while the foot is on the floor. */
function stanceAnkle(phase: number, slope: number, style: WalkStyle): Place {
  const flat = { x: (0.235 - phase) * style.stride, y: -TO_HEEL.y }
  const contact = slope > 0 ? TO_HEEL : TO_BALL
  const turnedContact = turned(contact, slope)
  return { x: flat.x + contact.x - turnedContact.x, y: -turnedContact.y }
}

function curveAnkle(phase: number, height: number): Place {
  const hip = closedCurve(HIP_FLEXION, phase)
  const shank = hip - closedCurve(KNEE_FLEXION, phase)
  return {
    x: THIGH_LENGTH * Math.sin(radians(hip)) + SHANK_LENGTH * Math.sin(radians(shank)),
    y: height - THIGH_LENGTH * Math.cos(radians(hip)) - SHANK_LENGTH * Math.cos(radians(shank)),
  }
}

/**
 * The ankle in swing: the published curves carry it, and what they miss at both ends of the swing
 * is spread over it, so that the foot neither jumps when it leaves nor when it lands.
 */
function swingAnkle(phase: number, slope: number, style: WalkStyle): Place {
  const gap = (at: number): Place => {
    const height = hipHeight(at, style)
    const stance = stanceAnkle(at % 1, footSlope(at, style.earlyHeel), style)
    const curve = curveAnkle(at, height)
    return { x: stance.x - curve.x, y: stance.y - curve.y }
  }
  const [left, lands] = [gap(TOE_OFF), gap(1)]
  const t = smooth((phase - TOE_OFF) / (1 - TOE_OFF))
  const curve = curveAnkle(phase, hipHeight(phase, style))
  const ankle = {
    x: curve.x + left.x + t * (lands.x - left.x),
    y: curve.y + left.y + t * (lands.y - left.y),
  }
  const clearance = 5 * Math.sin(Math.PI * t)
  const lowest = Math.min(turned(TO_HEEL, slope).y, turned(TO_BALL, slope).y)
  return { x: ankle.x, y: Math.max(ankle.y, clearance - lowest) }
}

interface LegAngles {
  hip: number
  knee: number
  ankle: number
  toes: number
}

function legAngles(phase: number, style: WalkStyle, pelvisTilt: number): LegAngles {
  const height = hipHeight(phase, style)
  const solve = (slope: number): LegAngles => {
    const ankle =
      phase < TOE_OFF ? stanceAnkle(phase, slope, style) : swingAnkle(phase, slope, style)
    const down = height - ankle.y
    const reach = Math.min(Math.hypot(ankle.x, down), THIGH_LENGTH + SHANK_LENGTH - 0.5)
    const knee =
      180 -
      degrees(
        Math.acos(
          (THIGH_LENGTH ** 2 + SHANK_LENGTH ** 2 - reach ** 2) / (2 * THIGH_LENGTH * SHANK_LENGTH),
        ),
      )
    const lead = degrees(
      Math.acos((THIGH_LENGTH ** 2 + reach ** 2 - SHANK_LENGTH ** 2) / (2 * THIGH_LENGTH * reach)),
    )
    const thigh = degrees(Math.atan2(ankle.x, down)) + lead
    return { hip: thigh + pelvisTilt, knee, ankle: slope - thigh + knee, toes: Math.max(0, -slope) }
  }
  let slope = footSlope(phase, style.earlyHeel)
  let angles = solve(slope)
  // A tight calf lets the heel go as soon as the ankle can bend no further.
  if (phase < TOE_OFF && angles.ankle > style.ankleLimit) {
    let [more, less] = [slope - 45, slope]
    for (let halving = 0; halving < 12; halving += 1) {
      slope = (more + less) / 2
      angles = solve(slope)
      if (angles.ankle > style.ankleLimit) less = slope
      else more = slope
    }
  }
  return angles
}

/**
 * The walking pose at a phase of the cycle: 0 and 1 are heel contact of the right foot.
 *
 * The foot on the floor rolls over heel and ball and does not slide; hip and knee follow from
 * where hip and ankle must be, and the swing from published curves.
 */
export function walkPose(phase: number, style: WalkStyle = CALM_WALK): Pose {
  const tilt = style.trunk['pelvis.tilt'] ?? 0
  const lean = tilt + (style.trunk['lumbar.flexion'] ?? 0) + (style.trunk['thoracic.flexion'] ?? 0)
  const leg = (side: Side, legPhase: number): Partial<Pose> => {
    const { hip, knee, ankle, toes } = legAngles(fraction(legPhase), style, tilt)
    const arm = -Math.cos(2 * Math.PI * (legPhase - 0.02))
    const angles: Partial<Record<LimbAngle, number>> = {
      'hip.flexion': hip,
      'knee.flexion': knee,
      'ankle.dorsiflexion': ankle,
      'toes.extension': toes,
      'shoulder.flexion': lean + 17 * arm,
      'shoulder.abduction': 6,
      'elbow.flexion': 17 + 8 * arm,
      'wrist.flexion': 4,
    }
    return Object.fromEntries(
      Object.entries(angles).map(([name, value]) => [`${side}.${name}`, value]),
    )
  }
  return poseFrom({
    ...style.trunk,
    ...leg('right', phase),
    ...leg('left', phase + 0.5),
    'lumbar.sideBend':
      (style.trunk['lumbar.sideBend'] ?? 0) + style.sway * Math.sin(2 * Math.PI * (phase - 0.05)),
    'thoracic.rotation': 5 * Math.cos(2 * Math.PI * phase),
  })
}

/** Which foot carries the body at a phase, and so is pinned: the one that is on the floor alone. */
export function standingSide(phase: number): Side {
  return fraction(phase) < 0.5 ? 'right' : 'left'
}

/** Where the middle of the hips is at a phase, in thousandths of stature, from where it began. */
export function walkOrigin(phase: number, style: WalkStyle = CALM_WALK): Place {
  return { x: phase * style.stride, y: hipHeight(fraction(phase), style) }
}
