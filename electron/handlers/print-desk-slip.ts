import type { Handlers } from '../../core/contract'
import type { Paper } from '../../core/paper'
import type { PrintSheet } from '../print-window'
import type { Printer } from '../printer/printer'

/** Asks the desk by a slip of paper, with fixed words, to come to the kiosk. */
export const printDeskSlip =
  (
    sheet: Pick<PrintSheet, 'slip'>,
    printer: Pick<Printer, 'print'>,
    paperOf: () => Paper,
  ): Handlers['printDeskSlip'] =>
  () => {
    const paper = paperOf()
    return printer.print(() => sheet.slip(paper), 'deskPrinter', { paper, colour: false })
  }
