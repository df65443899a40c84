/** Listeners to put on a control with `v-on`. */
export interface PressListeners {
  pointerdown: () => void
  contextmenu: (event: Event) => void
  pointerup: (event: PointerEvent) => void
  click: () => void
}

/**
 * Presses a control once, however slowly: a long press on a touchscreen makes a context menu and
 * then no click, so there the finger that comes up counts. A quick touch counts as its click alone:
 * acting earlier would leave that click to whatever the next screen puts under the finger.
 */
export function usePress(press: () => void): PressListeners {
  let isLong = false
  return {
    pointerdown: () => {
      isLong = false
    },
    contextmenu: (event) => {
      event.preventDefault()
      isLong = true
    },
    pointerup: (event) => {
      if (!isLong || event.pointerType === 'mouse') return
      isLong = false
      const control = event.currentTarget as Element
      const under = document.elementFromPoint(event.clientX, event.clientY)
      if (control.contains(under)) press()
    },
    click: press,
  }
}
