import { defineStore } from 'pinia'
import type { Counted } from '../../core/schema/counts'
import { bridge } from '../bridge'

/** What is counted of this visit, each thing once: how often somebody goes to and fro is not asked. */
export const useCountsStore = defineStore('counts', () => {
  const counted = new Set<string>()
  function count(what: Counted['what'], which = 'all'): void {
    const thing = `${what} ${which}`
    if (counted.has(thing)) return
    counted.add(thing)
    // A kiosk that cannot count goes on.
    void bridge.count({ what, which }).catch(() => undefined)
  }
  return { count }
})
