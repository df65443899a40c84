import { z } from 'zod'
import { ANGLE_NAMES, LIMB_ANGLE_NAMES } from '../figure/skeleton'
import {
  BODY_PLACES,
  CONTACT_NAMES,
  CONTACT_PARTS,
  CUE_KINDS,
  LIT_PARTS,
  POSE_BASES,
  POSE_VIEWS,
  SCENE_PROPS,
  SURFACES,
} from './pose-names'

const Coordinate = z.number().min(-2000).max(2000)
/** Across (forward is more) and up, in thousandths of body height. */
const Place = z.tuple([Coordinate, Coordinate])

const ANGLES = [...ANGLE_NAMES, ...LIMB_ANGLE_NAMES.map((name) => `both.${name}` as const)] as const
/** Degrees by joint, like `right.knee.flexion` or, for both sides, `both.knee.flexion`. */
const Angles = z.partialRecord(z.enum(ANGLES as unknown as [string, ...string[]]), z.number())

const CONTACTS = [...CONTACT_NAMES, 'both.foot', 'both.knee', 'both.hand'] as const

/** Where a part of the body is held: it stays there, and the joints follow. */
export const Touch = z.strictObject({
  /** What is touched: a surface, a place on the body, or `air` for a place in the room. */
  on: z.enum([...SURFACES, ...BODY_PLACES]),
  /**
   * Where. On floor, mat, chair, counter and step: how far forward. On the wall: how high. On the
   * body and in the air: forward and up, from that place or from the middle of the floor.
   */
  at: z.union([Coordinate, Place]),
  /** Which part of the foot or hand lies there; the sole or the palm if not said. */
  part: z.enum(CONTACT_PARTS).optional(),
  /**
   * A foot: degrees that its toes point up. A hand: where the fingers point, 0 down, 90 forward,
   * 180 up; along the forearm if not said.
   */
  slope: z.number().min(-180).max(270).optional(),
  /** A foot that stays while the knee opens outward: by how many degrees. */
  open: z.number().min(0).max(60).optional(),
})
export type Touch = z.infer<typeof Touch>

/** An arrow on the still: where it starts and ends, or round what it turns. */
export const Cue = z.strictObject({
  kind: z.enum(CUE_KINDS).default('arrow'),
  from: Place,
  /** For `round`: the middle is at `from`, and this is across and up from there, where it is open. */
  to: Place,
})
export type Cue = z.infer<typeof Cue>

/** Where a prop stands: on the floor at so far forward, at a height, so long or wide. */
export const PropPlace = z.strictObject({
  at: Coordinate.default(0),
  /** Height of its upper side: of a seat, a counter, a step. */
  height: Coordinate.optional(),
  size: z.number().min(1).max(2000).optional(),
  /** A chair with arms to push on. */
  arms: z.boolean().optional(),
  /** What it is held by or lies along, one after the other. */
  along: z.array(z.enum([...BODY_PLACES, 'left.fingertip', 'right.fingertip', 'crown'])).optional(),
})
export type PropPlace = z.infer<typeof PropPlace>

/** What may change a prop from key pose to key pose. */
const PropMove = z.partialRecord(z.enum(SCENE_PROPS), Place)

/** One moment that the body passes; the first differs from the base, the others from the first. */
export const KeyPose = z.strictObject({
  /** `start`, `middle` and `end` are the stills on paper; others are only passed. */
  name: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/, 'use small letters and dashes'),
  /** Seconds to get here from the pose before; for the first, from the last. */
  seconds: z.number().min(0.1).max(20).default(2),
  /** Seconds to stay. */
  hold: z.number().min(0).max(20).default(0.6),
  /** `soft` starts and ends slowly; `even` keeps one speed, for what goes round. */
  ease: z.enum(['soft', 'even']).default('soft'),
  /** Degrees that the pelvis leans forward: 0 upright, 90 face down, -90 on the back. */
  lean: z.number().min(-180).max(180).optional(),
  angles: Angles.default({}),
  /** Which contact carries the body; the others follow it. */
  anchor: z.enum(CONTACT_NAMES).optional(),
  touch: z.partialRecord(z.enum(CONTACTS), z.union([Touch, z.literal('free')])).default({}),
  /** How far props are moved from their place, forward and up. */
  move: PropMove.default({}),
  cues: z.array(Cue).max(3).default([]),
})
export type KeyPose = z.infer<typeof KeyPose>

const SCRIPT = {
  base: z.enum(POSE_BASES),
  view: z.enum(POSE_VIEWS).default('side'),
  /** What is on the feet. */
  wear: z.enum(['shoes', 'socks', 'bare']).default('shoes'),
  /** What works or is stretched. */
  lit: z.array(z.enum(LIT_PARTS)).max(3).default([]),
  props: z.partialRecord(z.enum(SCENE_PROPS), PropPlace).default({}),
  /** Seconds of one stride, where the body walks and needs no key poses but for stills. */
  walk: z.number().positive().optional(),
  /** In order; after the last the first comes again. */
  keys: z.array(KeyPose).min(2).max(12),
}

/**
 * The easier or harder way. With a base of its own it stands alone; without one it is the exercise
 * itself, but for what stands here: key poses by name, angles and touches one by one.
 */
export const PoseVariant = z.strictObject({
  base: SCRIPT.base.optional(),
  view: z.enum(POSE_VIEWS).optional(),
  wear: z.enum(['shoes', 'socks', 'bare']).optional(),
  lit: z.array(z.enum(LIT_PARTS)).max(3).optional(),
  props: z.partialRecord(z.enum(SCENE_PROPS), PropPlace).optional(),
  walk: z.number().positive().optional(),
  keys: z
    .array(
      KeyPose.extend({
        seconds: z.number().min(0.1).max(20).optional(),
        hold: z.number().min(0).max(20).optional(),
        ease: z.enum(['soft', 'even']).optional(),
        angles: Angles.optional(),
        touch: KeyPose.shape.touch.unwrap().optional(),
        move: PropMove.optional(),
        cues: z.array(Cue).max(3).optional(),
      }),
    )
    .max(12)
    .default([]),
})
export type PoseVariant = z.infer<typeof PoseVariant>

/** How an exercise is done, as poses: side view, facing right, thousandths of body height. */
export const PoseScript = z.strictObject({
  ...SCRIPT,
  easier: PoseVariant.optional(),
  harder: PoseVariant.optional(),
})
export type PoseScript = z.infer<typeof PoseScript>
