import { useEventListener } from '@vueuse/core'
import type { KeypadAction } from '../../core/access/keypads'
import { focusedSlider, moveSlider } from './walkable'

declare global {
  interface DocumentEventMap {
    /** A key of the keypad was pressed, for whoever speaks or shows something about it. */
    'keypad-action': CustomEvent<KeypadAction>
  }
}

interface KeypadOptions {
  /** What each key does, by its code; empty without a keypad. */
  table: () => ReadonlyMap<string, KeypadAction>
  /** False where any key does the same, as on the first screen. */
  isOn: () => boolean
  step: (by: 1 | -1) => void
}

/**
 * Works the page by a keypad: up and down step through all that can be pressed or read, select
 * presses. On a slider select takes hold of it, up and down then move it, and select lets go.
 */
export function useKeypad({ table, isOn, step }: KeypadOptions): void {
  /** The slider that is being moved. */
  let held: HTMLInputElement | null = null
  function hold(slider: HTMLInputElement | null): void {
    if (held) delete held.dataset['held']
    held = slider
    if (held) held.dataset['held'] = ''
  }
  useEventListener(document, 'focusin', ({ target }) => {
    if (target !== held) hold(null)
  })

  const select = (): void => {
    const slider = focusedSlider()
    if (slider) return hold(held ? null : slider)
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && activeElement !== document.body)
      activeElement.click()
  }
  const move = (by: 1 | -1): void => {
    if (held) moveSlider(held, by)
    else step(by === 1 ? -1 : 1)
  }
  const aside = (key: 'ArrowLeft' | 'ArrowRight'): void => {
    const slider = focusedSlider()
    if (slider) return moveSlider(slider, isTowardsMore(key) ? 1 : -1)
    // As a keyboard would: the next slide in a story, a neighbour elsewhere.
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const DEEDS: Partial<Record<KeypadAction, () => void>> = {
    up: () => move(1),
    down: () => move(-1),
    select,
    left: () => aside('ArrowLeft'),
    right: () => aside('ArrowRight'),
  }

  function actionOf(event: KeyboardEvent): KeypadAction | undefined {
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) return undefined
    return table().get(event.code)
  }
  useEventListener(
    document,
    'keydown',
    (event) => {
      const action = actionOf(event)
      if (!action) return
      event.preventDefault()
      event.stopPropagation()
      // Held down, a key may step on, but it presses nothing twice.
      if (event.repeat && action !== 'up' && action !== 'down') return
      document.dispatchEvent(new CustomEvent('keypad-action', { detail: action }))
      DEEDS[action]?.()
    },
    { capture: true },
  )
  useEventListener(
    document,
    'keyup',
    (event) => {
      if (actionOf(event)) event.preventDefault()
    },
    { capture: true },
  )
}

const isTowardsMore = (key: 'ArrowLeft' | 'ArrowRight'): boolean =>
  (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl')
