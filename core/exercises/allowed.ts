import { SAFETY_COLUMNS } from '../schema/exercise-names'
import type { Exercise, ExerciseVersion, SafetyColumn, SafetySign } from '../schema/exercise'

/** What may be shown of an exercise to a person, and why not all of it. */
export type Allowance =
  | { state: 'shown'; versions: readonly ExerciseVersion[] }
  /** Only the easier version, with the caution of each of these columns. */
  | { state: 'changed'; because: readonly SafetyColumn[] }
  | { state: 'left-out'; because: readonly SafetySign[] }

/** What of an exercise decides about it. */
export type Guarded = Pick<Exercise, 'safety' | 'notWith' | 'easier' | 'harder'>

/**
 * What the safety table leaves of an exercise for somebody with these signs: one "no" leaves it
 * out, one "change" leaves the easier version. Each further sign can only take away. Where the
 * third of a pregnancy is not known, set all three.
 */
export function allowanceOf(exercise: Guarded, signs: ReadonlySet<SafetySign>): Allowance {
  const columns = SAFETY_COLUMNS.filter((column) => signs.has(column))
  const refused: SafetySign[] = [
    ...columns.filter((column) => exercise.safety[column] === 'no'),
    ...exercise.notWith.filter((flag) => signs.has(flag)),
  ]
  if (refused.length > 0) return { state: 'left-out', because: refused }

  const notEasier = columns.filter((column) => exercise.easier.notWith.includes(column))
  const changed = columns.filter((column) => exercise.safety[column] === 'change')
  if (changed.length > 0) {
    return notEasier.length > 0
      ? { state: 'left-out', because: notEasier }
      : { state: 'changed', because: changed }
  }
  const { harder } = exercise
  const isHarderFine = harder && !columns.some((column) => harder.notWith.includes(column))
  const versions: ExerciseVersion[] = ['main']
  if (notEasier.length === 0) versions.push('easier')
  if (isHarderFine) versions.push('harder')
  return { state: 'shown', versions }
}

/**
 * The allowance of each exercise by its id, in the order given. Exercises that are off for all
 * are not in it, unless a clinician of the site `switchedOn` their ids.
 */
export function allowances(
  exercises: Iterable<Guarded & Pick<Exercise, 'id' | 'enabled'>>,
  signs: ReadonlySet<SafetySign>,
  switchedOn: ReadonlySet<string> = new Set(),
): Map<string, Allowance> {
  const found = new Map<string, Allowance>()
  for (const exercise of exercises) {
    if (exercise.enabled || switchedOn.has(exercise.id)) {
      found.set(exercise.id, allowanceOf(exercise, signs))
    }
  }
  return found
}
