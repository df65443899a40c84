import { useEventListener, useIntervalFn } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import {
  isHeldBySomebody,
  presenceAfter,
  type IdleTimes,
  type Presence,
} from '../../core/visit/idle'

export interface VisitTimeout {
  presence: Ref<Presence>
  /** Somebody is there. */
  stay: () => void
}

/**
 * Feeds `presenceAfter` with touches, keys and the clock. While the question stands, only `stay`
 * counts: a touch beside its buttons must not reopen the last visitor's screen. A key that is held
 * counts as long as a person may hold one.
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
  for (const event of ['pointerdown', 'pointermove'] as const)
    useEventListener(document, event, sign, { capture: true, passive: true })

  /** The keys that are down, and since when. */
  const held = new Map<string, number>()
  const isHeld = (): boolean =>
    [...held.values()].some((since) => isHeldBySomebody(performance.now() - since))
  useEventListener(
    document,
    'keydown',
    ({ code, repeat }) => {
      // What the page sends itself has no code, and never comes up.
      if (!repeat && code !== '') held.set(code, performance.now())
      if (!repeat || isHeld()) sign()
    },
    { capture: true, passive: true },
  )
  useEventListener(document, 'keyup', ({ code }) => held.delete(code), {
    capture: true,
    passive: true,
  })
  // A key that comes up while another window has the focus is not told.
  useEventListener(window, 'blur', () => held.clear())
  useIntervalFn(() => {
    if (isHeld()) sign()
    if (!isWatched()) stay()
    else if (presence.value.state !== 'over')
      presence.value = presenceAfter(performance.now() - lastSign, times())
  }, 250)
  return { presence, stay }
}
