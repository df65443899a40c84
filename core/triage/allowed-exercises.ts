import type { Exercise, SafetySign } from '../schema/exercise'
import type { ExerciseSafety } from '../schema/exercise-safety'
import type { Level } from '../schema/triage'

/** What a result leaves over of the exercises. */
export interface ExerciseFilter {
  /** None at level 1 and 2, the gentle ones at level 3, all at level 4. */
  offers: 'none' | 'gentle' | 'all'
  /** The signs that the answers set; a visitor can add to them and take none away. */
  signs: ReadonlySet<SafetySign>
  /** Ids of exercises that are left out besides those of the signs. */
  without: ReadonlySet<string>
}

/** An exercise that may be shown or printed: as it is, or only as its easier version with the caution. */
export interface AllowedExercise {
  id: string
  version: 'main' | 'easier'
}

type Guarded = Pick<Exercise, 'id' | 'safety' | 'notWith' | 'enabled'>

/** The filter of a visit in which no questions were answered. */
export const NO_ANSWERS: ExerciseFilter = { offers: 'all', signs: new Set(), without: new Set() }

/** A level and its flags in, the filter for exercises out; flags come from `flagsOf`. */
export function exerciseFilterOf(
  safety: ExerciseSafety,
  level: Level,
  flags: ReadonlySet<string>,
): ExerciseFilter {
  const named = <Value>(by: Readonly<Record<string, readonly Value[]>>) =>
    new Set(Object.entries(by).flatMap(([flag, values]) => (flags.has(flag) ? values : [])))
  const isClosed = level <= 2 || safety.noneWith.some((flag) => flags.has(flag))
  return {
    offers: isClosed ? 'none' : level === 3 ? 'gentle' : 'all',
    signs: named(safety.signsOf),
    without: named(safety.without),
  }
}

/**
 * The exercises that may be shown and printed, in the order given. `added` are the signs that the
 * visitor named; `switchedOn` the ids that a clinician of the site allowed beyond the usual ones.
 * One mark "no" leaves an exercise out, one mark "change" leaves its easier version.
 */
export function allowedExercises(
  safety: ExerciseSafety,
  exercises: readonly Guarded[],
  filter: ExerciseFilter,
  added: Iterable<SafetySign> = [],
  switchedOn: ReadonlySet<string> = new Set(),
): AllowedExercise[] {
  if (filter.offers === 'none') return []
  const signs = new Set<SafetySign>([...filter.signs, ...added])
  return exercises.flatMap((exercise): AllowedExercise[] => {
    const { id, enabled, notWith } = exercise
    if (!enabled && !switchedOn.has(id)) return []
    if (filter.offers === 'gentle' && !safety.gentle.includes(id)) return []
    if (filter.without.has(id) || notWith.some((flag) => signs.has(flag))) return []
    const marks = [...signs].map((sign) => markOf(exercise, sign))
    if (marks.includes('no')) return []
    return [{ id, version: marks.includes('change') ? 'easier' : 'main' }]
  })
}

const markOf = ({ safety }: Guarded, sign: SafetySign) =>
  sign === 'C-thin' || sign === 'C-joint' ? 'yes' : safety[sign]
