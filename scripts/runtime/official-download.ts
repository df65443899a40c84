import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { cacheRoot, ROOT } from '../project'
import { say } from '../say'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
/** Where the package electron keeps what it downloaded. */
export const INSTALLED = join(PACKAGE, 'dist')

/** Without one new byte for so long the download is given up. */
const STALLED_MS = 20_000
const TRY_AGAIN_MS = 24 * 60 * 60_000
/** Set to 1, the official download is tried whatever the note of the last failure says. */
export const FORCE = 'SOLE_TO_SPINE_TRY_OFFICIAL'

const Note = z.object({ version: z.string(), at: z.iso.datetime(), why: z.string() })
const noteFile = (): string => join(cacheRoot(), 'official-electron-failed.json')

/**
 * The failure that makes another try pointless for now, or null: one a day is enough, since a network that
 * does not let the download through seldom changes, and each start would wait for it.
 */
export function failedLately(
  version: string,
  now: Date,
  env: NodeJS.ProcessEnv = process.env,
): z.infer<typeof Note> | null {
  if (env[FORCE] === '1') return null
  try {
    const note = Note.parse(JSON.parse(readFileSync(noteFile(), 'utf8')))
    const age = now.getTime() - Date.parse(note.at)
    return note.version === version && age >= 0 && age < TRY_AGAIN_MS ? note : null
  } catch {
    return null
  }
}

/**
 * Downloads the Electron that package.json names by the electron package's own installer, which knows its
 * checksums and the mirror variables (ELECTRON_MIRROR and others). Null when it is there, else why not; then the
 * failure is noted and nothing half-made is left.
 */
export async function downloadOfficial(version: string): Promise<string | null> {
  say(`Downloading Electron ${version} ...`)
  const why = await runInstaller()
  if (why === null) {
    rmSync(noteFile(), { force: true })
    return null
  }
  // Only what this try left: without path.txt the package itself takes the folder for not installed.
  rmSync(join(PACKAGE, 'path.txt'), { force: true })
  rmSync(INSTALLED, { recursive: true, force: true })
  await mkdir(cacheRoot(), { recursive: true })
  writeFileSync(noteFile(), JSON.stringify({ version, at: new Date().toISOString(), why }))
  return why
}

async function runInstaller(): Promise<string | null> {
  // A temp folder of its own: its growth shows whether anything arrives, and no half file stays behind.
  const folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-electron-'))
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  delete env['ELECTRON_OVERRIDE_DIST_PATH']
  const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let isStalled = false
  let last = 0
  const watch = setInterval(() => {
    // Unpacking, which follows the download, grows the folder of the package instead.
    const bytes = bytesIn(folder) + bytesIn(INSTALLED)
    isStalled = bytes === last
    last = bytes
    if (isStalled) child.kill('SIGKILL')
  }, STALLED_MS)
  try {
    return await new Promise<string | null>((resolve) => {
      child.on('error', (error) => {
        resolve(error.message)
      })
      child.on('close', (code) => {
        if (code === 0) resolve(null)
        else if (isStalled) resolve(`nothing arrived for ${STALLED_MS / 1000} seconds`)
        else resolve(reasonIn(errors) ?? `the installer ended with code ${code}`)
      })
    })
  } finally {
    clearInterval(watch)
    process.off('exit', stop)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the installer's stack says, in a few words. */
function reasonIn(stack: string): string | null {
  const line = /^\w*Error: (.+?)\.?$/m.exec(stack)?.[1]
  return line === 'fetch failed' ? 'its server could not be reached' : (line ?? null)
}

function bytesIn(folder: string): number {
  let sum = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size
    }
  } catch {
    // A file that vanished while we looked is growth of another kind; the next look tells.
  }
  return sum
}
