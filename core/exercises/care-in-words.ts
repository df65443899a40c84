import { SAFETY_COLUMNS } from '../schema/exercise-names'
import type { Exercise, ExerciseWords, SafetySign, WordsOfExercise } from '../schema/exercise'

/**
 * Who should not do an exercise, sentence by sentence: for each sign that leaves it out its own
 * sentence, or else the one that holds for every exercise, and then its further conditions.
 */
export function notForInWords(
  { safety, notWith, notFor }: Pick<Exercise, 'safety' | 'notWith' | 'notFor'>,
  words: Pick<WordsOfExercise, 'notFor'>,
  signs: ExerciseWords['signs'],
): string[] {
  const refusing: SafetySign[] = [
    ...SAFETY_COLUMNS.filter((column) => safety[column] === 'no'),
    ...notWith,
  ]
  const sentences = [
    ...refusing.map((sign) => words.notFor[sign] ?? signs[sign].notFor),
    ...notFor.map((id) => words.notFor[id]),
  ]
  return [...new Set(sentences.filter((sentence) => sentence !== undefined))]
}

/** The cautions of an exercise for somebody with these signs, in the order of the table. */
export function cautionsInWords(
  { safety }: Pick<Exercise, 'safety'>,
  { cautions }: Pick<WordsOfExercise, 'cautions'>,
  signs: ReadonlySet<SafetySign>,
): string[] {
  return SAFETY_COLUMNS.filter((column) => signs.has(column) && safety[column] === 'change')
    .map((column) => cautions[column])
    .filter((sentence) => sentence !== undefined)
}
