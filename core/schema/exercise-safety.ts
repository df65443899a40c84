import { z } from 'zod'
import { SAFETY_COLUMNS, SAFETY_FLAGS } from './exercise'
import { Id } from './id'
import { Flag } from './triage'

/** `content/triage/exercise-safety.yaml`: which exercises the answers of the triage leave over. */
export const ExerciseSafety = z.strictObject({
  /** The only exercises at level 3. */
  gentle: z.array(Id).min(1),
  /** By flag, the signs that it sets before anybody is asked "What should we leave out?". */
  signsOf: z.record(Flag, z.array(z.enum([...SAFETY_COLUMNS, ...SAFETY_FLAGS])).min(1)),
  /** By flag, exercises that it leaves out besides those of its signs. */
  without: z.record(Flag, z.array(Id).min(1)),
  /** Flags with which there is no exercise at all. */
  noneWith: z.array(Flag),
})
export type ExerciseSafety = z.infer<typeof ExerciseSafety>
