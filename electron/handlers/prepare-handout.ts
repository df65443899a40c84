import type { Handlers } from '../../core/contract'
import type { PrintWindow } from '../print-window'

/** Makes the handout while the visitor still looks at it. */
export const prepareHandout =
  (print: Pick<PrintWindow, 'prepare'>): Handlers['prepareHandout'] =>
  (request) =>
    print.prepare(request)
