import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recoveryBeside, type RecoveryFiles } from '../../electron/recovery-file'
import { stickFolders } from '../../electron/sticks'

let folder: string
let stick: string
let recovery: RecoveryFiles
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-recovery-'))
  stick = join(folder, 'sticks', 'KEYS')
  mkdirSync(stick, { recursive: true })
  recovery = recoveryBeside(join(folder, 'settings.json'))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const secret = (): string => {
  const [name = ''] = readdirSync(stick)
  return readFileSync(join(stick, name), 'utf8').trim()
}

describe('the recovery file', () => {
  it('holds 32 random bytes, of which the kiosk keeps the hash alone', () => {
    expect(recovery.exists()).toBe(false)
    expect(recovery.make(stick)).toEqual({ ok: true })
    expect(recovery.exists()).toBe(true)
    expect(secret()).toMatch(/^[0-9a-f]{64}$/)
    const kept = join(folder, 'recovery.json')
    expect(readFileSync(kept, 'utf8')).not.toContain(secret())
    expect(statSync(kept).mode & 0o777).toBe(0o600)
  })

  it('counts once, and leaves a new one on the stick', () => {
    recovery.make(stick)
    const first = secret()
    expect(recovery.use([stick])).toEqual({ ok: true })
    expect(readdirSync(stick)).toHaveLength(1)
    expect(secret()).not.toBe(first)
    const elsewhere = join(folder, 'sticks', 'COPY')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'sole-to-spine-recovery-copy.txt'), first)
    expect(recovery.use([elsewhere])).toEqual({ ok: false, reason: 'not-found' })
    expect(recovery.use([elsewhere, stick])).toEqual({ ok: true })
  })

  it('a newly made one takes the place of the old one', () => {
    recovery.make(stick)
    const old = secret()
    const other = join(folder, 'sticks', 'OTHER')
    mkdirSync(other)
    recovery.make(other)
    expect(recovery.use([stick])).toEqual({ ok: false, reason: 'not-found' })
    expect(secret()).toBe(old)
    expect(recovery.use([other])).toEqual({ ok: true })
  })

  it.each([
    ['nothing was ever made', () => undefined],
    ['the kiosk’s record is broken', () => writeFileSync(join(folder, 'recovery.json'), '{}')],
  ])('opens nothing where %s', (_, prepare) => {
    prepare()
    for (const text of ['', '0'.repeat(64), '{}'])
      writeFileSync(join(stick, `sole-to-spine-recovery-${text.length}.txt`), text)
    expect(recovery.use([stick])).toEqual({ ok: false, reason: 'not-found' })
  })

  it('reads neither large files nor folders nor a stick that was pulled', () => {
    recovery.make(stick)
    writeFileSync(
      join(stick, 'sole-to-spine-recovery-0.txt'),
      `${secret()}${'x'.repeat(5_000_000)}`,
    )
    mkdirSync(join(stick, 'sole-to-spine-recovery-1.txt'))
    expect(recovery.use([join(folder, 'gone'), stick])).toEqual({ ok: true })
  })

  it('stays in force when the new one cannot be written to the stick', () => {
    recovery.make(stick)
    const [name = ''] = readdirSync(stick)
    const kept = readFileSync(join(folder, 'recovery.json'), 'utf8')
    rmSync(join(stick, name))
    expect(recovery.use([stick])).toEqual({ ok: false, reason: 'not-found' })
    expect(readFileSync(join(folder, 'recovery.json'), 'utf8')).toBe(kept)
  })
})

describe('stickFolders', () => {
  it('lists each folder of the place, and no files', () => {
    writeFileSync(join(folder, 'sticks', 'note.txt'), '')
    expect(stickFolders(join(folder, 'sticks'))).toEqual([stick])
    expect(stickFolders(join(folder, 'nowhere'))).toEqual([])
  })
})
