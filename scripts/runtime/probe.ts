import { execFile, type ExecFileException } from 'node:child_process'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where in a folder of Electron its program lies, by system. */
export function executableIn(dist: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(dist, platform === 'win32' ? 'electron.exe' : 'electron')
}

export type Answer =
  | { is: 'working'; version: string }
  /** It would run if the system had the shared libraries it needs. */
  | { is: 'lacking-libraries' }
  | { is: 'broken'; why: string }

/**
 * Asks an Electron program for its version, as plain Node: without a display, without a sandbox, as any user.
 */
export async function ask(dist: string): Promise<Answer> {
  const executable = executableIn(dist)
  if (!existsSync(executable)) return { is: 'broken', why: `there is no ${executable}` }
  if (!looksLikeProgram(executable)) return { is: 'broken', why: `${executable} is no program` }
  try {
    const { stdout } = await promisify(execFile)(
      executable,
      ['-p', 'process.versions.electron ?? ""'],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' }, timeout: 60_000 },
    )
    const version = stdout.trim()
    if (/^\d+\.\d+\.\d+/.test(version)) return { is: 'working', version }
    return { is: 'broken', why: `it answers "${version}" instead of a version` }
  } catch (error) {
    const { stderr = '', signal, code } = error as ExecFileException & { stderr?: string }
    if (stderr.includes('error while loading shared libraries')) return { is: 'lacking-libraries' }
    return { is: 'broken', why: `its program does not answer (${signal ?? code})` }
  }
}

/** Linux hands a file of another kind to the shell, which takes damaged bytes for commands. */
function looksLikeProgram(executable: string): boolean {
  if (process.platform !== 'linux') return true
  const head = Buffer.alloc(4)
  const file = openSync(executable, 'r')
  try {
    readSync(file, head)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1') === '\x7fELF' || head.toString('latin1').startsWith('#!')
}
