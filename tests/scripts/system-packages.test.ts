import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../scripts/project'
import { missingLibraries, nameHere, packagesFor } from '../../scripts/system-packages'
import { fakeElectron, fakePrograms, type FakePrograms } from './support/fake-programs'

// Whole programs are started here.
vi.setConfig({ testTimeout: 60_000 })

const LDD = `	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /dist/libffmpeg.so (0x00007f1)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)
`
const BOOKWORM = 'ID=debian\nVERSION_ID="12"\n'

it('reads from ldd what is missing', () => {
  expect(missingLibraries(LDD)).toEqual(['libasound.so.2', 'libgtk-3.so.0', 'libnss3.so'])
})

it('finds nothing missing where nothing is', () => {
  expect(missingLibraries('	libc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([])
  expect(missingLibraries('	not a dynamic executable\n')).toEqual([])
})

it('names each package once, and the libraries whose package it does not know', () => {
  expect(packagesFor(['libnss3.so', 'libnssutil3.so', 'libnew.so.1'], ['Xvfb'])).toEqual({
    packages: [['libnss3'], ['xvfb']],
    unknown: ['libnew.so.1'],
  })
})

it('names the packages of the print service for tests', () => {
  const programs = ['cupsd', 'lpadmin', 'ippeveprinter', '/usr/lib/cups/filter/pdftopdf'] as const
  expect(packagesFor([], programs).packages.flat()).toEqual([
    'cups-daemon',
    'cups-client',
    'cups-ipp-utils',
    'cups-filters',
  ])
})

describe('of the names of a package', () => {
  const names = ['libgtk-3-0t64', 'libgtk-3-0']
  it.each(names)('takes the one that apt knows: %s', (known) => {
    expect(nameHere(names, (name) => name === known, BOOKWORM)).toBe(known)
  })
  it.each([
    ['Debian 12', BOOKWORM, 'libgtk-3-0'],
    ['Debian 13', 'ID=debian\nVERSION_ID="13"\n', 'libgtk-3-0t64'],
    ['Debian unstable', 'ID=debian\n', 'libgtk-3-0t64'],
    ['Ubuntu 22.04', 'ID=ubuntu\nVERSION_ID="22.04"\n', 'libgtk-3-0'],
    ['Ubuntu 24.04', 'ID=ubuntu\nVERSION_ID="24.04"\n', 'libgtk-3-0t64'],
  ])('without apt lists takes that of the release: %s', (_, osRelease, expected) => {
    expect(nameHere(names, () => false, osRelease)).toBe(expected)
  })
})

describe('on this system', () => {
  let fakes: FakePrograms
  afterEach(() => fakes.remove())

  const isRoot = process.getuid?.() === 0
  const asRoot = isRoot ? [] : ['unshare', '--map-root-user']
  const asSomebody = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

  /** The real command with a display, in the name of a normal user. */
  function start(): { status: number | null; stderr: string } {
    return run([...asSomebody, process.execPath, join(ROOT, 'scripts', 'run.mjs'), 'start'])
  }
  /** What the command asks for, in the name of root. */
  function ensure(): { status: number | null; stderr: string } {
    const script = join(fakes.folder, 'ensure.mts')
    const system = JSON.stringify(join(ROOT, 'scripts', 'system-packages.ts'))
    writeFileSync(
      script,
      `import { ensureSystemPackages } from ${system}
       await ensureSystemPackages({ executable: 'electron' }, { virtualDisplay: false })`,
    )
    const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')
    return run([...asRoot, process.execPath, '--import', tsx, script])
  }
  function run([file = '', ...args]: string[]): { status: number | null; stderr: string } {
    return spawnSync(file, args, {
      encoding: 'utf8',
      env: fakes.env({
        ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(fakes.folder, '33.2.1'),
        DISPLAY: ':99',
      }),
    })
  }

  const LIBRARIES = `printf '\\tlibgtk-3.so.0 => not found\\n\\tlibnss3.so => not found\\n'`
  const KNOWS_OLD_NAMES = `case "$2" in *t64) ;; *) echo "  Candidate: 1.0";; esac`

  it('tells a normal user the one line that an administrator must type', () => {
    fakes = fakePrograms({ ldd: LIBRARIES, 'apt-get': 'exit 9', 'apt-cache': KNOWS_OLD_NAMES })
    const { status, stderr } = start()
    expect(stderr.trimEnd().split('\n').slice(-2)).toEqual([
      'Missing on this system: libgtk-3.so.0, libnss3.so. Install with:',
      'sudo apt-get install --no-install-recommends -y libgtk-3-0 libnss3',
    ])
    expect(status).toBe(3)
  })

  it('installs as root, and goes on when nothing is missing any more', () => {
    fakes = fakePrograms({
      ldd: `[ -e "$FAKES/installed" ] || ${LIBRARIES}`,
      'apt-cache': KNOWS_OLD_NAMES,
      'apt-get': `echo "$DEBIAN_FRONTEND $*" >>"$FAKES/log"; case "$*" in *install*) : >"$FAKES/installed";; esac`,
    })
    const { status, stderr } = ensure()
    expect(stderr).toContain('Missing on this system: libgtk-3.so.0, libnss3.so. Installing')
    expect(status).toBe(0)
    expect(readFileSync(join(fakes.folder, 'log'), 'utf8').split('\n')).toEqual([
      'noninteractive -q -o DPkg::Lock::Timeout=300 update',
      'noninteractive -q -o DPkg::Lock::Timeout=300 install --no-install-recommends -y libgtk-3-0 libnss3',
      '',
    ])
  })

  it('waits while another program holds the lists of apt', () => {
    fakes = fakePrograms({
      ldd: `[ -e "$FAKES/installed" ] || ${LIBRARIES}`,
      'apt-cache': KNOWS_OLD_NAMES,
      'apt-get': `
        case "$*" in *install*) : >"$FAKES/installed"; exit 0;; esac
        [ -e "$FAKES/second-time" ] && exit 0
        : >"$FAKES/second-time"
        echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1' >&2
        exit 100`,
    })
    const { status, stderr } = ensure()
    expect(stderr).toContain('Another program is using apt; waiting for it.')
    expect(status).toBe(0)
  })

  it('says that apt failed when it does', () => {
    fakes = fakePrograms({
      ldd: LIBRARIES,
      'apt-cache': '',
      'apt-get': 'echo no network >&2; exit 100',
    })
    const { status, stderr } = ensure()
    expect(stderr).toContain('no network\n')
    expect(stderr).toContain('update failed; its own words are above.')
    expect(status).toBe(1)
  })
})
