/*
 * Names that the page needs at run time. They stand apart from the schemas, so that the page loads
 * without a validator.
 */

/** How urgent a result is: 1 help now, 2 seen today, 3 a visit soon, 4 care at home. */
export const LEVELS = [1, 2, 3, 4] as const

/** The age bands, from the youngest. */
export const AGE_BANDS = ['under-18', '18-49', '50-59', '60-64', '65-plus'] as const

/** Where it hurts. Each region is a flag as well. */
export const REGIONS = ['back', 'leg', 'foot'] as const
