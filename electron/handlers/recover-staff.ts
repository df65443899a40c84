import type { Handlers } from '../../core/contract'
import type { RecoveryFiles } from '../recovery-file'
import type { StaffLock } from '../staff-lock'

/** Lets the owner in by the secret on a stick, which is used up by it. */
export const recoverStaff =
  (
    lock: Pick<StaffLock, 'openByRecovery'>,
    recovery: Pick<RecoveryFiles, 'use'>,
    sticks: () => string[],
  ): Handlers['recoverStaff'] =>
  () => {
    const used = recovery.use(sticks())
    return used.ok ? lock.openByRecovery() : used
  }

/** Writes a secret for a later recovery to the first stick that is plugged in. */
export const makeRecoveryFile =
  (
    lock: Pick<StaffLock, 'role'>,
    recovery: Pick<RecoveryFiles, 'make'>,
    sticks: () => string[],
  ): Handlers['makeRecoveryFile'] =>
  () => {
    if (lock.role() !== 'owner') return { ok: false, reason: 'locked' }
    const [stick] = sticks()
    return stick ? recovery.make(stick) : { ok: false, reason: 'no-stick' }
  }
