import { useEventListener, usePointerSwipe } from '@vueuse/core'
import type { Ref } from 'vue'

const FORWARD = new Set(['ArrowRight', 'ArrowDown', 'PageDown'])
const BACKWARD = new Set(['ArrowLeft', 'ArrowUp', 'PageUp'])

export interface StorySteps {
  next: () => void
  back: () => void
  first: () => void
  last: () => void
}

/**
 * Steps by swipe, by keyboard and by slide clicker (which sends PageUp and PageDown). A swipe that
 * begins on a control belongs to that control; keys rest while a dialog is open.
 */
export function useStorySteps(target: Ref<HTMLElement | null>, steps: StorySteps): void {
  let beganOnControl = false
  usePointerSwipe(target, {
    threshold: 60,
    onSwipeStart: (event) => {
      beganOnControl = event.target instanceof Element && event.target.closest('button') !== null
    },
    onSwipeEnd: (_event, direction) => {
      if (beganOnControl) return
      if (direction === 'left') steps.next()
      if (direction === 'right') steps.back()
    },
  })
  useEventListener(document, 'keydown', (event) => {
    if (document.querySelector('dialog[open]')) return
    const step = FORWARD.has(event.key)
      ? steps.next
      : BACKWARD.has(event.key)
        ? steps.back
        : { Home: steps.first, End: steps.last }[event.key]
    if (!step) return
    event.preventDefault()
    step()
  })
}
