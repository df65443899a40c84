/** Is somebody there: active, being asked, or gone? */
export type Presence =
  { state: 'active' } | { state: 'asking'; secondsLeft: number } | { state: 'over' }

export interface IdleTimes {
  /** Seconds without a sign of life before the kiosk asks. */
  askAfterSeconds: number
  /** Seconds that the question stays. */
  countdownSeconds: number
}

/**
 * Whether a visitor is still taken to be there.
 * @param quietMs milliseconds since the last sign of life, on a clock that only runs forward
 */
export function presenceAfter(quietMs: number, times: IdleTimes): Presence {
  const askedMs = quietMs - times.askAfterSeconds * 1000
  if (askedMs < 0) return { state: 'active' }
  const leftMs = times.countdownSeconds * 1000 - askedMs
  return leftMs > 0 ? { state: 'asking', secondsLeft: Math.ceil(leftMs / 1000) } : { state: 'over' }
}

/** A key that is held longer than this, in ms, is a bag on the keypad and no visitor. */
const LONGEST_HOLD = 30_000

/**
 * Does a key that is still held show that somebody is there?
 * @param heldMs milliseconds since it went down
 */
export const isHeldBySomebody = (heldMs: number): boolean => heldMs <= LONGEST_HOLD
