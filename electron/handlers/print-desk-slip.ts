import type { Handlers } from '../../core/contract'
import type { PrintSheet } from '../print-window'
import type { Printer } from '../printer/printer'

/** Asks the desk by a slip of paper, with fixed words, to come to the kiosk. */
export const printDeskSlip =
  (sheet: Pick<PrintSheet, 'slip'>, printer: Pick<Printer, 'print'>): Handlers['printDeskSlip'] =>
  () =>
    printer.print(sheet.slip, 'deskPrinter')
