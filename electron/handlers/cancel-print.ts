import type { Handlers } from '../../core/contract'
import type { Printer } from '../printer/printer'

/** Takes a job back, as when a visitor does not want to wait. */
export const cancelPrint =
  (printer: Pick<Printer, 'cancel'>): Handlers['cancelPrint'] =>
  ({ jobId }) =>
    printer.cancel(jobId)
