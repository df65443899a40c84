/** What to do when the page has died. */
export type CrashAnswer = 'renew' | 'recovery-page' | 'exit'

const MINUTE = 60_000

/**
 * A page that dies is replaced at once; one that keeps dying gets a plain page without scripts, and
 * in the end the program leaves, so that a supervisor starts it afresh.
 * @param deaths times of all deaths in ms on a clock that only runs forward, the newest last
 */
export function answerToCrash(deaths: readonly number[]): CrashAnswer {
  const now = deaths.at(-1) ?? 0
  const within = (ms: number): number => deaths.filter((time) => now - time < ms).length
  if (within(10 * MINUTE) >= 10) return 'exit'
  if (within(MINUTE) >= 3) return 'recovery-page'
  return 'renew'
}
