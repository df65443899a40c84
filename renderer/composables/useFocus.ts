import { useEventListener } from '@vueuse/core'
import { nextTick, type Ref, watch } from 'vue'
import { neighbour, type Direction } from '../../core/access/neighbour'
import { controlsIn, focusOn, topLayer, walkableIn } from './walkable'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export interface Focus {
  /** To the next thing to press or read, or the one before; round and round. */
  step: (by: 1 | -1) => void
}

/**
 * Keeps the focus where somebody without touch needs it: on the title of each new screen, beside
 * what has vanished under it, and on a neighbour when an arrow key asks for one.
 * @param screen changes with each new screen
 */
export function useFocus(screen: Ref<unknown>): Focus {
  /** Where the focus was seen last, since what has vanished has no place. */
  let lastBox = new DOMRect()
  const remember = (): void => {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body)
      lastBox = activeElement.getBoundingClientRect()
  }
  const isLost = (): boolean => !topLayer().contains(document.activeElement) || isOnNothing()
  const isOnNothing = (): boolean =>
    document.activeElement === null || document.activeElement === document.body

  watch(
    screen,
    async () => {
      await nextTick()
      const root = topLayer()
      if (root !== document.body) return
      focusOn(root.querySelector<HTMLElement>('main h1') ?? controlsIn(root)[0])
    },
    { flush: 'post' },
  )

  // After a key has done its work, what had the focus may be gone or covered.
  useEventListener(
    document,
    'keydown',
    () => {
      remember()
      requestAnimationFrame(() => requestAnimationFrame(() => isLost() && focusOn(nearest())))
    },
    { capture: true },
  )
  useEventListener(document, 'focusin', remember)

  function nearest(): HTMLElement | undefined {
    const controls = controlsIn(topLayer())
    const x = (lastBox.left + lastBox.right) / 2
    const y = (lastBox.top + lastBox.bottom) / 2
    return controls
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .toSorted((one, other) => distance(one.box) - distance(other.box))[0]?.control

    function distance(box: DOMRect): number {
      return Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
    }
  }

  // On the window: sliders and the steps of the story come first, and say that they used the key.
  useEventListener(window, 'keydown', (event) => {
    const direction = ARROWS[event.key]
    if (!direction || event.defaultPrevented) return
    const { activeElement } = document
    if (activeElement instanceof HTMLInputElement) return
    event.preventDefault()
    if (!activeElement || isLost()) return focusOn(nearest())
    const others = controlsIn(topLayer()).filter((some) => some !== activeElement)
    const boxes = others.map((some) => some.getBoundingClientRect())
    focusOn(others[neighbour(activeElement.getBoundingClientRect(), boxes, direction)])
  })

  return {
    step: (by) => {
      const all = walkableIn(topLayer())
      const at = all.findIndex((some) => some === document.activeElement)
      if (at === -1) focusOn(isOnNothing() ? (nearest() ?? all[0]) : all[0])
      else focusOn(all[(at + by + all.length) % all.length])
    },
  }
}
