import type { Exercise, ExerciseVersion, WordsOfExercise } from '../schema/exercise'

/**
 * An exercise in its easier or harder way: with that way's position, props and numbers, where it
 * has some of its own. Null where there is no harder way.
 */
export function versionOf(exercise: Exercise, version: ExerciseVersion): Exercise | null {
  if (version === 'main') return exercise
  const variant = exercise[version]
  if (!variant) return null
  const { position = exercise.position, props = exercise.props, dose = {} } = variant
  const parts = exercise.dose.parts.map((part) => ({ ...part, ...dose }))
  return { ...exercise, position, props, dose: { ...exercise.dose, parts } }
}

/** The words of one way of doing an exercise. */
export interface WordsOfVersion {
  /** What is different from the exercise as shown; null for the exercise itself. */
  text: string | null
  start: string
  steps: readonly string[]
}

/** The words of an exercise in one of its ways; null where there is no harder way. */
export function wordsOfVersion(
  words: WordsOfExercise,
  version: ExerciseVersion,
): WordsOfVersion | null {
  const { start, steps } = words
  if (version === 'main') return { text: null, start, steps }
  const variant = words[version]
  if (!variant) return null
  return { text: variant.text, start: variant.start ?? start, steps: variant.steps ?? steps }
}
