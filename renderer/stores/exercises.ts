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
import { useContentStore } from './content'

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
  const tab = ref<'move' | 'ease'>('move')
  const position = ref<ExercisePosition | null>(null)
  const link = ref<ExerciseLink | null>(null)
  const signs = ref<ReadonlySet<SafetySign>>(new Set())
  /** Was the question answered, even with "none"? */
  const isAsked = ref(false)
  /** Where each page of the grid begins that was shown so far, to come back to the same one. */
  const pages = ref<number[]>([0])

  const words = computed<ExerciseWords | undefined>(() => content.words.exercises)
  const reliefWords = computed<ReliefWords | undefined>(() => content.words.relief)
  const isThere = computed(
    () => words.value !== undefined && Object.keys(content.bundle.exercises).length > 0,
  )
  const allowed = computed<ReadonlyMap<string, Allowance>>(() =>
    allowances(
      Object.values(content.bundle.exercises),
      signs.value,
      new Set(content.settings.exercisesSwitchedOn),
    ),
  )
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
    reliefWords.value ? Object.values(content.bundle.relief) : [],
  )

  function answer(given: Iterable<SafetySign>): void {
    signs.value = new Set(given)
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
    isAsked,
    pages,
    words,
    reliefWords,
    isThere,
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
