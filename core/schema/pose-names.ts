/*
 * Names about poses that the page needs at run time. They stand apart from the schema, so that
 * the page loads without a validator.
 */
import { EXERCISE_PROPS } from './exercise-names'

/** The postures that a pose may start from; `core/figure/pose-bases.ts` says what each is. */
export const POSE_BASES = ['standing', 'sitting', 'lying', 'side-lying', 'all-fours'] as const
export type PoseBase = (typeof POSE_BASES)[number]

/** What of the body can touch something. */
export const CONTACT_NAMES = [
  'seat',
  'hips',
  'shoulders',
  'left.foot',
  'right.foot',
  'left.knee',
  'right.knee',
  'left.hand',
  'right.hand',
] as const
export type ContactName = (typeof CONTACT_NAMES)[number]

/** What can be touched, besides places on the body itself. */
export const SURFACES = ['floor', 'mat', 'wall', 'counter', 'chair', 'step', 'air'] as const
export type Surface = (typeof SURFACES)[number]

/** Places on the body on which a hand or foot can lie. */
export const BODY_PLACES = [
  'left.knee',
  'right.knee',
  'left.ankle',
  'right.ankle',
  'left.ball',
  'right.ball',
  'left.toe',
  'right.toe',
  'left.elbow',
  'right.elbow',
  'left.shoulder',
  'right.shoulder',
  'pelvis',
  'lumbosacral',
  'cervicothoracic',
  'atlas',
] as const
export type BodyPlace = (typeof BODY_PLACES)[number]

/** Which part of a foot or hand is where the contact is. */
export const CONTACT_PARTS = ['sole', 'heel', 'ball', 'toe', 'palm', 'fingertip', 'wrist'] as const
export type ContactPart = (typeof CONTACT_PARTS)[number]

/** What works or is stretched, and so is lit. */
export const LIT_PARTS = [
  'calf',
  'shin',
  'hamstring',
  'thigh',
  'buttock',
  'belly',
  'low-back',
  'sole',
  'arch',
  'nerve',
] as const
export type LitPart = (typeof LIT_PARTS)[number]

/** Objects that a picture can hold. Some belong to more than one prop of an exercise. */
export const SCENE_PROPS = [...EXERCISE_PROPS, 'cane', 'path'] as const
export type SceneProp = (typeof SCENE_PROPS)[number]

/** How a still tells what moves: an arrow from here to there, or round about. */
export const CUE_KINDS = ['arrow', 'round'] as const

/** How the body is looked at: from its right side, one foot alone, or from a little above. */
export const POSE_VIEWS = ['side', 'foot', 'above'] as const
export type PoseView = (typeof POSE_VIEWS)[number]
