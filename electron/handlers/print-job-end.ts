import type { Handlers } from '../../core/contract'
import type { Printer } from '../printer/printer'

/** Waits for the end of a job, and tells how it was. */
export const printJobEnd =
  (printer: Pick<Printer, 'endOf'>): Handlers['printJobEnd'] =>
  ({ jobId }) =>
    printer.endOf(jobId)
