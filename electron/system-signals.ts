import { app } from 'electron'

/** Longest time that what is under way may take to be taken back, in ms. */
const LAST_WORDS = 2_000

/** Ends the program once `before` is done, or has taken its time. */
export async function endAfter(before: () => Promise<void>, end: () => void): Promise<void> {
  setTimeout(end, LAST_WORDS)
  await before().finally(end)
}

/**
 * Ends the program when the system asks for it, as when a service is stopped or the machine shuts
 * down, after `before` is done. Electron would only ask the window to close, and the kiosk's window
 * never does. Must run after `ready`, because Electron sets handlers of its own until then.
 */
export function endOnSystemSignals(before: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void endAfter(before, () => app.exit(0)))
}
