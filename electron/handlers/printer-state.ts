import type { Handlers } from '../../core/contract'
import type { Printer } from '../printer/printer'

/** Says whether the printer for handouts can print, as far as that is known. */
export const printerState =
  (printer: Pick<Printer, 'state'>): Handlers['printerState'] =>
  () =>
    printer.state()
