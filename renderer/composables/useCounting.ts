import { watch, type Ref } from 'vue'
import type { Presence } from '../../core/visit/idle'
import { useContentStore } from '../stores/content'
import { useCountsStore } from '../stores/counts'
import { useHandoutStore } from '../stores/handout'
import { useStoryStore } from '../stores/story'
import { useTriageStore } from '../stores/triage'
import { useVisitStore } from '../stores/visit'

/**
 * Counts what a visitor does, for the day's numbers; it looks at the stores, and nothing else knows
 * that it does. At once, since the page may be gone in the next moment.
 * @param isVisit is a visitor there, and not the attract screen or staff?
 */
export function useCounting(isVisit: Ref<boolean>, presence: Ref<Presence>): void {
  const content = useContentStore()
  const { count } = useCountsStore()
  const handout = useHandoutStore()
  const story = useStoryStore()
  const triage = useTriageStore()
  const visit = useVisitStore()

  const at = <T>(source: () => T, then: (value: T) => void): void => {
    watch(source, then, { flush: 'sync' })
  }
  at(
    () => isVisit.value,
    (is) => is && count('start'),
  )
  at(
    () => (story.hasBegun && content.isLoaded ? story.chapter?.id : undefined),
    (id) => id !== undefined && count('chapter', id),
  )
  at(
    () => story.taughtBack,
    (answers) => {
      for (const isRight of answers.values()) count('teach-back', isRight ? 'right' : 'wrong')
    },
  )
  at(
    () => handout.items,
    (items) => {
      for (const { kind, id } of items) if (kind === 'exercise') count('exercise', id)
    },
  )
  at(
    () => (content.isLoaded ? triage.finished?.level : undefined),
    (level) => level !== undefined && count('level', String(level)),
  )
  at(
    () => handout.print.state === 'working' && handout.print.jobId !== null,
    (isTaken) => isTaken && count('print'),
  )
  at(
    () => visit.language,
    (tag) => tag !== null && count('language', tag),
  )
  at(
    () => presence.value.state === 'over' && isVisit.value,
    (isOver) => isOver && count('idle'),
  )
}
