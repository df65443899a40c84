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
    heartbeat: () => {
      calls.push('heartbeat')
      return Promise.resolve()
    },
  }
}
