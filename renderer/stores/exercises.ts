import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { allowances, type Allowance } from '../../core/exercises/allowed'
import { versionOf } from '../../core/exercises/version-of'
import type {
  Exercise,
  ExerciseLink,
  ExercisePosition,
  ExerciseVersion,
  ExerciseWords,
  SafetySign,
  WordsOfExercise,
} from '../../core/schema/exercise'
import type { ReliefCard, ReliefWords, WordsOfRelief } from '../../core/schema/relief'
import { allowedExercises } from '../../core/triage/allowed-exercises'
import { useContentStore } from './content'
import { useTriageStore } from './triage'

/** An exercise that this visitor may see, as it is shown first. */
export interface OfferedExercise {
  exercise: Exercise
  /** The easier one where only that is right for this visitor. */
  version: ExerciseVersion
  /** Where that version is done. */
  position: ExercisePosition
}

/** What to exercise and what not: the visitor's answers and filters, and what they leave over. */
export const useExercisesStore = defineStore('exercises', () => {
  const content = useContentStore()
  const triage = useTriageStore()
  const tab = ref<'move' | 'ease'>('move')
  const position = ref<ExercisePosition | null>(null)
  const link = ref<ExerciseLink | null>(null)
  const named = ref<ReadonlySet<SafetySign>>(new Set())
  /** Was the question answered, even with "none"? */
  const isAsked = ref(false)
  /** Where each page of the grid begins that was shown so far, to come back to the same one. */
  const pages = ref<number[]>([0])

  const words = computed<ExerciseWords | undefined>(() => content.words.exercises)
  const reliefWords = computed<ReliefWords | undefined>(() => content.words.relief)
  const isThere = computed(
    () => words.value !== undefined && Object.keys(content.bundle.exercises).length > 0,
  )
  /** What the answers of the triage set: a visitor can add to it and take nothing away. */
  const fixedSigns = computed(() => triage.exerciseFilter.signs)
  const signs = computed<ReadonlySet<SafetySign>>(
    () => new Set([...fixedSigns.value, ...named.value]),
  )
  /** Do the answers leave no exercise and no relief at all? */
  const isClosed = computed(() => triage.exerciseFilter.offers === 'none')
  const switchedOn = computed(() => new Set(content.settings.exercisesSwitchedOn))
  const allowed = computed<ReadonlyMap<string, Allowance>>(() => {
    const exercises = Object.values(content.bundle.exercises)
    const bySigns = allowances(exercises, signs.value, switchedOn.value)
    const safety = content.bundle.triage?.exerciseSafety
    if (!safety) return bySigns
    const { exerciseFilter } = triage
    const byAnswers = new Set(
      allowedExercises(safety, exercises, exerciseFilter, signs.value, switchedOn.value).map(
        ({ id }) => id,
      ),
    )
    return new Map(
      [...bySigns].map(([id, allowance]): [string, Allowance] => [
        id,
        byAnswers.has(id) || allowance.state === 'left-out'
          ? allowance
          : { state: 'left-out', because: [] },
      ]),
    )
  })
  const offered = computed<OfferedExercise[]>(() =>
    Object.values(content.bundle.exercises).flatMap((exercise) => {
      const state = allowed.value.get(exercise.id)?.state
      if (!state || state === 'left-out') return []
      const version = state === 'changed' ? 'easier' : 'main'
      const shown = versionOf(exercise, version) ?? exercise
      return [{ exercise, version, position: shown.position }]
    }),
  )
  const listed = computed(() => offered.value.filter(isMatch(position.value, link.value)))
  const leftOut = computed(() =>
    [...allowed.value].flatMap(([id, allowance]) =>
      allowance.state === 'left-out' ? [{ id, because: allowance.because }] : [],
    ),
  )
  const relief = computed<ReliefCard[]>(() =>
    reliefWords.value && !isClosed.value ? Object.values(content.bundle.relief) : [],
  )

  function answer(given: Iterable<SafetySign>): void {
    named.value = new Set(given)
    isAsked.value = true
  }
  const countFor = (somePosition: ExercisePosition | null, someLink: ExerciseLink | null): number =>
    offered.value.filter(isMatch(somePosition, someLink)).length

  const allowanceOf = (id: string): Allowance => found(allowed.value.get(id), id)
  const exercise = (id: string): Exercise => found(content.bundle.exercises[id], id)
  const wordsOf = (id: string): WordsOfExercise => found(words.value?.exercises[id], id)
  const card = (id: string): ReliefCard => found(content.bundle.relief[id], id)
  const wordsOfCard = (id: string): WordsOfRelief => found(reliefWords.value?.cards[id], id)

  return {
    tab,
    position,
    link,
    signs,
    fixedSigns,
    isClosed,
    isAsked,
    pages,
    words,
    reliefWords,
    isThere,
    allowed,
    offered,
    listed,
    leftOut,
    relief,
    answer,
    countFor,
    allowanceOf,
    exercise,
    wordsOf,
    card,
    wordsOfCard,
  }
})

const isMatch =
  (position: ExercisePosition | null, link: ExerciseLink | null) =>
  (some: OfferedExercise): boolean =>
    (position === null || some.position === position) &&
    (link === null || some.exercise.links.includes(link))

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Error(`not in the content: ${name}`)
  return thing
}
