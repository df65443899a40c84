import { powerMonitor } from 'electron'

const CHECK_EVERY = 1_000
/** A page that has been silent for so long, in ms, is taken for hung. */
export const SILENCE_LIMIT = 5_000

export interface PageWatch {
  /** The page says that it is alive. */
  beat: () => void
  /** A new page begins: wait for its first sign of life before judging it. */
  reset: () => void
}

/**
 * Calls `onSilence` when a page that was alive has not beaten for `SILENCE_LIMIT`. Electron's own
 * `unresponsive` never fires without input, and nobody touches a frozen kiosk twice.
 */
export function watchPage(onSilence: () => void): PageWatch {
  let lastBeat: number | null = null
  let lastCheck = performance.now()
  const reset = (): void => void (lastBeat = null)
  setInterval(() => {
    const now = performance.now()
    // When we ourselves were held up (sleep, a busy machine), silence says nothing of the page.
    const wasHeldUp = now - lastCheck > 2 * CHECK_EVERY
    lastCheck = now
    if (wasHeldUp) reset()
    if (lastBeat === null || now - lastBeat < SILENCE_LIMIT) return
    reset()
    onSilence()
  }, CHECK_EVERY)
  powerMonitor.on('resume', reset)
  return { beat: () => void (lastBeat = performance.now()), reset }
}
