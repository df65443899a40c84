import { useResizeObserver } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useVisitStore } from '../stores/visit'

/**
 * The first of the choices with which the box holds all that is in it; the last where none does.
 * Each is tried before anything is painted. Nothing on the kiosk scrolls, so what is too much for
 * one page goes on another.
 * @param contents what else changes how much is in the box
 */
export function useFirstFit<Choice>(
  box: Ref<HTMLElement | null>,
  choices: () => readonly [Choice, ...Choice[]],
  contents: () => unknown = () => null,
): ComputedRef<Choice> {
  const visit = useVisitStore()
  const at = ref(0)
  let run = 0
  /** The size of the box with the choice that was found, which may itself have changed it. */
  let settled = ''

  async function measure(): Promise<void> {
    const mine = ++run
    at.value = 0
    for (;;) {
      await nextTick()
      if (mine !== run || !box.value) return
      if (holdsAll(box.value) || at.value >= choices().length - 1) break
      at.value += 1
    }
    settled = sizeOf(box.value)
  }
  useResizeObserver(box, () => {
    if (box.value && sizeOf(box.value) !== settled) void measure()
  })
  watch(
    [box, choices, contents, () => visit.textSize, () => visit.language],
    () => void measure(),
    { flush: 'post' },
  )
  return computed(() => choices()[at.value] ?? choices()[0])
}

const holdsAll = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean =>
  scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): string =>
  `${String(clientWidth)}x${String(clientHeight)}`
