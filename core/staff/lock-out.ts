/** After so many wrong PINs in a row no PIN opens staff mode until it is recovered (NIST SP 800-63B, 5.2.2). */
export const WRONG_PINS_UNTIL_OFF = 100

/** Wrong PINs that cost no wait. */
const FREE = 4
const SECOND = 1000
/** What each wrong PIN after the free ones costs, in ms; all later ones cost the last. */
const WAITS = [30, 60, 5 * 60, 15 * 60, 60 * 60].map((seconds) => seconds * SECOND)

/**
 * How long nobody may try again after so many wrong PINs in a row, in ms of running time. Somebody
 * who only guesses has 9 tries in an hour and 32 in a day.
 */
export function waitAfter(wrongPins: number): number {
  if (wrongPins <= FREE) return 0
  return WAITS[Math.min(wrongPins - FREE, WAITS.length) - 1] ?? 0
}
