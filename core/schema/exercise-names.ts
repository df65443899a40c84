/*
 * Names about exercises that the page needs at run time. They stand apart from the schemas, so
 * that the page loads without a validator.
 */

/** The posture in which an exercise is done. */
export const EXERCISE_POSITIONS = ['sit', 'stand', 'lie', 'all-fours', 'walk'] as const

/** The links between feet and back that an exercise serves. */
export const EXERCISE_LINKS = ['nerve', 'heel', 'ankle', 'shape', 'grip', 'hip', 'move'] as const

/** What an exercise needs besides a body. */
export const EXERCISE_PROPS = [
  'chair',
  'wall',
  'mat',
  'ball',
  'towel',
  'counter',
  'strap',
  'step',
  'stick',
  'band',
  'can',
  'bag',
] as const

/**
 * The nine columns of the safety table: the thirds of a pregnancy, numb feet or nerve damage from
 * diabetes, thin bones or a spine fracture, surgery in the last 12 weeks, a break that has not
 * healed, poor balance or a recent fall, and leg pain below the knee now.
 */
export const SAFETY_COLUMNS = ['t1', 't2', 't3', 'neu', 'ost', 'sur', 'frx', 'bal', 'sci'] as const

/** Conditions outside the table that leave some exercises out, by the ids of their questions. */
export const SAFETY_FLAGS = ['C-thin', 'C-joint'] as const

/** The three ways in which an exercise can be done. */
export const EXERCISE_VERSIONS = ['main', 'easier', 'harder'] as const
