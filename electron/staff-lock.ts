import { waitAfter, WRONG_PINS_UNTIL_OFF } from '../core/staff/lock-out'
import type { StaffMode, StaffRole, WriteFault } from '../core/staff/names'
import { hashPin, isPinOf } from './pin-hash'
import type { StaffFiles, StaffRecord } from './staff-file'
import type { Written } from './whole-file'

/** Whether a PIN opened staff mode; a wait is in whole seconds, rounded up. */
export type UnlockResult =
  | { ok: true; role: StaffRole; wrongPins: number }
  | { ok: false; reason: 'wrong' | 'wait'; waitSeconds: number }
  | { ok: false; reason: 'off' | 'shut' | 'busy' | WriteFault }

export interface StaffLock {
  /** Is staff mode open in the window that is shown now? What is for staff alone asks this. */
  isStaffOpen: () => boolean
  /** Who opened it; `set-up` is whoever does the first set-up and may do nothing else. */
  role: () => StaffRole | 'set-up' | null
  mode: () => StaffMode
  waitSeconds: () => number
  hasClinicianPin: () => boolean
  unlock: (pin: string) => Promise<UnlockResult>
  /** Opens for the first set-up, where it is allowed. */
  beginSetUp: () => boolean
  /** Opens for the owner who has proved to be one without a PIN. */
  openByRecovery: () => Written
  /** Sets a PIN; null takes it from the clinicians. The one of the owner ends the set-up. */
  setPin: (role: StaffRole, pin: string | null) => Promise<Written | { ok: false; reason: 'same' }>
  /** Somebody is there: the time until it locks by itself begins anew. */
  keepOpen: () => void
  /** A new window starts closed. */
  close: () => void
}

/** While somebody must wait, what is left is written down so often, in ms, for a power cut. */
const WRITE_WAIT_EVERY = 10_000

/**
 * The lock of staff mode. The files are the truth: they are read at each try, so that a reset by
 * the operating system's account counts at once.
 * @param now running time in ms, which no change of the clock moves
 * @param lockAfterMs how long it stays open without a sign of life
 * @param onExpire is called when it has locked by itself
 */
export function createStaffLock({
  files,
  now,
  lockAfterMs,
  onExpire,
}: {
  files: StaffFiles
  now: () => number
  lockAfterMs: () => number
  onExpire: () => void
}): StaffLock {
  let open: StaffRole | 'set-up' | null = null
  /** Counts the windows, so that a PIN given in one never opens another. */
  let opening = 0
  let isChecking = false
  let expiry: NodeJS.Timeout | undefined

  const record = (): StaffRecord | null => {
    const found = files.read()
    return found === 'broken' ? null : found
  }
  let waitEnds = now() + (record()?.waitMs ?? 0)
  const waitMs = (): number => Math.max(0, waitEnds - now())
  const waitSeconds = (): number => Math.ceil(waitMs() / 1000)
  const writeWait = setInterval(() => {
    const found = record()
    if (found && found.waitMs > 0) files.write({ ...found, waitMs: waitMs() })
  }, WRITE_WAIT_EVERY)
  writeWait.unref()

  const keepOpen = (): void => {
    clearTimeout(expiry)
    if (!open) return
    expiry = setTimeout(() => {
      close()
      onExpire()
    }, lockAfterMs())
    expiry.unref()
  }
  const close = (): void => {
    opening++
    open = null
    clearTimeout(expiry)
  }
  const openFor = (role: StaffRole | 'set-up'): void => {
    open = role
    keepOpen()
  }

  const mode = (): StaffMode => {
    const found = files.read()
    if (found === 'broken') return 'shut'
    if (found) return found.wrongPins >= WRONG_PINS_UNTIL_OFF ? 'off' : 'pin'
    return files.isSetUpAllowed() ? 'set-up' : 'shut'
  }

  async function check(pin: string, found: StaffRecord): Promise<UnlockResult> {
    const window = opening
    const wrongPins = found.wrongPins + 1
    const counted = { ...found, wrongPins, waitMs: waitAfter(wrongPins) }
    // Before the check, so that switching off the power at the right moment gains no try.
    const written = files.write(counted)
    if (!written.ok) return written
    waitEnds = now() + counted.waitMs
    // Both are always checked: how long it takes tells nothing.
    const isOwner = await isPinOf(pin, found.owner)
    const isClinician = found.clinician !== null && (await isPinOf(pin, found.clinician))
    const role = isOwner ? 'owner' : isClinician ? 'clinician' : null
    if (!role) {
      return wrongPins >= WRONG_PINS_UNTIL_OFF
        ? { ok: false, reason: 'off' }
        : { ok: false, reason: 'wrong', waitSeconds: waitSeconds() }
    }
    const forgiven = files.write({ ...found, wrongPins: 0, waitMs: 0 })
    if (!forgiven.ok) return forgiven
    waitEnds = now()
    if (window !== opening) return { ok: false, reason: 'busy' }
    openFor(role)
    return { ok: true, role, wrongPins: found.wrongPins }
  }

  return {
    isStaffOpen: () => open === 'owner' || open === 'clinician',
    role: () => open,
    mode,
    waitSeconds,
    hasClinicianPin: () => Boolean(record()?.clinician),
    keepOpen,
    close,
    unlock: async (pin) => {
      const state = mode()
      const found = record()
      if (state === 'off') return { ok: false, reason: 'off' }
      if (state !== 'pin' || !found) return { ok: false, reason: 'shut' }
      if (waitMs() > 0) return { ok: false, reason: 'wait', waitSeconds: waitSeconds() }
      if (isChecking) return { ok: false, reason: 'busy' }
      isChecking = true
      try {
        return await check(pin, found)
      } finally {
        isChecking = false
      }
    },
    beginSetUp: () => {
      if (mode() !== 'set-up') return false
      openFor('set-up')
      return true
    },
    openByRecovery: () => {
      const found = record()
      const forgiven = found
        ? files.write({ ...found, wrongPins: 0, waitMs: 0 })
        : { ok: true as const }
      if (!forgiven.ok) return forgiven
      waitEnds = now()
      openFor('owner')
      return forgiven
    },
    setPin: async (role, pin) => {
      const found = record()
      const other = role === 'owner' ? found?.clinician : found?.owner
      if (pin !== null && other && (await isPinOf(pin, other))) return { ok: false, reason: 'same' }
      const hash = pin === null ? null : await hashPin(pin)
      const rest = { wrongPins: 0, waitMs: 0 }
      if (role === 'owner') {
        if (!hash) return { ok: false, reason: 'not-written' }
        const written = files.write({ owner: hash, clinician: found?.clinician ?? null, ...rest })
        if (!written.ok) return written
        files.useUpPermission()
        if (open === 'set-up') openFor('owner')
        return written
      }
      if (!found) return { ok: false, reason: 'not-written' }
      return files.write({ ...found, clinician: hash })
    },
  }
}
