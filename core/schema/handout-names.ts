/*
 * Names about the handout that the page needs at run time. They stand apart from the schema, so
 * that the page loads without a validator.
 */

/** How the words of one or two languages stand on the paper. */
export const HANDOUT_LAYOUTS = ['one', 'side-by-side', 'sheet-after-sheet'] as const

/** Height of the letters in points: standard, large, largest. */
export const LETTER_POINTS = [14, 18, 24] as const
