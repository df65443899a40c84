import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { openSettings } from '../../electron/settings-file'

const ROOT = join(import.meta.dirname, '../..')
const WRITER = ['--import', 'tsx', join(ROOT, 'tests/support/settings-writer.ts')]
const KILLS = process.env['TEST_FULL'] === '1' ? 500 : 12

/** A disk of its own needs a namespace of its own, which not every system gives. */
const ALONE = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m']
const canMount = spawnSync('unshare', [...ALONE, 'true']).status === 0

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-survive-'))
  file = join(folder, 'settings.json')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe('settings', () => {
  it(
    `are whole after ${KILLS} kills at any moment of writing them`,
    async () => {
      writeFileSync(file, JSON.stringify({ clinicName: 'One' }))
      for (let kill = 0; kill < KILLS; kill++) {
        const writer = spawn(process.execPath, [...WRITER, file], { cwd: ROOT, stdio: 'pipe' })
        await once(writer.stdout, 'data')
        const gone = once(writer, 'exit')
        // Another moment each time; in a millisecond it writes some ten times.
        await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 40))
        writer.kill('SIGKILL')
        await gone
        const after = openSettings(file)
        expect(after.trouble()).toBeNull()
        expect(['One', 'Other']).toContain(after.current().clinicName)
        expect(after.replace({ ...DEFAULT_SETTINGS, clinicName: 'One' })).toEqual({ ok: true })
      }
    },
    KILLS * 10_000,
  )

  it('stay as they are, and say so, when they cannot be written', () => {
    writeFileSync(file, JSON.stringify({ clinicName: 'Old' }))
    mkdirSync(`${file}.new`)
    const holder = openSettings(file)
    expect(holder.replace({ ...DEFAULT_SETTINGS, clinicName: 'New' })).toEqual({
      ok: false,
      reason: 'not-written',
    })
    expect(holder.current().clinicName).toBe('Old')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ clinicName: 'Old' })
  })

  it.runIf(canMount).each([
    ['disk-full', 'head -c 1000000 /dev/zero > full 2>/dev/null'],
    ['read-only', 'mount -o remount,ro .'],
  ])('a disk that is %s leaves the old ones, and says why', (reason, spoil) => {
    // A small disk of its own, in a namespace that only this test sees.
    const script = `set -e
      mount -t tmpfs -o size=16k none '${folder}'; cd '${folder}'
      echo '{"clinicName":"Old"}' > settings.json
      ${spoil} || true
      cd '${ROOT}'; "$@"; cat '${file}'`
    const run = spawnSync(
      'unshare',
      [...ALONE, 'sh', '-c', script, 'sh', process.execPath, ...WRITER, file, 'once'],
      { encoding: 'utf8' },
    )
    expect(run.stdout, run.stderr).toBe(
      `{"written":{"ok":false,"reason":"${reason}"},"current":"Old"}{"clinicName":"Old"}\n`,
    )
  })
})
