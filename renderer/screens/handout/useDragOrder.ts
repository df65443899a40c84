import { ref, type Ref } from 'vue'

export interface DragOrder {
  /** The row under the finger, or null. */
  dragged: Ref<number | null>
  /** How far it was dragged, in CSS pixels. */
  offset: Ref<number>
  /** For the grip of a row. */
  listeners: (row: number) => Record<string, (event: PointerEvent) => void>
}

/**
 * Lets a finger drag a row of a list by its grip, and tells by how many places when it lets go. The
 * buttons beside it do the same for those who cannot drag.
 */
export function useDragOrder(
  box: Ref<HTMLElement | null>,
  onMoved: (row: number, by: number) => void,
): DragOrder {
  const dragged = ref<number | null>(null)
  const offset = ref(0)
  let began = 0

  function end(event: PointerEvent, isDropped: boolean): void {
    const row = dragged.value
    dragged.value = null
    if (row === null || !isDropped) return
    const rows = [...(box.value?.children ?? [])].map((child) => child as HTMLElement)
    const at = event.clientY
    // Where the middle of another row was passed, the dragged one takes its place.
    const middles = rows.map((one) => one.offsetTop + one.offsetHeight / 2)
    const own = middles[row] ?? 0
    const now = own + (at - began)
    const passed = middles.filter((middle, other) =>
      other < row ? now < middle : other > row ? now > middle : false,
    ).length
    if (passed > 0) onMoved(row, now < own ? -passed : passed)
  }

  return {
    dragged,
    offset,
    listeners: (row) => ({
      pointerdown: (event) => {
        if (dragged.value !== null) return
        ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
        began = event.clientY
        offset.value = 0
        dragged.value = row
      },
      pointermove: (event) => {
        if (dragged.value === row) offset.value = event.clientY - began
      },
      pointerup: (event) => end(event, true),
      pointercancel: (event) => end(event, false),
    }),
  }
}
