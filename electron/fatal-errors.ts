import { app } from 'electron'

/** The exit code that tells a supervisor to start the program again (`EX_SOFTWARE`). */
export const EXIT_FATAL = 70

/**
 * Ends the program on any error that nothing caught. Without this Electron shows its own dialog on
 * the public screen and goes on half alive.
 */
export function exitOnFatalErrors(): void {
  const end = (error: unknown): void => {
    console.error(
      'fatal:',
      error instanceof Error ? (error.stack ?? error.message) : 'not an error',
    )
    app.exit(EXIT_FATAL)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
