import type { z } from 'zod'
import type { Handlers, StaffNote } from '../../core/contract'
import type { LoadedPack } from '../load-pack'
import type { RecoveryFiles } from '../recovery-file'
import type { SettingsHolder } from '../settings-file'
import type { StaffLock } from '../staff-lock'

/** What lies behind the way in; to those who are in also what they must know. */
export const staffState =
  (
    lock: StaffLock,
    settings: Pick<SettingsHolder, 'trouble'>,
    recovery: Pick<RecoveryFiles, 'exists'>,
    pack: Promise<LoadedPack>,
    systemCountry: () => string,
  ): Handlers['staffState'] =>
  async () => {
    const loaded = await pack
    const isIn = lock.role() !== null
    const trouble = settings.trouble()
    const notes: z.infer<typeof StaffNote>[] = []
    if (trouble === 'from-backup') notes.push('settings-from-backup')
    if (trouble === 'defaults') notes.push('settings-defaults')
    if (!recovery.exists()) notes.push('no-recovery')
    return {
      mode: lock.mode(),
      waitSeconds: lock.waitSeconds(),
      role: lock.role(),
      hasClinicianPin: isIn && lock.hasClinicianPin(),
      notes: isIn ? notes : [],
      languages:
        isIn && loaded.ok
          ? Object.values(loaded.bundle.words).map(({ language: { tag, name } }) => ({ tag, name }))
          : [],
      systemCountry: isIn ? systemCountry() : '',
    }
  }
