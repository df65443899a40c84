import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Runtime } from './electron-runtime'
import { PlainError } from './plain-error'
import { say } from './say'

/** Ends a command that needs packages which only an administrator can install. */
export const NEEDS_ADMINISTRATOR = 3

/**
 * Debian's and Ubuntu's package of each shared library of Electron, by its soname; the names with "t64" are
 * those since Debian 13 and Ubuntu 24.04.
 */
const PACKAGES: Record<string, readonly [string, ...string[]]> = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
}
/** Programs by the package that holds them. */
const PROGRAMS = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  cupsd: 'cups-daemon',
  lpadmin: 'cups-client',
  ippeveprinter: 'cups-ipp-utils',
  'dbus-daemon': 'dbus-daemon',
  // Not for people to call; CUPS looks for it here.
  '/usr/lib/cups/filter/pdftopdf': 'cups-filters',
  '/usr/lib/cups/daemon/cups-driverd': 'cups',
  'speech-dispatcher': 'speech-dispatcher',
  'espeak-ng': 'espeak-ng',
  // Joins the two.
  '/usr/lib/speech-dispatcher-modules/sd_espeak-ng': 'speech-dispatcher-espeak-ng',
  pulseaudio: 'pulseaudio',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  parec: 'pulseaudio-utils',
}
type Program = keyof typeof PROGRAMS

/** What a command needs besides Electron's own libraries. */
export interface SystemNeeds {
  /** A display that nobody sees. */
  virtualDisplay: boolean
  /** A print service and a virtual printer, for tests. */
  printRig?: boolean
  /** What makes pictures of the pages of a PDF. */
  pagePictures?: boolean
  /** A voice, and a sound card that nobody hears, for tests. */
  soundRig?: boolean
}

/** The programs that these needs come down to. */
function programsFor({
  virtualDisplay,
  printRig = false,
  soundRig = false,
  pagePictures = false,
}: SystemNeeds): Program[] {
  return [
    ...(virtualDisplay ? (['Xvfb', 'openbox'] as const) : []),
    ...(printRig ? PRINT_PROGRAMS : []),
    ...(soundRig ? SOUND_PROGRAMS : []),
    ...(pagePictures ? (['pdftoppm'] as const) : []),
  ]
}
const SOUND_PROGRAMS = [
  'speech-dispatcher',
  'espeak-ng',
  '/usr/lib/speech-dispatcher-modules/sd_espeak-ng',
  'pulseaudio',
  'parec',
] as const
const PRINT_PROGRAMS = [
  ...(['pdftoppm', 'qpdf'] as const),
  ...(['cupsd', 'lpadmin', 'ippeveprinter', 'dbus-daemon'] as const),
  '/usr/lib/cups/filter/pdftopdf',
  '/usr/lib/cups/daemon/cups-driverd',
] as const

/** The sonames that `ldd` could not find. */
export function missingLibraries(ldd: string): string[] {
  const found = ldd.matchAll(/^\s*(\S+) => not found/gm)
  return [...new Set([...found].map(([, name = '']) => name))].sort()
}

/** For each thing that is missing the package names that may hold it, best first, without repeats. */
export function packagesFor(
  libraries: readonly string[],
  programs: readonly Program[],
): { packages: (readonly string[])[]; unknown: string[] } {
  const choices = libraries.map((name) => PACKAGES[name])
  const wanted = [
    ...choices.filter((choice) => choice !== undefined),
    ...programs.map((program) => [PROGRAMS[program]]),
  ]
  return {
    packages: [...new Map(wanted.map((choice) => [choice.join(), choice])).values()],
    unknown: libraries.filter((name) => !(name in PACKAGES)),
  }
}

/**
 * Of the names of one package that which this release knows. Where apt's lists are empty nothing is known yet,
 * and the release decides.
 */
export function nameHere(
  names: readonly string[],
  isKnown: (name: string) => boolean,
  osRelease: string,
): string {
  const [newest = '', ...older] = names
  return names.find(isKnown) ?? (hasT64(osRelease) ? newest : (older.at(-1) ?? newest))
}

/** Whether the release has the package names with "t64": Debian from 13, Ubuntu from 24.04. */
function hasT64(osRelease: string): boolean {
  const value = (key: string): string =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? ''
  const version = Number.parseFloat(value('VERSION_ID'))
  if (value('ID') === 'ubuntu') return version >= 24.04
  // Debian's unstable names no version.
  return value('ID') === 'debian' && !(version < 13)
}

/**
 * Sees to it that the runtime finds its shared libraries and, where asked for, that a virtual display and a
 * print service for tests can be started. As root on Debian and Ubuntu what is missing is installed.
 * @throws PlainError with exit code 3 and the line to be typed where only an administrator can install it
 */
export async function ensureSystemPackages(runtime: Runtime, needs: SystemNeeds): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = look(runtime, needs)
  if (missing.libraries.length + missing.programs.length === 0) return
  const what = [...missing.libraries, ...missing.programs].join(', ')
  if (!canRun('apt-get')) {
    throw new PlainError(
      `Missing on this system: ${what}. Install what holds them by your system's package manager and start again.`,
      NEEDS_ADMINISTRATOR,
    )
  }
  const { packages, unknown } = packagesFor(missing.libraries, missing.programs)
  if (unknown.length > 0) {
    throw new PlainError(
      `Electron misses ${unknown.join(', ')}, whose package is not known here. Find it with apt-file and install it.`,
      NEEDS_ADMINISTRATOR,
    )
  }
  if (process.getuid?.() !== 0) {
    const line = ['sudo apt-get install --no-install-recommends -y', ...namesHere(packages)]
    throw new PlainError(
      `Missing on this system: ${what}. Install with:\n${line.join(' ')}`,
      NEEDS_ADMINISTRATOR,
    )
  }
  say(`Missing on this system: ${what}. Installing with apt-get ...`)
  await updateLists()
  await aptGet(['install', '--no-install-recommends', '-y', ...namesHere(packages)])
  const left = look(runtime, needs)
  if (left.libraries.length + left.programs.length > 0) {
    throw new PlainError(
      `apt-get ended well, but still missing: ${[...left.libraries, ...left.programs].join(', ')}.`,
    )
  }
}

function look(runtime: Runtime, needs: SystemNeeds): { libraries: string[]; programs: Program[] } {
  const ldd = spawnSync('ldd', [runtime.executable], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return {
    libraries: missingLibraries(ldd.stdout ?? ''),
    programs: programsFor(needs).filter((program) => !canRun(program)),
  }
}

function canRun(program: string): boolean {
  // Daemons lie where the path of a normal user does not lead.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  return (program.startsWith('/') ? [''] : folders).some((folder) => {
    try {
      accessSync(folder ? join(folder, program) : program, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function namesHere(packages: readonly (readonly string[])[]): string[] {
  const osRelease = readFileSync('/etc/os-release', 'utf8')
  return packages.map((names) => nameHere(names, isKnownToApt, osRelease)).sort()
}

function isKnownToApt(name: string): boolean {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return /Candidate: (?!\(none\))/.test(stdout ?? '')
}

/** apt waits for a busy package database by itself, but not for busy lists. */
async function updateLists(): Promise<void> {
  const began = Date.now()
  for (;;) {
    try {
      await aptGet(['update'])
      return
    } catch (error) {
      const isBusy = error instanceof AptError && /lists\/lock/.test(error.output)
      if (!isBusy || Date.now() - began > LOCK_SECONDS * 1000) throw error
      say('Another program is using apt; waiting for it.')
      await sleep(3000)
    }
  }
}

const LOCK_SECONDS = 300

class AptError extends PlainError {
  constructor(
    command: string,
    readonly output: string,
  ) {
    super(
      `${command} failed; its own words are above. Check the network and /etc/apt/sources.list.`,
    )
  }
}

async function aptGet(args: readonly string[]): Promise<void> {
  const child = spawn('apt-get', ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    stdio: ['ignore', 2, 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    process.stderr.write(chunk)
  })
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => {
      resolve(null)
    })
    child.on('close', resolve)
  })
  if (code !== 0) throw new AptError(`apt-get ${args.join(' ')}`, output)
}
