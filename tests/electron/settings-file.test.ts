import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { readSettings } from '../../electron/settings-file'

let folder: string
let file: string
const told = vi.spyOn(console, 'error')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-settings-'))
  file = join(folder, 'settings.json')
  told.mockReset().mockImplementation(() => undefined)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readSettings', () => {
  it('takes what the clinic wrote, and the default for the rest', async () => {
    writeFileSync(file, '{"diagonalInches": 27}')
    expect(await readSettings(file)).toEqual({ ...DEFAULT_SETTINGS, diagonalInches: 27 })
    expect(told).not.toHaveBeenCalled()
  })

  it('takes the defaults, and is silent, where there is no file', async () => {
    expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS)
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
  ])('takes the defaults, and tells staff which file, when it holds %s', async (_, text) => {
    writeFileSync(file, text)
    expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS)
    expect(told).toHaveBeenCalledOnce()
    expect(String(told.mock.calls[0]?.[0])).toContain(file)
  })

  it('names the field that is wrong', async () => {
    writeFileSync(file, '{"diagonalInches": -3}')
    await readSettings(file)
    expect(String(told.mock.calls[0]?.[0])).toContain('diagonalInches')
  })

  it('tells staff of a file that is there but cannot be read', async () => {
    mkdirSync(file)
    expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS)
    expect(told).toHaveBeenCalledOnce()
  })

  it('takes no file that was written in part', async () => {
    const whole = '{"diagonalInches": 27, "emergencyNumber": "112"}'
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.slice(0, length))
      expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS)
    }
  })
})
