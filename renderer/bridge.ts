import type { Bridge } from '../core/contract'

declare global {
  interface Window {
    bridge?: Bridge
  }
}

/** The only way to the shell. Without one there is no kiosk, so the page stops loudly. */
export const bridge: Bridge = (() => {
  if (!window.bridge) throw new Error('This page runs only inside the kiosk: no bridge.')
  return window.bridge
})()
