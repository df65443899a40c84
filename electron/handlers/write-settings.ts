import type { Handlers } from '../../core/contract'
import { Settings } from '../../core/schema/settings'
import { OWNER_SETTINGS } from '../../core/staff/owner-settings'
import type { SettingsHolder } from '../settings-file'
import type { StaffLock } from '../staff-lock'

/**
 * Changes some of the clinic's settings. Refuses while staff mode is closed, what is the owner's
 * from anybody else, and whatever the schema does not know.
 */
export const writeSettings =
  (lock: Pick<StaffLock, 'role'>, settings: SettingsHolder): Handlers['writeSettings'] =>
  ({ changes }) => {
    const role = lock.role()
    if (!role) return { ok: false, reason: 'locked' }
    const isOwners = Object.keys(changes).some((name) => OWNER_SETTINGS.has(name as keyof Settings))
    if (isOwners && role === 'clinician') return { ok: false, reason: 'owner-only' }
    const next = Settings.safeParse({ ...settings.current(), ...changes })
    if (!next.success) return { ok: false, reason: 'not-allowed' }
    const written = settings.replace(next.data)
    return written.ok ? { ok: true, settings: next.data } : written
  }
