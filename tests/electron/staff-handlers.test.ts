import { describe, expect, it, vi } from 'vitest'
import type { Settings } from '../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { OWNER_SETTINGS } from '../../core/staff/owner-settings'
import { listPrinters } from '../../electron/handlers/list-printers'
import { quitKiosk } from '../../electron/handlers/quit-kiosk'
import { makeRecoveryFile, recoverStaff } from '../../electron/handlers/recover-staff'
import { setPin } from '../../electron/handlers/set-pin'
import { staffState } from '../../electron/handlers/staff-state'
import { writeSettings } from '../../electron/handlers/write-settings'
import type { SettingsHolder } from '../../electron/settings-file'
import type { StaffLock } from '../../electron/staff-lock'

type Role = ReturnType<StaffLock['role']>
const ROLES: Role[] = [null, 'set-up', 'clinician', 'owner']

const lockOf = (role: Role, change: Partial<StaffLock> = {}): StaffLock => ({
  role: () => role,
  isStaffOpen: () => role === 'owner' || role === 'clinician',
  mode: () => 'pin',
  waitSeconds: () => 0,
  hasClinicianPin: () => true,
  unlock: async () => ({ ok: false, reason: 'shut' }),
  beginSetUp: () => false,
  openByRecovery: () => ({ ok: true }),
  setPin: async () => ({ ok: true }),
  keepOpen: () => undefined,
  close: () => undefined,
  ...change,
})

const NO_PACK = Promise.resolve({ ok: false as const, reason: 'folder-missing' as const })

function holder(): SettingsHolder {
  let settings: Settings = DEFAULT_SETTINGS
  return {
    current: () => settings,
    trouble: () => 'defaults',
    replace: (next) => {
      settings = next
      return { ok: true }
    },
  }
}

describe('writeSettings', () => {
  it('refuses everything while staff mode is closed', async () => {
    const settings = holder()
    for (const changes of [{}, { clinicName: 'Hill' }, { triageOn: false }])
      expect(await writeSettings(lockOf(null), settings)({ changes })).toEqual({
        ok: false,
        reason: 'locked',
      })
    expect(settings.current()).toEqual(DEFAULT_SETTINGS)
  })

  it.each([...OWNER_SETTINGS])('lets the owner change %s, and no clinician', async (name) => {
    const changes = { clinicName: 'Hill', [name]: DEFAULT_SETTINGS[name] }
    const settings = holder()
    expect(await writeSettings(lockOf('clinician'), settings)({ changes })).toEqual({
      ok: false,
      reason: 'owner-only',
    })
    expect(settings.current().clinicName).toBe('')
    expect(await writeSettings(lockOf('owner'), settings)({ changes })).toMatchObject({ ok: true })
    expect(settings.current().clinicName).toBe('Hill')
  })

  it('keeps what is not changed', async () => {
    const settings = holder()
    const write = writeSettings(lockOf('clinician'), settings)
    await write({ changes: { clinicName: 'Hill' } })
    await write({ changes: { diagonalInches: 27 } })
    expect(settings.current()).toEqual({
      ...DEFAULT_SETTINGS,
      clinicName: 'Hill',
      diagonalInches: 27,
    })
  })

  it.each<Record<string, unknown>>([
    { diagonalInches: 0 },
    { password: '1234' },
    { clinicLogo: '../../etc/passwd.png' },
    { tickDays: 15 },
    { staffCorners: ['top-left', 'top-left'] },
    { clinicName: undefined, constructor: 1 },
  ])('refuses %j and keeps the old', async (changes) => {
    const settings = holder()
    expect(await writeSettings(lockOf('owner'), settings)({ changes })).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    expect(settings.current()).toEqual(DEFAULT_SETTINGS)
  })

  it('passes on why a file was not written', async () => {
    const full: SettingsHolder = {
      ...holder(),
      replace: () => ({ ok: false, reason: 'disk-full' }),
    }
    expect(await writeSettings(lockOf('owner'), full)({ changes: {} })).toEqual({
      ok: false,
      reason: 'disk-full',
    })
  })
})

describe('setPin', () => {
  it.each([
    [null, 'owner', false],
    [null, 'clinician', false],
    ['clinician', 'owner', false],
    ['clinician', 'clinician', false],
    ['set-up', 'clinician', false],
    ['set-up', 'owner', true],
    ['owner', 'clinician', true],
    ['owner', 'owner', true],
  ] as const)('by %s for %s: %s', async (by, role, may) => {
    const set = vi.fn(async () => ({ ok: true as const }))
    const answer = await setPin(lockOf(by, { setPin: set }), holder())({ role, pin: '830274' })
    expect(answer).toEqual(may ? { ok: true } : { ok: false, reason: 'locked' })
    expect(set).toHaveBeenCalledTimes(may ? 1 : 0)
  })

  it('refuses what is easy to guess, and the clinic’s own phone', async () => {
    const set = vi.fn()
    const settings = { current: () => ({ ...DEFAULT_SETTINGS, clinicPhone: '020 7946 0958' }) }
    const handler = setPin(lockOf('owner', { setPin: set }), settings)
    expect(await handler({ role: 'owner', pin: '123456' })).toEqual({ ok: false, reason: 'run' })
    expect(await handler({ role: 'owner', pin: '794609' })).toEqual({ ok: false, reason: 'phone' })
    expect(set).not.toHaveBeenCalled()
  })
})

describe('quitKiosk', () => {
  it.each([
    [null, 'restart', 0, 0],
    [null, 'exit', 0, 0],
    ['set-up', 'restart', 0, 0],
    ['set-up', 'exit', 0, 0],
    ['clinician', 'restart', 1, 1],
    ['clinician', 'exit', 0, 0],
    ['owner', 'restart', 1, 1],
    ['owner', 'exit', 0, 1],
  ] as const)('by %s to %s: relaunches %i, exits %i', async (role, how, relaunches, exits) => {
    const app = { relaunch: vi.fn() }
    const end = vi.fn()
    await quitKiosk(app, lockOf(role), end)({ how })
    await new Promise((resolve) => setImmediate(resolve))
    expect(app.relaunch).toHaveBeenCalledTimes(relaunches)
    expect(end).toHaveBeenCalledTimes(exits)
  })
})

it('names the printers to staff alone', async () => {
  const list = () => Promise.resolve([{ name: 'One', description: 'One', isDefault: true }])
  for (const role of ROLES)
    expect(await listPrinters(lockOf(role), { list })()).toHaveLength(role ? 1 : 0)
})

describe('recovery', () => {
  it('opens for whoever has the stick', async () => {
    const openByRecovery = vi.fn(() => ({ ok: true as const }))
    const lock = lockOf(null, { openByRecovery })
    const not = recoverStaff(lock, { use: () => ({ ok: false, reason: 'not-found' }) }, () => [])
    expect(await not()).toEqual({ ok: false, reason: 'not-found' })
    expect(openByRecovery).not.toHaveBeenCalled()
    const found = recoverStaff(lock, { use: () => ({ ok: true }) }, () => ['/stick'])
    expect(await found()).toEqual({ ok: true })
    expect(openByRecovery).toHaveBeenCalledOnce()
  })

  it('is prepared by the owner alone', async () => {
    const make = vi.fn(() => ({ ok: true as const }))
    for (const role of ROLES) {
      const answer = await makeRecoveryFile(lockOf(role), { make }, () => ['/stick'])()
      expect(answer).toEqual(role === 'owner' ? { ok: true } : { ok: false, reason: 'locked' })
    }
    expect(make).toHaveBeenCalledExactlyOnceWith('/stick')
    expect(await makeRecoveryFile(lockOf('owner'), { make }, () => [])()).toEqual({
      ok: false,
      reason: 'no-stick',
    })
  })
})

describe('staffState', () => {
  it('tells nobody outside more than whether and when a PIN is taken', async () => {
    const state = staffState(lockOf(null), holder(), { exists: () => false }, NO_PACK, () => 'SE')
    expect(await state()).toEqual({
      mode: 'pin',
      waitSeconds: 0,
      role: null,
      hasClinicianPin: false,
      notes: [],
      languages: [],
      systemCountry: '',
    })
  })

  it('tells those inside what they must know', async () => {
    const state = staffState(
      lockOf('owner'),
      holder(),
      { exists: () => false },
      NO_PACK,
      () => 'SE',
    )
    expect(await state()).toMatchObject({
      notes: ['settings-defaults', 'no-recovery'],
      systemCountry: 'SE',
    })
  })
})
