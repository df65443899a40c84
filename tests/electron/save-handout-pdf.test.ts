import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WRITE_FAULTS } from '../../core/staff/names'
import { listSticks, saveHandoutPdf } from '../../electron/handlers/save-handout-pdf'
import { isMounted, stickFolders } from '../../electron/sticks'
import { writeWhole } from '../../electron/whole-file'
import { handoutOf } from '../support/handout-request'

const BYTES = [...Buffer.from('%PDF-'), 0xff, 0x00, 0xfe]
const open = { isStaffOpen: () => true }
const locked = { isStaffOpen: () => false }
const request = handoutOf(['calf-stretch'])

let place: string
let stick: string
let pdf: Uint8Array
const sheet = { pdf: () => Promise.resolve(pdf) }
const sticks = (): string[] => stickFolders(place)
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'sole-to-spine-sticks-'))
  stick = join(place, 'KEYS')
  mkdirSync(stick)
  pdf = Uint8Array.from(BYTES)
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

describe('saveHandoutPdf', () => {
  it('writes the bytes to the stick under the next number, and keeps none of them', async () => {
    writeFileSync(join(stick, 'handout-1.pdf'), 'another one')
    const save = saveHandoutPdf(open, sheet, sticks, writeWhole)
    expect(await save({ request, stick: 'KEYS' })).toEqual({ ok: true, file: 'handout-2.pdf' })
    expect([...readFileSync(join(stick, 'handout-2.pdf'))]).toEqual(BYTES)
    expect(readFileSync(join(stick, 'handout-1.pdf'), 'utf8')).toBe('another one')
    expect(pdf.every((byte) => byte === 0)).toBe(true)
  })

  it('is for staff alone', async () => {
    const write = vi.fn(writeWhole)
    const make = vi.fn(sheet.pdf)
    const save = saveHandoutPdf(locked, { pdf: make }, sticks, write)
    expect(await save({ request, stick: 'KEYS' })).toEqual({ ok: false, reason: 'locked' })
    expect(make).not.toHaveBeenCalled()
    expect(write).not.toHaveBeenCalled()
    expect(listSticks(locked, sticks)()).toEqual([])
    expect(listSticks(open, sticks)()).toEqual(['KEYS'])
  })

  it.each(['/etc', '..', '../KEYS', 'KEYS/..', '', '.', 'keys', 'Gone'])(
    'knows no stick by the name "%s"',
    async (name) => {
      const write = vi.fn(writeWhole)
      const save = saveHandoutPdf(open, sheet, sticks, write)
      expect(await save({ request, stick: name })).toEqual({ ok: false, reason: 'no-stick' })
      expect(write).not.toHaveBeenCalled()
    },
  )

  it('finds that the stick was pulled out while the sheet was made', async () => {
    const slow = {
      pdf: () => {
        rmSync(stick, { recursive: true })
        return sheet.pdf()
      },
    }
    const save = saveHandoutPdf(open, slow, sticks, writeWhole)
    expect(await save({ request, stick: 'KEYS' })).toEqual({ ok: false, reason: 'no-stick' })
  })

  it.each([...WRITE_FAULTS])('says why the stick took nothing: %s', async (reason) => {
    const save = saveHandoutPdf(open, sheet, sticks, () => ({ ok: false, reason }))
    expect(await save({ request, stick: 'KEYS' })).toEqual({ ok: false, reason })
    expect(pdf.every((byte) => byte === 0)).toBe(true)
  })

  it('says that the sheet could not be made', async () => {
    const broken = { pdf: () => Promise.reject(new Error('broken')) }
    const save = saveHandoutPdf(open, broken, sticks, writeWhole)
    expect(await save({ request, stick: 'KEYS' })).toEqual({ ok: false, reason: 'not-made' })
  })
})

it.runIf(process.platform === 'linux')(
  'a folder is no stick unless a disk of its own is there',
  () => {
    expect(isMounted('/proc')).toBe(true)
    expect(isMounted('/etc')).toBe(false)
  },
)
