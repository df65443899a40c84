import { allowanceOf } from '../exercises/allowed'
import { versionOf } from '../exercises/version-of'
import type { Exercise, ExerciseVersion } from '../schema/exercise'
import type { HandoutRequest, StaffDose } from '../schema/handout'
import type { Bundle } from '../schema/pack'
import type { ReliefCard } from '../schema/relief'
import type { ClinicOnPaper } from './build-sheets'

/** An exercise as it stands on the sheet. */
export interface KeptExercise {
  /** In the version that is printed, with the dose that staff set. */
  exercise: Exercise
  version: ExerciseVersion
}

export interface KeptItems {
  exercises: readonly KeptExercise[]
  relief: readonly ReliefCard[]
  /** How many of the chosen exercises are left off because the answers forbid them. */
  withheld: number
}

/** Does the result say to be seen at once or today? Then paper holds nothing but that. */
export const isUrgent = ({ triage }: Pick<HandoutRequest, 'triage'>): boolean =>
  triage !== null && triage.level <= 2

/**
 * What of the chosen things may be printed, in their order. The page has asked the same before; it
 * is asked again here, since a sheet goes home with somebody.
 */
export function keptItems(
  { items, filter, triage }: Pick<HandoutRequest, 'items' | 'filter' | 'triage'>,
  { exercises, relief, triage: rules }: Pick<Bundle, 'exercises' | 'relief' | 'triage'>,
  { exercisesSwitchedOn }: Pick<ClinicOnPaper, 'exercisesSwitchedOn'>,
): KeptItems {
  const signs = new Set(filter.signs)
  const without = new Set(filter.without)
  const gentle = new Set(rules?.exerciseSafety.gentle)
  const isGentleOnly = filter.offers === 'gentle' || triage?.level === 3

  const asAllowed = (id: string, asked: ExerciseVersion): KeptExercise | null => {
    const exercise = exercises[id]
    if (!exercise || filter.offers === 'none' || isUrgent({ triage })) return null
    if (!exercise.enabled && !exercisesSwitchedOn.includes(id)) return null
    if (without.has(id) || (isGentleOnly && !gentle.has(id))) return null
    const allowance = allowanceOf(exercise, signs)
    if (allowance.state === 'left-out') return null
    const version =
      allowance.state === 'changed' ? 'easier' : allowance.versions.includes(asked) ? asked : 'main'
    const shown = versionOf(exercise, version)
    return shown && { exercise: shown, version }
  }

  const kept: KeptExercise[] = []
  const cards: ReliefCard[] = []
  let withheld = 0
  const seen = new Set<string>()
  for (const item of items) {
    const key = `${item.kind} ${item.id}`
    if (seen.has(key)) continue
    seen.add(key)
    if (item.kind === 'relief') {
      const card = relief[item.id]
      if (card) cards.push(card)
      continue
    }
    const found = asAllowed(item.id, item.version)
    if (found) kept.push({ ...found, exercise: withDose(found.exercise, item.dose) })
    else if (exercises[item.id]) withheld += 1
  }
  return { exercises: kept, relief: cards, withheld }
}

/** An exercise with the numbers that staff set in place of its own, in each of its parts. */
function withDose(exercise: Exercise, dose: StaffDose | undefined): Exercise {
  if (!dose) return exercise
  const { timesPerDay, daysPerWeek, ...amounts } = dose
  return {
    ...exercise,
    dose: {
      ...exercise.dose,
      parts: exercise.dose.parts.map((part) => ({ ...part, ...amounts })),
      ...(timesPerDay && { timesPerDay }),
      ...(daysPerWeek && { daysPerWeek }),
    },
  }
}
