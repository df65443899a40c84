import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../core/content/compile'
import { stampOf, type CompiledContent } from '../electron/compiled-content'
import { readPack } from '../electron/content-files'
import { withLock } from './lock.mjs'
import { PlainError } from './plain-error'
import { ROOT } from './project'
import { FALLBACK_VERSION } from './runtime/registry-fallback'
import { say } from './say'
import { isUpToDate, makeAnew, type Product } from './staleness'

const APP: Product = {
  root: ROOT,
  sources: [
    ...['core', 'electron', 'renderer', 'content', 'electron.vite.config.ts'],
    ...[
      'package.json',
      'package-lock.json',
      'tsconfig.base.json',
      'tsconfig.node.json',
      'tsconfig.web.json',
    ],
  ],
  outputs: ['out/main/main.js', 'out/main/content.json', 'out/preload', 'out/renderer/index.html'],
  stampFile: 'out/.made-from',
}

/** Builds the app into out/ where its sources changed since the last build. */
export async function buildIfStale(): Promise<void> {
  if (isUpToDate(APP)) return
  await locked(async (alsoHeldBy) => {
    if (!isUpToDate(APP)) await makeAnew(APP, () => makeApp(alsoHeldBy))
  })
}

/** Builds the app into out/, whatever is there. */
export async function build(): Promise<void> {
  await locked((alsoHeldBy) => makeAnew(APP, () => makeApp(alsoHeldBy)))
}

/** Two starts at once must not write into out/ together. */
function locked(work: (alsoHeldBy: (pid: number) => void) => Promise<void>): Promise<void> {
  const key = createHash('sha256').update(ROOT).digest('hex').slice(0, 12)
  return withLock(
    join(tmpdir(), `sole-to-spine-build-${process.getuid?.() ?? 0}-${key}.lock`),
    'building the app',
    work,
  )
}

async function makeApp(alsoHeldBy: (pid: number) => void): Promise<void> {
  await electronVite(alsoHeldBy)
  await compileContent()
}

/** Leaves the content compiled beside the program, so that no start waits for it. */
async function compileContent(): Promise<void> {
  const pack = await readPack(join(ROOT, 'content'))
  if (!pack) throw new PlainError('There is no content in content/.')
  const today = new Date().toISOString().slice(0, 10)
  const compiled = compile(pack.files, pack.pictures, today)
  const content: CompiledContent = { stamp: stampOf(pack), ...compiled }
  await writeFile(join(ROOT, 'out', 'main', 'content.json'), JSON.stringify(content))
}

async function electronVite(alsoHeldBy: (pid: number) => void): Promise<void> {
  say('Building the app ...')
  const command = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [command, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: buildEnv(),
  })
  if (child.pid) alsoHeldBy(child.pid)
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  if (code !== 0) throw new PlainError('The app could not be built; the reason is above.')
}

/** The same output must run in the released Electron and in the older one for tests, so it is made for that. */
export function buildEnv(): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_MAJOR_VER: FALLBACK_VERSION.split('.')[0] }
}
