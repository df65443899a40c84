import type { Bridge, Output } from '../../core/contract'

/** A bridge for unit tests, checked against the same contract as the real one. */
export function fakeBridge(content: Output<'loadContent'>): Bridge & { calls: string[] } {
  const calls: string[] = []
  return {
    calls,
    loadContent: () => {
      calls.push('loadContent')
      return Promise.resolve(content)
    },
    endVisit: () => {
      calls.push('endVisit')
      return Promise.resolve()
    },
    printJobEnd: () => {
      calls.push('printJobEnd')
      return Promise.resolve({ ok: true })
    },
    cancelPrint: () => {
      calls.push('cancelPrint')
      return Promise.resolve({ ok: false, reason: 'cancelled' })
    },
    printerState: () => {
      calls.push('printerState')
      return Promise.resolve({ printer: 'Printer', fault: null, isCertain: true })
    },
    listPrinters: () => {
      calls.push('listPrinters')
      return Promise.resolve([{ name: 'Printer', description: 'Printer', isDefault: true }])
    },
    heartbeat: () => {
      calls.push('heartbeat')
      return Promise.resolve()
    },
  }
}
