import { app } from 'electron'

/**
 * Ends the program when the system asks for it, as when a service is stopped or the machine shuts
 * down. Electron would only ask the window to close, and the kiosk's window never does.
 * Must run after `ready`, because Electron sets handlers of its own until then.
 */
export function endOnSystemSignals(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => app.exit(0))
}
