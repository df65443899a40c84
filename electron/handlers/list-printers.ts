import type { Handlers } from '../../core/contract'
import type { Printer } from '../printer/printer'
import type { StaffLock } from '../staff-lock'

/** Names the printers that the system knows, to staff; none where it has no print service. */
export const listPrinters =
  (lock: Pick<StaffLock, 'role'>, printer: Pick<Printer, 'list'>): Handlers['listPrinters'] =>
  () =>
    lock.role() ? printer.list() : []
