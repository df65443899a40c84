import type { Handlers } from '../../core/contract'
import type { PrintSheet } from '../print-window'
import type { Printer } from '../printer/printer'

/** Makes the sheet and hands it to the system; resolves when the system has taken it. */
export const printHandout =
  (sheet: Pick<PrintSheet, 'pdf'>, printer: Pick<Printer, 'print'>): Handlers['printHandout'] =>
  (request) => {
    const { paper, colour } = request
    return printer.print(() => sheet.pdf(request), 'printer', { paper, colour })
  }
