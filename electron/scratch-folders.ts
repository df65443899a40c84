import type { App } from 'electron'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const user = process.platform === 'win32' ? userInfo().username : String(process.getuid?.())
const scratch = join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), `sole-to-spine-${user}`)
const sessionFolder = join(scratch, 'session')

/**
 * Keeps everything that Chromium writes out of the user's home: in memory where the system has a
 * runtime folder, else in the folder for temporary files. Must run before `ready`.
 * @throws when the folder exists but belongs to somebody else.
 */
export function useScratchFolders(app: App): void {
  mkdirSync(sessionFolder, { recursive: true, mode: 0o700 })
  const found = lstatSync(scratch)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid()))
    throw new Error(`${scratch} belongs to somebody else; remove it`)
  // The lock of the single instance lives in userData, so that folder keeps its name.
  app.setPath('userData', scratch)
  app.setPath('sessionData', sessionFolder)
  app.setPath('crashDumps', join(sessionFolder, 'crashes'))
  app.setAppLogsPath(join(sessionFolder, 'logs'))
}

/** Removes what an earlier run left; only the one instance that holds the lock may call it. */
export function clearSessionScratch(): void {
  rmSync(sessionFolder, { recursive: true, force: true })
  mkdirSync(sessionFolder, { mode: 0o700 })
}
