import { useEventListener, usePointerSwipe } from '@vueuse/core'
import type { Ref } from 'vue'

const FORWARD = new Set(['ArrowDown', 'PageDown'])
const BACKWARD = new Set(['ArrowUp', 'PageUp'])

export interface StorySteps {
  next: () => void
  back: () => void
  first: () => void
  last: () => void
}

/**
 * Steps by swipe, by keyboard and by slide clicker (which sends PageUp and PageDown). A swipe that
 * begins on a control belongs to that control; keys rest while a dialog is open, and on a slider.
 * Sideways, on is where the script runs: to the left in Arabic.
 */
export function useStorySteps(target: Ref<HTMLElement | null>, steps: StorySteps): void {
  let beganOnControl = false
  const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl'
  usePointerSwipe(target, {
    threshold: 60,
    onSwipeStart: (event) => {
      beganOnControl = event.target instanceof Element && event.target.closest('button') !== null
    },
    onSwipeEnd: (_event, direction) => {
      if (beganOnControl) return
      // A finger pulls what comes next into sight.
      if (direction === (isRightToLeft() ? 'right' : 'left')) steps.next()
      if (direction === (isRightToLeft() ? 'left' : 'right')) steps.back()
    },
  })
  useEventListener(document, 'keydown', (event) => {
    if (document.querySelector('dialog[open]') || event.target instanceof HTMLInputElement) return
    const [onward, backward] = isRightToLeft()
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft']
    const step =
      FORWARD.has(event.key) || event.key === onward
        ? steps.next
        : BACKWARD.has(event.key) || event.key === backward
          ? steps.back
          : { Home: steps.first, End: steps.last }[event.key]
    if (!step) return
    event.preventDefault()
    step()
  })
}
