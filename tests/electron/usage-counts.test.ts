import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compile } from '../../core/content/compile'
import { count } from '../../electron/handlers/count'
import { exportCounts, readCounts } from '../../electron/handlers/read-counts'
import { openCounts, type UsageCounts } from '../../electron/usage-counts'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack } from '../support/sample-pack'

const { bundle } = compile(samplePack(), SAMPLE_PICTURES, SAMPLE_DAY)
if (!bundle) throw new Error('the sample is not sound')

let folder: string
let file: string
let now: Date
let isOn: boolean
const told = vi.spyOn(console, 'error')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-counts-'))
  file = join(folder, 'counts.json')
  now = new Date(2026, 10, 30, 23, 59)
  isOn = true
  told.mockReset().mockImplementation(() => undefined)
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (): UsageCounts => openCounts(file, { isOn: () => isOn, now: () => now })
const visit = (counts: UsageCounts): void => {
  counts.note({ what: 'start', which: 'all' })
  counts.write()
}

describe('openCounts', () => {
  it('writes at the end of a visit, and goes on after a start', () => {
    const counts = open()
    counts.note({ what: 'start', which: 'all' })
    expect(existsSync(file)).toBe(false)
    counts.write()
    visit(open())
    expect(open().days()).toEqual({ '2026-11-30': { start: { all: 2 } } })
  })

  it('takes the day on the clock of the kiosk, over midnight', () => {
    const counts = open()
    counts.note({ what: 'start', which: 'all' })
    now = new Date(2026, 11, 1, 0, 1)
    counts.note({ what: 'print', which: 'all' })
    counts.write()
    expect(counts.days()).toEqual({
      '2026-11-30': { start: { all: 1 } },
      '2026-12-01': { print: { all: 1 } },
    })
  })

  it('writes no time, only days and numbers', () => {
    visit(open())
    expect(readFileSync(file, 'utf8')).toBe(
      '{"version":1,"days":{"2026-11-30":{"start":{"all":1}}}}\n',
    )
  })

  it('keeps 400 days', () => {
    const counts = open()
    visit(counts)
    now = new Date(2028, 0, 4, 12)
    visit(counts)
    expect(Object.keys(counts.days())).toEqual(['2026-11-30', '2028-01-04'])
    now = new Date(2028, 0, 5, 12)
    visit(counts)
    expect(Object.keys(counts.days())).toEqual(['2028-01-04', '2028-01-05'])
  })

  it('loses nothing when the clock is set back by a year, and on again', () => {
    const counts = open()
    visit(counts)
    now = new Date(2025, 10, 30, 12)
    visit(counts)
    now = new Date(2026, 10, 30, 12)
    visit(counts)
    expect(counts.days()).toEqual({
      '2025-11-30': { start: { all: 1 } },
      '2026-11-30': { start: { all: 2 } },
    })
  })

  it('counts nothing where the clinic does not want it', () => {
    isOn = false
    visit(open())
    expect(existsSync(file)).toBe(false)
  })

  it.each(['', '{"version":1,"days":{"2026-11-30":{"start":{"all":-1}}}}', '{"version":2}'])(
    'lays a file aside that it cannot read, and counts on: %s',
    (text) => {
      writeFileSync(file, text)
      visit(open())
      expect(open().days()).toEqual({ '2026-11-30': { start: { all: 1 } } })
      expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text)
      expect(told).toHaveBeenCalledOnce()
    },
  )

  it('keeps what could not be written for the next time', () => {
    const counts = openCounts(join(folder, 'away', 'counts.json'), {
      isOn: () => true,
      now: () => now,
    })
    writeFileSync(join(folder, 'away'), 'a file where the folder should be')
    visit(counts)
    expect(counts.days()).toEqual({})
    rmSync(join(folder, 'away'))
    counts.write()
    expect(counts.days()).toEqual({ '2026-11-30': { start: { all: 1 } } })
  })
})

describe('count', () => {
  const noted = async (what: 'chapter' | 'level' | 'start' | 'language', which: string) => {
    const note = vi.fn()
    await count({ note }, Promise.resolve({ ok: true, bundle }))({ what, which })
    return note.mock.calls.length
  }
  it('counts what the content has', async () => {
    const chapter = bundle.story.chapters[0]?.id ?? ''
    expect(await noted('chapter', chapter)).toBe(1)
    expect(await noted('level', '4')).toBe(1)
    expect(await noted('language', 'en')).toBe(1)
    expect(await noted('start', 'all')).toBe(1)
  })
  it('writes no word down that the content does not have', async () => {
    expect(await noted('chapter', 'jane-doe')).toBe(0)
    expect(await noted('level', '5')).toBe(0)
    expect(await noted('language', 'constructor')).toBe(0)
    expect(await noted('start', 'jane-doe')).toBe(0)
  })
})

describe('for staff', () => {
  const days = { '2026-11-30': { start: { all: 12 }, print: { all: 2 } } }
  const counts = { days: () => days }
  const lockOf = (isOpen: boolean) => ({ isStaffOpen: () => isOpen })
  const save = (isOpen: boolean, sticks: string[]) =>
    exportCounts(
      lockOf(isOpen),
      counts,
      () => sticks,
      () => now,
    )()

  it('shows no small number, and to nobody else any', () => {
    expect(readCounts(lockOf(true), counts)()).toEqual({
      ok: true,
      days: { '2026-11-30': { start: { all: 12 }, print: { all: 'few' } } },
    })
    expect(readCounts(lockOf(false), counts)()).toEqual({ ok: false, reason: 'locked' })
  })
  it('writes them to the stick', () => {
    const stick = join(folder, 'STICK')
    mkdirSync(stick)
    expect(save(true, [stick])).toEqual({ ok: true, name: 'sole-to-spine-counts-2026-11-30.csv' })
    expect(readFileSync(join(stick, 'sole-to-spine-counts-2026-11-30.csv'), 'utf8')).toBe(
      'day,what,which,count\r\n2026-11-30,start,all,12\r\n2026-11-30,print,all,1-4\r\n',
    )
    expect(save(false, [stick])).toEqual({ ok: false, reason: 'locked' })
  })
  it('says that no stick is there, or that it is gone', () => {
    expect(save(true, [])).toEqual({ ok: false, reason: 'no-stick' })
    writeFileSync(join(folder, 'gone'), '')
    expect(save(true, [join(folder, 'gone')])).toEqual({ ok: false, reason: 'not-written' })
  })
})
