import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Settings } from '../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { openSettings } from '../../electron/settings-file'

let folder: string
let file: string
const told = vi.spyOn(console, 'error')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-settings-'))
  file = join(folder, 'settings.json')
  told.mockReset().mockImplementation(() => undefined)
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = () => openSettings(file).current()

describe('openSettings', () => {
  it('takes what the clinic wrote, and the default for the rest', () => {
    writeFileSync(file, '{"diagonalInches": 27}')
    expect(read()).toEqual({ ...DEFAULT_SETTINGS, diagonalInches: 27 })
    expect(told).not.toHaveBeenCalled()
  })

  it('takes the defaults, and is silent, where there is no file', () => {
    expect(read()).toEqual(DEFAULT_SETTINGS)
    expect(told).not.toHaveBeenCalled()
  })

  it.each([
    ['nothing', ''],
    ['half of a file', '{"diagonalInches": 2'],
    ['something else', '[1, 2]'],
    ['null', 'null'],
    ['a field that nobody knows', '{"password": "1234"}'],
    ['a misspelt field', '{"diagonalinches": 27}'],
    ['a size that cannot be', '{"diagonalInches": 0}'],
    ['a text for a number', '{"askAfterSeconds": "120"}'],
    ['no time at all', '{"countdownSeconds": 0}'],
    ['a prototype', '{"__proto__": {"diagonalInches": 27}}'],
    ['bytes', '\u0000\u0001\ufffd'],
  ])('takes the defaults, and tells staff which file, when it holds %s', (_, text) => {
    writeFileSync(file, text)
    expect(read()).toEqual(DEFAULT_SETTINGS)
    expect(told).toHaveBeenCalledOnce()
    expect(String(told.mock.calls[0]?.[0])).toContain(file)
  })

  it('names the field that is wrong', () => {
    writeFileSync(file, '{"diagonalInches": -3}')
    read()
    expect(String(told.mock.calls[0]?.[0])).toContain('diagonalInches')
  })

  it('tells staff of a file that is there but cannot be read', () => {
    mkdirSync(file)
    expect(read()).toEqual(DEFAULT_SETTINGS)
    expect(told).toHaveBeenCalledOnce()
  })

  it('takes no file that was written in part', () => {
    const whole = '{"diagonalInches": 27, "emergencyNumber": "112"}'
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.slice(0, length))
      expect(read()).toEqual(DEFAULT_SETTINGS)
    }
  })

  it('says what staff must know', () => {
    expect(openSettings(file).trouble()).toBeNull()
    writeFileSync(file, '{')
    expect(openSettings(file).trouble()).toBe('defaults')
    writeFileSync(`${file}.bak`, '{"diagonalInches": 27}')
    expect(openSettings(file).trouble()).toBe('from-backup')
    writeFileSync(file, '{}')
    expect(openSettings(file).trouble()).toBeNull()
  })

  it('takes the last sound copy where the file is broken or gone', () => {
    const holder = openSettings(file)
    holder.replace({ ...DEFAULT_SETTINGS, diagonalInches: 27 })
    holder.replace({ ...DEFAULT_SETTINGS, diagonalInches: 32 })
    writeFileSync(file, 'x')
    expect(read().diagonalInches).toBe(27)
    rmSync(file)
    expect(read().diagonalInches).toBe(27)
  })
})

describe('replace', () => {
  const larger = { ...DEFAULT_SETTINGS, diagonalInches: 27 }

  it('counts at once, and after a new start', () => {
    const holder = openSettings(file)
    expect(holder.replace(larger)).toEqual({ ok: true })
    expect(holder.current()).toEqual(larger)
    expect(read()).toEqual(larger)
  })

  it('leaves nothing beside the file but its copy', () => {
    const holder = openSettings(file)
    holder.replace(larger)
    holder.replace(DEFAULT_SETTINGS)
    expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.bak'])
  })

  it('keeps the sound copy when the file itself is broken', () => {
    const holder = openSettings(file)
    holder.replace(larger)
    holder.replace({ ...larger, clinicName: 'Hill' })
    writeFileSync(file, '{"broken"')
    const after = openSettings(file)
    after.replace({ ...larger, clinicName: 'Vale' })
    writeFileSync(file, '{"broken"')
    expect(read()).toEqual(larger)
  })

  it('survives a cut at any byte of what lay beside it, and of the file', () => {
    const holder = openSettings(file)
    holder.replace(larger)
    holder.replace({ ...larger, clinicName: 'Hill' })
    const whole = readFileSync(file, 'utf8')
    for (let length = 0; length < whole.length - 1; length++) {
      writeFileSync(file, whole.slice(0, length))
      expect(read()).toEqual(larger)
      writeFileSync(file, whole)
      writeFileSync(`${file}.new`, whole.slice(0, length))
      expect(read().clinicName).toBe('Hill')
      writeFileSync(`${file}.bak`, whole.slice(0, length))
      expect(read().clinicName).toBe('Hill')
      writeFileSync(`${file}.bak`, JSON.stringify(larger))
    }
  })

  it('is never something that the schema refuses, whatever bits flip', () => {
    openSettings(file).replace(larger)
    const whole = readFileSync(file)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ flip
        writeFileSync(file, flipped)
        expect(Settings.safeParse(read()).success).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
