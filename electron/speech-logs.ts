import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Empties what the speech service of this user has written down. Chromium has libspeechd start it,
 * with its logs in the runtime folder; a system that asks it for detailed logs gets every sentence
 * that was spoken. The service itself ends some seconds after the kiosk, by its own timeout.
 * @param runtimeFolder `XDG_RUNTIME_DIR`; where there is none, there are no such logs
 */
export function emptySpeechLogs(runtimeFolder: string | undefined): void {
  if (!runtimeFolder) return
  const folder = join(runtimeFolder, 'speech-dispatcher', 'log')
  for (const file of filesIn(folder)) {
    try {
      truncateSync(file)
    } catch (error) {
      console.error(`a log of the speech service could not be emptied: ${codeOf(error)}`)
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // Nothing has spoken yet.
    return []
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown'
