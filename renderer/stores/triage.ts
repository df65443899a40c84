import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { HandoutTriage } from '../../core/schema/handout'
import type { Age, Answer, Answers, Region, TriageWords } from '../../core/schema/triage'
import {
  exerciseFilterOf,
  NO_ANSWERS,
  type ExerciseFilter,
} from '../../core/triage/allowed-exercises'
import { resultOf, type Result } from '../../core/triage/result-of'
import {
  endsAtOnce,
  nextOf,
  pathOf,
  stepAfter,
  stepBefore,
  type Next,
  type Step,
} from '../../core/triage/steps'
import type { Triage } from '../../core/triage/triage'
import { bridge } from '../bridge'
import { useContentStore } from './content'

const NOTHING: Answers = { tiles: {} }

/**
 * The questions of "Should I see someone?": only what was answered and where the visitor is. Step,
 * level and what is left of the exercises are computed from that. It ends with the visit.
 */
export const useTriageStore = defineStore('triage', () => {
  const content = useContentStore()
  const answers = shallowRef<Answers>(NOTHING)
  /** Where the visitor went; null before the first answer. */
  const went = shallowRef<Next | null>(null)
  const lastAsked = shallowRef<Step | null>(null)
  /** The answers with which a result was last reached; it holds until start over. */
  const finishedWith = shallowRef<Answers | null>(null)
  let hasCalledDesk = false

  const triage = computed<Triage | undefined>(() =>
    content.settings.triageOn ? content.bundle.triage : undefined,
  )
  const words = computed<TriageWords | undefined>(() => content.words.triage)
  /** Off, broken, or without words in this language: then the danger signs stand in for it. */
  const isThere = computed(() => triage.value !== undefined && words.value !== undefined)

  const place = computed<Next | null>(
    () => went.value ?? (triage.value ? nextOf(triage.value, NOTHING) : null),
  )
  const step = computed<Step | null>(() => (place.value?.kind === 'ask' ? place.value.step : null))
  const screen = computed(() =>
    triage.value?.screens.screens.find(({ id }) => id === step.value?.screen),
  )
  const progress = computed(() => {
    const path = triage.value ? pathOf(triage.value, answers.value) : []
    const at = path.findIndex(
      (one) => one.screen === step.value?.screen && one.asks === step.value.asks,
    )
    return { n: at + 1, total: path.length }
  })

  const finished = computed<Result | null>(() =>
    triage.value && finishedWith.value ? resultOf(triage.value, finishedWith.value) : null,
  )
  /** The result, while it is what the visitor looks at. */
  const result = computed(() => (place.value?.kind === 'result' ? finished.value : null))
  const isUrgent = computed(() => result.value !== null && result.value.level <= 2)
  const exerciseFilter = computed<ExerciseFilter>(() => {
    const safety = content.bundle.triage?.exerciseSafety
    if (!safety || !finished.value) return NO_ANSWERS
    return exerciseFilterOf(safety, finished.value.level, finished.value.flags)
  })
  /** What a sheet may say of the result: no private sign has a name here. */
  const forPaper = computed<HandoutTriage | null>(() => {
    if (!finished.value) return null
    const { level, withinDays, isUnsure, ruleSet, advice, reasons } = finished.value
    const { told, unsure, hasPrivate } = reasons
    return {
      ...{ level, withinDays, isUnsure, ruleSet, hasPrivate },
      advice: [...advice],
      told: [...told],
      unsure: [...unsure],
    }
  })

  const answerOf = (item: string): Answer | undefined => answers.value.tiles[item]
  /** Sets what is said to some items; null takes it back. */
  function say(items: readonly string[], answer: Answer | null): void {
    const tiles = { ...answers.value.tiles }
    for (const item of items) {
      if (answer) tiles[item] = answer
      else delete tiles[item]
    }
    answers.value = { ...answers.value, tiles }
  }
  function sayAge(age: Age): void {
    answers.value = { ...answers.value, age }
    goOn()
  }
  /** An empty list is "not sure where". */
  function sayRegion(region: readonly Region[]): void {
    answers.value = { ...answers.value, region }
    goOn()
  }
  /** What was shown and not touched is No. */
  function sayNoToTheRest(items: readonly string[]): void {
    say(
      items.filter((item) => answerOf(item) === undefined),
      'no',
    )
  }

  /** On from the step that shows. */
  function goOn(): void {
    if (!triage.value || !step.value) return
    lastAsked.value = step.value
    go(stepAfter(triage.value, answers.value, step.value))
  }
  /** Does what was said so far already need help now? Then there is nothing more to ask. */
  const needsHelpNow = (): boolean =>
    triage.value !== undefined && endsAtOnce(triage.value, answers.value)
  /** Back by one step; false where there is none. Answers are kept. */
  function goBack(): boolean {
    if (!triage.value) return false
    const before = step.value
      ? stepBefore(triage.value, answers.value, step.value)
      : (lastAsked.value ?? stepBefore(triage.value, answers.value, null))
    if (before) go({ kind: 'ask', step: before })
    return before !== null
  }
  function go(next: Next): void {
    went.value = next
    if (next.kind !== 'result') return
    finishedWith.value = answers.value
    if (finished.value?.level === 1 && content.settings.deskSlip) callDesk()
  }
  /** Prints "Please come to the kiosk" at the desk, once; the card waits for no printer. */
  function callDesk(): void {
    if (hasCalledDesk) return
    hasCalledDesk = true
    void bridge.printDeskSlip().catch(() => undefined)
  }
  function startOver(): void {
    answers.value = NOTHING
    went.value = null
    lastAsked.value = null
    finishedWith.value = null
    hasCalledDesk = false
  }

  return {
    triage,
    words,
    isThere,
    answers,
    step,
    screen,
    progress,
    finished,
    result,
    isUrgent,
    exerciseFilter,
    forPaper,
    answerOf,
    say,
    sayAge,
    sayRegion,
    sayNoToTheRest,
    goOn,
    needsHelpNow,
    goBack,
    startOver,
  }
})
