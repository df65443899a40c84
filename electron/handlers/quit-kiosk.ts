import type { App } from 'electron'
import type { Handlers } from '../../core/contract'
import type { StaffLock } from '../staff-lock'

/**
 * The one way out: staff may start the program anew, the owner may end it.
 * @param end ends the program, and first whatever must not outlive it
 */
export const quitKiosk =
  (
    app: Pick<App, 'relaunch'>,
    lock: Pick<StaffLock, 'role' | 'isStaffOpen'>,
    end: () => unknown,
  ): Handlers['quitKiosk'] =>
  ({ how }) => {
    if (!lock.isStaffOpen() || (how === 'exit' && lock.role() !== 'owner'))
      return { ok: false, reason: 'locked' }
    if (how === 'restart') app.relaunch()
    // After the answer, so that the page does not take its end for a fault.
    setImmediate(end)
    return { ok: true }
  }
