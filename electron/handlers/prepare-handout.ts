import type { Handlers } from '../../core/contract'
import type { PrintWindow } from '../print-window'

/** Warms the window of the paper while the visitor still looks at what will be on it. */
export const prepareHandout =
  (print: Pick<PrintWindow, 'warm'>): Handlers['prepareHandout'] =>
  () =>
    print.warm()
