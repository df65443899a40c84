/*
 * Names that the page needs at run time. They stand apart from the schemas, so that the page loads
 * without a validator.
 */

/** The parts of the body that a label can point at and that can be lit, from the ground up. */
export const FIGURE_PARTS = [
  'toes',
  'ball-of-foot',
  'arch',
  'heel',
  'ankle',
  'shin',
  'calf',
  'knee',
  'thigh',
  'hamstring',
  'hip',
  'buttock',
  'pelvis',
  'low-back',
  'mid-back',
  'neck',
] as const
