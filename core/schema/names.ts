/*
 * Names that the page needs at run time. They stand apart from the schemas, so that the page loads
 * without a validator.
 */

/** How sure research is, from the surest to the least sure. */
export const EVIDENCE_STRENGTHS = [
  'strong',
  'moderate',
  'limited',
  'conflicting',
  'not-supported',
] as const

/** How many minutes a visitor has; 10 is the whole story. */
export const PATH_MINUTES = ['2', '5', '10'] as const
