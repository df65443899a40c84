import { usePreferredReducedMotion, useRafFn } from '@vueuse/core'
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { phaseAt, type GuidedPhase, type GuidedSession } from '../../core/exercises/guided-session'

export interface GuidedSessionInUse {
  phase: ComputedRef<GuidedPhase>
  /** Whole seconds until the phase ends, at least 1. */
  secondsLeft: ComputedRef<number>
  /** Whole seconds until the repetitions of this part end on this side. */
  partSecondsLeft: ComputedRef<number>
  /** How far into the movement the body is: 0 at the start position, 1 at the end position. */
  reach: ComputedRef<number>
  /** How much of the whole is done, from 0 to 1, in whole seconds. */
  progress: ComputedRef<number>
  isRunning: Readonly<Ref<boolean>>
  pause: () => void
  goOn: () => void
  /** On to the next phase. */
  skip: () => void
  restart: () => void
}

/** A pause of the whole computer is no time of the exercise. */
const LONGEST_FRAME_SECONDS = 0.5

/** Runs a guided session by the frames of the screen; it waits while a dialog covers it. */
export function useGuidedSession(session: () => GuidedSession): GuidedSessionInUse {
  const elapsed = shallowRef(0)
  const isRunning = ref(true)
  const motion = usePreferredReducedMotion()

  const phase = computed(() => phaseAt(session(), elapsed.value))
  const intoPhase = computed(() => elapsed.value - phase.value.from)

  useRafFn(({ delta }) => {
    if (!isRunning.value) return
    if (document.querySelector('dialog[open]')) return pause()
    elapsed.value += Math.min(delta / 1000, LONGEST_FRAME_SECONDS)
    if (elapsed.value < session().seconds) return
    elapsed.value = session().seconds
    isRunning.value = false
  })

  function pause(): void {
    isRunning.value = false
  }
  function goOn(): void {
    isRunning.value = phase.value.kind !== 'done'
  }
  function skip(): void {
    elapsed.value = phase.value.from + phase.value.seconds
    if (phase.value.kind === 'done') isRunning.value = false
  }
  function restart(): void {
    elapsed.value = 0
    isRunning.value = true
  }

  const partEnd = computed(() => {
    const { part, side } = phase.value
    const last = session().phases.findLast(
      (some) => some.part === part && some.side === side && some.kind === 'down',
    )
    return last ? last.from + last.seconds : session().seconds
  })
  const reach = computed(() => {
    const { kind, seconds } = phase.value
    const part = Math.min(1, intoPhase.value / seconds)
    if (motion.value === 'reduce') return kind === 'up' || kind === 'hold' ? 1 : 0
    if (kind === 'up') return part
    if (kind === 'down') return 1 - part
    return kind === 'hold' ? 1 : 0
  })
  return {
    phase,
    secondsLeft: computed(() => Math.max(1, Math.ceil(phase.value.seconds - intoPhase.value))),
    partSecondsLeft: computed(() => Math.max(1, Math.ceil(partEnd.value - elapsed.value))),
    reach,
    progress: computed(
      () => Math.floor(elapsed.value) / Math.max(1, Math.floor(session().seconds)),
    ),
    isRunning,
    pause,
    goOn,
    skip,
    restart,
  }
}
