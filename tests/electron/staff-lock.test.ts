import fc from 'fast-check'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitAfter } from '../../core/staff/lock-out'
import { hashPin, isPinOf } from '../../electron/pin-hash'
import { allowSetUp, staffFilesBeside, type StaffRecord } from '../../electron/staff-file'
import { createStaffLock, type StaffLock } from '../../electron/staff-lock'

const OWNER = '830274'
const CLINICIAN = '470961'
const WRONG = '908172'

// Each guess costs a good part of a second, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let settingsFile: string
/** Running time in ms. */
let time: number
const onExpire = vi.fn()
let ofOwner: Awaited<ReturnType<typeof hashPin>>
let ofClinician: Awaited<ReturnType<typeof hashPin>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-staff-'))
  settingsFile = join(folder, 'settings.json')
  time = 0
  onExpire.mockReset()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  ofOwner ??= await hashPin(OWNER)
  ofClinician ??= await hashPin(CLINICIAN)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

const write = (change: Partial<StaffRecord> = {}): void => {
  const record = { owner: ofOwner, clinician: ofClinician, wrongPins: 0, waitMs: 0, ...change }
  expect(staffFilesBeside(settingsFile).write(record)).toEqual({ ok: true })
}
/** The lock as after a start of the program. */
const start = (): StaffLock =>
  createStaffLock({
    files: staffFilesBeside(settingsFile),
    now: () => time,
    lockAfterMs: () => 120_000,
    onExpire,
  })
const written = (): StaffRecord =>
  JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8')) as StaffRecord

describe('a PIN', () => {
  it('opens for whoever it belongs to, in this window alone', async () => {
    write()
    const lock = start()
    expect(lock.isStaffOpen()).toBe(false)
    expect(await lock.unlock(OWNER)).toEqual({ ok: true, role: 'owner', wrongPins: 0 })
    expect([lock.isStaffOpen(), lock.role()]).toEqual([true, 'owner'])
    lock.close()
    expect([lock.isStaffOpen(), lock.role()]).toEqual([false, null])
    expect(await lock.unlock(CLINICIAN)).toMatchObject({ ok: true, role: 'clinician' })
    expect(start().isStaffOpen()).toBe(false)
  })

  it('that was given in one window opens no other', async () => {
    write()
    const lock = start()
    const given = lock.unlock(OWNER)
    lock.close()
    expect(await given).toEqual({ ok: false, reason: 'busy' })
    expect(lock.isStaffOpen()).toBe(false)
  })

  it('is kept as a hash that only the kiosk’s own account can read', async () => {
    write()
    for (const name of ['staff.json', 'staff.json.bak']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain(OWNER)
    }
    expect(await hashPin(OWNER)).not.toEqual(ofOwner)
    expect(await isPinOf(OWNER, ofOwner)).toBe(true)
    expect(await isPinOf(WRONG, ofOwner)).toBe(false)
  })

  it('that is wrong says so, and tells no number', async () => {
    write()
    expect(await start().unlock(WRONG)).toEqual({ ok: false, reason: 'wrong', waitSeconds: 0 })
  })

  it('is checked one at a time, however fast they come', async () => {
    write()
    const lock = start()
    const answers = await Promise.all(Array.from({ length: 50 }, () => lock.unlock(WRONG)))
    expect(answers.filter((one) => !one.ok && one.reason === 'wrong')).toHaveLength(1)
    expect(written().wrongPins).toBe(1)
  })

  it('tells the next who comes in how many were wrong', async () => {
    write({ wrongPins: 7 })
    expect(await start().unlock(OWNER)).toEqual({ ok: true, role: 'owner', wrongPins: 7 })
    expect(written()).toMatchObject({ wrongPins: 0, waitMs: 0 })
  })
})

describe('wrong PINs', () => {
  it('are counted on the disk before the PIN is checked', async () => {
    write({ wrongPins: 5 })
    const answer = start().unlock(WRONG)
    expect(written()).toMatchObject({ wrongPins: 6, waitMs: 60_000 })
    await answer
  })

  it('a power cut during the check gains no try: the right one was counted too', async () => {
    write({ wrongPins: 5 })
    const cut = start().unlock(OWNER)
    expect(start().waitSeconds()).toBe(60)
    await cut
  })

  it('100 of them shut staff mode, and then the right one is refused too', async () => {
    write({ clinician: null })
    let lock = start()
    for (let wrong = 1; wrong <= 100; wrong++) {
      // Every tenth time somebody switches the kiosk off and on.
      if (wrong % 10 === 0) lock = start()
      time += waitAfter(wrong - 1)
      const answer = await lock.unlock(WRONG)
      expect(answer).toMatchObject({ ok: false, reason: wrong < 100 ? 'wrong' : 'off' })
    }
    time += 30 * 24 * 3_600_000
    expect(lock.mode()).toBe('off')
    expect(await lock.unlock(OWNER)).toEqual({ ok: false, reason: 'off' })
    expect(await start().unlock(OWNER)).toEqual({ ok: false, reason: 'off' })
    expect(lock.isStaffOpen()).toBe(false)
    expect(lock.openByRecovery()).toEqual({ ok: true })
    expect([lock.role(), lock.mode()]).toEqual(['owner', 'pin'])
  }, 120_000)

  it('make even the right PIN wait, in running time, through restarts', async () => {
    write({ wrongPins: 6, waitMs: 60_000 })
    const lock = start()
    expect(await lock.unlock(OWNER)).toEqual({ ok: false, reason: 'wait', waitSeconds: 60 })
    time += 59_000
    expect(await lock.unlock(OWNER)).toEqual({ ok: false, reason: 'wait', waitSeconds: 1 })
    expect(written().wrongPins).toBe(6)
    expect(start().waitSeconds()).toBe(60)
    time += 1000
    expect(await lock.unlock(OWNER)).toMatchObject({ ok: true })
  })

  it('what is left of a wait is written down as it passes', () => {
    vi.useFakeTimers()
    write({ wrongPins: 9, waitMs: 3_600_000 })
    start()
    time += 600_000
    vi.advanceTimersByTime(10_000)
    expect(written().waitMs).toBe(3_000_000)
    expect(start().waitSeconds()).toBe(3000)
  })

  it('a clock that is set back or forward changes nothing', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25') })
    write({ wrongPins: 9, waitMs: 3_600_000 })
    const lock = start()
    for (const day of ['2025-11-25', '2040-01-01', '1970-01-01']) {
      vi.setSystemTime(new Date(day))
      expect(await lock.unlock(OWNER)).toMatchObject({ reason: 'wait', waitSeconds: 3600 })
      expect(start().waitSeconds()).toBe(3600)
    }
  })

  it('nobody is let in early, whatever the order of waiting and restarting', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 99 }),
        fc.array(
          fc.oneof(
            fc.record({ wait: fc.integer({ min: 0, max: 900_000 }) }),
            fc.constant('restart' as const),
          ),
          { maxLength: 12 },
        ),
        (wrongPins, steps) => {
          time = 0
          const due = waitAfter(wrongPins)
          write({ wrongPins, waitMs: due })
          let lock = start()
          let waited = 0
          for (const step of steps)
            if (step === 'restart') lock = start()
            else {
              time += step.wait
              waited += step.wait
            }
          expect(lock.waitSeconds()).toBeGreaterThanOrEqual(Math.max(0, (due - waited) / 1000))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('a PIN is not checked where the count cannot be written', async () => {
    write()
    const files = staffFilesBeside(settingsFile)
    const lock = createStaffLock({
      files: { ...files, write: () => ({ ok: false, reason: 'disk-full' }) },
      now: () => time,
      lockAfterMs: () => 120_000,
      onExpire,
    })
    expect(await lock.unlock(OWNER)).toEqual({ ok: false, reason: 'disk-full' })
    expect(lock.isStaffOpen()).toBe(false)
  })
})

describe('without a PIN', () => {
  it('staff mode is shut, and opens for nothing', async () => {
    const lock = start()
    expect(lock.mode()).toBe('shut')
    for (const pin of ['', '000000', OWNER])
      expect(await lock.unlock(pin)).toEqual({ ok: false, reason: 'shut' })
    expect(lock.beginSetUp()).toBe(false)
    expect(lock.role()).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['half', '{"owner":{"salt":"00"'],
    ['no PIN', '{"owner":null,"clinician":null,"wrongPins":0,"waitMs":0}'],
    ['an empty hash', '{"owner":{"salt":"","hash":""},"clinician":null,"wrongPins":0,"waitMs":0}'],
    ['a count below nothing', '{"wrongPins":-1}'],
    ['a list', '[]'],
  ])('a PIN file with %s never means "no PIN"', async (_, text) => {
    writeFileSync(join(folder, 'staff.json'), text)
    writeFileSync(join(folder, 'set-up-allowed'), '')
    const lock = start()
    expect(lock.mode()).toBe('shut')
    expect(lock.beginSetUp()).toBe(false)
    expect(await lock.unlock('')).toEqual({ ok: false, reason: 'shut' })
  })

  it('a PIN file that is broken or gone is replaced by its copy', async () => {
    write()
    writeFileSync(join(folder, 'staff.json'), 'x')
    expect(await start().unlock(OWNER)).toMatchObject({ ok: true })
    rmSync(join(folder, 'staff.json'))
    expect(start().mode()).toBe('pin')
  })

  it('the copy never knows a PIN that was changed', async () => {
    write()
    const lock = start()
    await lock.unlock(OWNER)
    await lock.setPin('owner', '99037461')
    writeFileSync(join(folder, 'staff.json'), 'x')
    expect(await start().unlock(OWNER)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await start().unlock('99037461')).toMatchObject({ ok: true })
  })

  it('a set-up that was allowed ends with the PIN of the owner, and cannot begin again', async () => {
    expect(allowSetUp(settingsFile)).toEqual({ ok: true })
    const lock = start()
    expect(lock.mode()).toBe('set-up')
    expect(lock.beginSetUp()).toBe(true)
    expect([lock.role(), lock.isStaffOpen()]).toEqual(['set-up', false])
    expect(await lock.setPin('owner', OWNER)).toEqual({ ok: true })
    expect([lock.role(), lock.mode()]).toEqual(['owner', 'pin'])
    expect(existsSync(join(folder, 'set-up-allowed'))).toBe(false)
    writeFileSync(join(folder, 'set-up-allowed'), '')
    expect(lock.beginSetUp()).toBe(false)
  })

  it('a reset by the account of the system counts while the kiosk runs', async () => {
    write({ wrongPins: 100 })
    const lock = start()
    expect(lock.mode()).toBe('off')
    allowSetUp(settingsFile)
    expect(lock.mode()).toBe('set-up')
    expect(await lock.unlock(OWNER)).toEqual({ ok: false, reason: 'shut' })
  })
})

describe('setting PINs', () => {
  it('refuses the same PIN for both', async () => {
    write()
    const lock = start()
    expect(await lock.setPin('owner', CLINICIAN)).toEqual({ ok: false, reason: 'same' })
    expect(await lock.setPin('clinician', OWNER)).toEqual({ ok: false, reason: 'same' })
    expect(written().owner).toEqual(ofOwner)
  })

  it('takes the PIN from the clinicians, but never from the owner', async () => {
    write()
    const lock = start()
    expect(await lock.setPin('clinician', null)).toEqual({ ok: true })
    expect(lock.hasClinicianPin()).toBe(false)
    expect(await lock.unlock(CLINICIAN)).toMatchObject({ reason: 'wrong' })
    expect(await lock.setPin('owner', null)).toMatchObject({ ok: false })
    expect(written().owner).toEqual(ofOwner)
  })
})

describe('an open staff mode', () => {
  it('locks by itself when nobody is there, and says so once', async () => {
    write()
    const lock = start()
    await lock.unlock(OWNER)
    vi.useFakeTimers()
    lock.keepOpen()
    vi.advanceTimersByTime(119_000)
    lock.keepOpen()
    vi.advanceTimersByTime(119_000)
    expect(lock.isStaffOpen()).toBe(true)
    vi.advanceTimersByTime(1000)
    expect(lock.isStaffOpen()).toBe(false)
    vi.advanceTimersByTime(1_000_000)
    expect(onExpire).toHaveBeenCalledOnce()
  })

  it('is not opened by a sign of life', () => {
    write()
    const lock = start()
    lock.keepOpen()
    expect(lock.role()).toBeNull()
  })
})
