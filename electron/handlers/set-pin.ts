import type { Handlers } from '../../core/contract'
import { pinFault } from '../../core/staff/pin-rules'
import type { SettingsHolder } from '../settings-file'
import type { StaffLock } from '../staff-lock'

/** Sets the PIN of the owner or of the clinicians; only the owner may, and the first set-up. */
export const setPin =
  (lock: StaffLock, settings: Pick<SettingsHolder, 'current'>): Handlers['setPin'] =>
  async ({ role, pin }) => {
    const by = lock.role()
    if (by !== 'owner' && !(by === 'set-up' && role === 'owner'))
      return { ok: false, reason: 'locked' }
    const fault = pin === null ? null : pinFault(pin, settings.current().clinicPhone)
    if (fault) return { ok: false, reason: fault }
    return lock.setPin(role, pin)
  }
