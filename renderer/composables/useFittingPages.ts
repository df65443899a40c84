import { useResizeObserver } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useWords } from './useWords'

export interface FittingPages<Item> {
  /** The items on the page that shows now. */
  shown: ComputedRef<readonly Item[]>
  hasMore: ComputedRef<boolean>
  hasEarlier: ComputedRef<boolean>
  more: () => void
  earlier: () => void
  /** Looks again what fits, when items have changed their size but not their order. */
  fit: () => void
}

export interface FittingPagesOptions {
  /** The most items on a page, even where more would fit. */
  atMost?: () => number
  /** Where each page begins that was shown so far; kept elsewhere by who wants to come back to it. */
  starts?: Ref<number[]>
}

/**
 * Shows as many items as fit into their box whole, and the rest on further pages: nothing on the
 * kiosk scrolls. The children of the box must be the items, in order.
 */
export function useFittingPages<Item>(
  box: Ref<HTMLElement | null>,
  items: () => readonly Item[],
  { atMost = () => Number.POSITIVE_INFINITY, starts = ref([0]) }: FittingPagesOptions = {},
): FittingPages<Item> {
  const count = ref(atMost())
  const start = computed(() => starts.value.at(-1) ?? 0)
  const shown = computed(() => items().slice(start.value, start.value + count.value))
  const hasMore = computed(() => start.value + count.value < items().length)

  async function measure(): Promise<void> {
    count.value = atMost()
    await nextTick()
    if (!box.value) return
    const limit = box.value.getBoundingClientRect().bottom + 0.5
    const children = [...box.value.children]
    const firstOut = children.findIndex((child) => child.getBoundingClientRect().bottom > limit)
    count.value = firstOut === -1 ? children.length : Math.max(1, firstOut)
  }
  function turnTo(next: number[]): void {
    starts.value = next
    void measure()
  }

  if (start.value >= items().length) starts.value = [0]
  useResizeObserver(box, () => void measure())
  // At once when the box comes, so that nobody ever finds more in it than fits.
  watch(box, () => void measure(), { flush: 'post' })
  const { words } = useWords()
  watch([items, words], ([, newWords], [, oldWords]) => {
    // The same things in another language: what came first on the page still does.
    if (newWords !== oldWords && start.value < items().length) void measure()
    else turnTo([0])
  })
  return {
    shown,
    hasMore,
    hasEarlier: computed(() => starts.value.length > 1),
    more: () => turnTo([...starts.value, start.value + count.value]),
    earlier: () => turnTo(starts.value.slice(0, -1)),
    fit: () => void measure(),
  }
}
