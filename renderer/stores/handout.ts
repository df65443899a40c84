import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Allowance } from '../../core/exercises/allowed'
import type { ExerciseVersion } from '../../core/schema/exercise'

/** Something that a visitor takes home: an exercise in one of its versions, or a relief card. */
export type HandoutItem =
  { kind: 'exercise'; id: string; version: ExerciseVersion } | { kind: 'relief'; id: string }

/** What is on the handout, in its order. It ends with the visit. */
export const useHandoutStore = defineStore('handout', () => {
  const items = ref<readonly HandoutItem[]>([])
  /** What was chosen and is not for this visitor now; it comes back when it is again. */
  const withheld = ref<readonly HandoutItem[]>([])
  const count = computed(() => items.value.length)

  const isSame = (one: HandoutItem, { kind, id }: Pick<HandoutItem, 'kind' | 'id'>): boolean =>
    one.kind === kind && one.id === id
  const find = (kind: HandoutItem['kind'], id: string): HandoutItem | undefined =>
    items.value.find((item) => isSame(item, { kind, id }))

  /** Puts it at the end, or in the place that it has already. */
  function put(item: HandoutItem): void {
    items.value = find(item.kind, item.id)
      ? items.value.map((some) => (isSame(some, item) ? item : some))
      : [...items.value, item]
  }
  function remove(item: Pick<HandoutItem, 'kind' | 'id'>): void {
    items.value = items.value.filter((some) => !isSame(some, item))
  }
  function move(item: HandoutItem, by: 1 | -1): void {
    const from = items.value.findIndex((some) => isSame(some, item))
    const other = items.value[from + by]
    if (from < 0 || !other) return
    const next = [...items.value]
    next[from + by] = item
    next[from] = other
    items.value = next
  }
  /**
   * Holds back what is not for this visitor now, makes easier what must be, and brings back what is
   * allowed again. `isClosed`: the answers leave nothing to do at all, relief neither.
   */
  function keepAllowed(allowanceOf: (id: string) => Allowance, isClosed = false): void {
    const kept: HandoutItem[] = []
    const held: HandoutItem[] = []
    for (const item of [...items.value, ...withheld.value]) {
      const fitting = isClosed ? null : fittingFor(item, allowanceOf)
      if (fitting) kept.push(fitting)
      else held.push(item)
    }
    items.value = kept
    withheld.value = held
  }

  return { items, withheld, count, find, put, remove, move, keepAllowed }
})

/** The item as it is right for this visitor; null where it is not. */
function fittingFor(item: HandoutItem, allowanceOf: (id: string) => Allowance): HandoutItem | null {
  if (item.kind === 'relief') return item
  const allowance = allowanceOf(item.id)
  if (allowance.state === 'left-out') return null
  if (allowance.state === 'changed') return { ...item, version: 'easier' }
  return allowance.versions.includes(item.version) ? item : { ...item, version: 'main' }
}
