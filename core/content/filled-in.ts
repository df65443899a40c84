import type { DoseWords } from '../schema/exercise'

/** What a message must fill in, and what else it may ask about. */
export interface FilledIn {
  must: readonly string[]
  may?: readonly string[]
}

/** By message, what `doseInWords` hands to it. */
export const FILLED_IN_DOSE: Record<keyof DoseWords, FilledIn> = {
  range: { must: ['min', 'max'] },
  part: { must: ['name', 'dose'] },
  reps: { must: ['n'], may: ['max', 'sides'] },
  sets: { must: ['n', 'reps'], may: ['max', 'sides'] },
  hold: { must: ['n'], may: ['max', 'sides', 'orLess'] },
  minutes: { must: ['n'], may: ['max', 'sides'] },
  rest: { must: ['n'], may: ['max', 'sides'] },
  often: { must: ['times', 'days'], may: ['maxTimes', 'minDays', 'maxDays'] },
  growthStep: { must: ['minutes'], may: ['max'] },
  growthEnd: { must: ['minutes', 'months'], may: ['maxMinutes', 'maxMonths'] },
  adapted: { must: [] },
  commonPractice: { must: [] },
}

/** What `howLongInWords` hands to the message of a relief card with both of its numbers. */
export const FILLED_IN_HOW_LONG: readonly string[] = ['minutes', 'times', 'maxTimes']
