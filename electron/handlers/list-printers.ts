import type { Handlers } from '../../core/contract'
import type { Printer } from '../printer/printer'

/** Names the printers that the system knows; none where it has no print service. */
export const listPrinters =
  (printer: Pick<Printer, 'list'>): Handlers['listPrinters'] =>
  () =>
    printer.list()
