import { build as pack, Platform, type AfterPackContext, type CliOptions } from 'electron-builder'
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { buildIfStale } from '../app-build'
import { isReleasable, type Runtime } from '../electron-runtime'
import { PlainError } from '../plain-error'
import { packageVersion, ROOT } from '../project'
import { STAMP } from '../runtime/stamped-folder'
import { say } from '../say'
import { setFuses } from './fuses'

/** What became of one kind of installer. */
export type Made = { target: string } & ({ files: string[] } | { why: string })

type Config = Exclude<NonNullable<CliOptions['config']>, string>

/** Marks everything that was packed with a runtime for tests, so that none is taken for a release. */
const TEST_MARK = '-test-runtime'
const DIST = join(ROOT, 'dist')
const NAME_AND_VERSION = `sole-to-spine-${packageVersion()}-linux-${process.arch}`

/**
 * Packs the app with the runtime: unpacked first, then every kind of installer of this system that the tools at
 * hand can make. Kinds that cannot be made are reported with the reason, not thrown.
 */
export async function packApp(runtime: Runtime): Promise<Made[]> {
  await buildIfStale()
  const mark = isReleasable(runtime) ? '' : TEST_MARK
  const config = configFor(runtime, mark)
  const unpacked = await packUnpacked(config, mark)
  const made: Made[] = [{ target: 'unpacked', files: [unpacked] }]
  for (const target of installersHere()) made.push(await packInstaller(target, config, unpacked))
  return [...made, ...elsewhere()]
}

function configFor(runtime: Runtime, mark: string): Config {
  return {
    extends: join(ROOT, 'electron-builder.yml'),
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    artifactName: `sole-to-spine-\${version}-\${os}-\${arch}${mark}.\${ext}`,
    afterPack: async (context: AfterPackContext) => {
      // A folder of Electron brings its own start page along, and ours its stamp.
      const resources = context.packager.getResourcesDir(context.appOutDir)
      await rm(join(resources, 'default_app.asar'), { force: true })
      await rm(join(context.appOutDir, STAMP), { force: true })
      await setFuses(programIn(context), mark !== '')
    },
  }
}

function programIn({ appOutDir, packager, electronPlatformName }: AfterPackContext): string {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`)
  return join(appOutDir, 'sole-to-spine')
}

/** The folder of the packed but not wrapped app, under a name that says so when its runtime is for tests. */
async function packUnpacked(config: Config, mark: string): Promise<string> {
  const name = { win32: 'win-unpacked', darwin: 'mac', linux: 'linux-unpacked' }[SYSTEM]
  const made = join(DIST, process.arch === 'arm64' ? name.replace(/^(\w+)/, '$1-arm64') : name)
  const marked = `${made}${mark}`
  await rm(made, { recursive: true, force: true })
  await rm(marked, { recursive: true, force: true })
  await pack({ targets: PLATFORM.createTarget('dir'), config, projectDir: ROOT, publish: 'never' })
  if (!existsSync(made))
    throw new PlainError(`electron-builder ended well, but there is no ${made}.`)
  if (mark) await rename(made, marked)
  return marked
}

async function packInstaller(target: string, config: Config, unpacked: string): Promise<Made> {
  try {
    if (target === 'tar.gz') return { target, files: [tarOf(unpacked)] }
    if (target === 'deb') useDebTool()
    const files = await pack({
      targets: PLATFORM.createTarget(target),
      config,
      prepackaged: unpacked,
      projectDir: ROOT,
      publish: 'never',
    })
    return { target, files }
  } catch (error) {
    return { target, why: (error as Error).message.split('\n')[0] ?? 'unknown' }
  }
}

/** By the system's tar: electron-builder would have to download 7-Zip for it. */
function tarOf(unpacked: string): string {
  const file = join(
    DIST,
    `${basename(unpacked).replace('linux-unpacked', NAME_AND_VERSION)}.tar.gz`,
  )
  const { status, stderr, error } = spawnSync(
    'tar',
    ['-czf', file, '-C', DIST, '--owner=0', '--group=0', basename(unpacked)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new PlainError(`tar failed: ${error?.message ?? stderr.trim()}`)
  return file
}

/** fpm where it is, else what stands in for it: electron-builder would have to download its own. */
function useDebTool(): void {
  if (process.env['CUSTOM_FPM_PATH'] || onPath('fpm')) {
    process.env['CUSTOM_FPM_PATH'] ??= onPath('fpm') ?? ''
    return
  }
  if (!onPath('dpkg-deb')) throw new PlainError('neither fpm nor dpkg-deb is here')
  process.env['CUSTOM_FPM_PATH'] = join(ROOT, 'scripts', 'packing', 'fpm-by-dpkg-deb.mjs')
}

const SYSTEM =
  process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
const PLATFORM = { win32: Platform.WINDOWS, darwin: Platform.MAC, linux: Platform.LINUX }[SYSTEM]
const INSTALLERS = { linux: ['tar.gz', 'deb'], win32: ['nsis'], darwin: ['dmg'] }

const installersHere = (): string[] => INSTALLERS[SYSTEM]

/** Installers of another system need that system's Electron and tools. */
function elsewhere(): Made[] {
  return (Object.keys(INSTALLERS) as (keyof typeof INSTALLERS)[])
    .filter((system) => system !== SYSTEM)
    .flatMap((system) =>
      INSTALLERS[system].map((target) => ({
        target,
        why: `is made on ${{ linux: 'Linux', win32: 'Windows', darwin: 'macOS' }[system]}`,
      })),
    )
}

function onPath(program: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // The next folder may have it.
    }
  }
  return null
}

/** Tells what was made and what was not. */
export function tellMade(made: readonly Made[]): void {
  for (const one of made) {
    if ('files' in one) for (const file of one.files) say(`made: ${one.target}: ${file}`)
    else say(`not made: ${one.target}: ${one.why}`)
  }
}
