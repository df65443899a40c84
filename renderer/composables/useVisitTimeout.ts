import { useEventListener, useIntervalFn } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { presenceAfter, type IdleTimes, type Presence } from '../../core/visit/idle'

export interface VisitTimeout {
  presence: Ref<Presence>
  /** Somebody is there. */
  stay: () => void
}

/**
 * Feeds `presenceAfter` with touches, keys and the clock. While the question stands, only `stay`
 * counts: a touch beside its buttons must not reopen the last visitor's screen.
 * @param isWatched false on the attract screen, where there is no visit to end
 */
export function useVisitTimeout(times: () => IdleTimes, isWatched: () => boolean): VisitTimeout {
  const presence = ref<Presence>({ state: 'active' })
  let lastSign = performance.now()
  const stay = (): void => {
    lastSign = performance.now()
    presence.value = { state: 'active' }
  }
  const sign = (): void => {
    if (presence.value.state === 'active') lastSign = performance.now()
  }
  for (const event of ['pointerdown', 'pointermove', 'keydown'] as const)
    useEventListener(document, event, sign, { capture: true, passive: true })
  useIntervalFn(() => {
    if (!isWatched()) stay()
    else if (presence.value.state !== 'over')
      presence.value = presenceAfter(performance.now() - lastSign, times())
  }, 250)
  return { presence, stay }
}
