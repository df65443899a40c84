import { useResizeObserver } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useVisitStore } from '../stores/visit'

export interface FirstFitOptions<Choice> {
  /** What else changes how much is in the box. */
  contents?: () => unknown
  /** The pages of a choice, and the one that shows: a choice fits if each of its pages does. */
  pages?: { count: (choice: Choice) => number; shown: Ref<number> }
}

/**
 * The first of the choices with which the box holds all that is in it; the last where none does.
 * Each is tried before anything is painted. Nothing on the kiosk scrolls, so what is too much for
 * one page goes on another.
 */
export function useFirstFit<Choice>(
  box: Ref<HTMLElement | null>,
  choices: () => readonly [Choice, ...Choice[]],
  { contents = () => null, pages }: FirstFitOptions<Choice> = {},
): ComputedRef<Choice> {
  const visit = useVisitStore()
  const at = ref(0)
  const choice = computed(() => choices()[at.value] ?? choices()[0])
  let run = 0
  /** The size of the box with the choice that was found, which may itself have changed it. */
  let settled = ''

  async function measure(): Promise<void> {
    const mine = ++run
    const page = pages?.shown.value ?? 0
    const isStale = (): boolean => mine !== run || !box.value
    for (at.value = 0; ; at.value += 1) {
      const doesFit = await fits(isStale)
      if (isStale()) return
      if (doesFit || at.value >= choices().length - 1) break
    }
    if (pages) pages.shown.value = Math.min(page, pages.count(choice.value) - 1)
    await nextTick()
    if (box.value) settled = sizeOf(box.value)
  }
  async function fits(isStale: () => boolean): Promise<boolean> {
    const count = pages?.count(choice.value) ?? 1
    for (let page = 0; page < count; page += 1) {
      if (pages) pages.shown.value = page
      await nextTick()
      if (isStale() || !box.value || !holdsAll(box.value)) return false
    }
    return true
  }
  useResizeObserver(box, () => {
    if (box.value && sizeOf(box.value) !== settled) void measure()
  })
  watch(
    [box, choices, contents, () => visit.textSize, () => visit.language],
    () => void measure(),
    { flush: 'post' },
  )
  return choice
}

const holdsAll = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean =>
  scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): string =>
  `${String(clientWidth)}x${String(clientHeight)}`
