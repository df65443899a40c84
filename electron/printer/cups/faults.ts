import type { PrintFault } from '../../../core/schema/printing'

/**
 * The `printer-state-reasons` that keep paper from coming out (RFC 8011, PWG 5100.9), by how they
 * begin: the same reason ends in -error, -warning, -report or nothing, and printers disagree on which.
 * The first that fits says most about what to do.
 */
const REASONS: readonly (readonly [string, PrintFault])[] = [
  ['media-jam', 'jammed'],
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
  ['media-empty', 'out-of-paper'],
  ['media-needed', 'out-of-paper'],
  ['input-tray-missing', 'out-of-paper'],
  ['toner-empty', 'out-of-ink'],
  ['marker-supply-empty', 'out-of-ink'],
  ['marker-supply-missing', 'out-of-ink'],
  ['developer-empty', 'out-of-ink'],
  ['offline', 'offline'],
  ['shutdown', 'offline'],
  ['timed-out', 'offline'],
  ['output-area-full', 'attention'],
  ['output-tray-missing', 'attention'],
  ['marker-waste-full', 'attention'],
  ['opc-life-over', 'attention'],
  ['fuser-over-temp', 'attention'],
  ['fuser-under-temp', 'attention'],
  ['spool-area-full', 'failed'],
  ['cups-missing-filter', 'failed'],
  ['cups-insecure-filter', 'failed'],
  ['paused', 'stopped'],
  ['moving-to-paused', 'stopped'],
]

/** What a printer's reasons mean for the next sheet of paper, or null. */
export function faultOfReasons(reasons: readonly string[]): PrintFault | null {
  const found = REASONS.find(([start]) => reasons.some((reason) => reason.startsWith(start)))
  return found?.[1] ?? null
}

/** What CUPS says only in a sentence, and only in English. */
const MESSAGES: readonly (readonly [RegExp, PrintFault])[] = [
  [
    /may not exist|unavailable|not responding|unable to (locate|connect|contact)|unreachable/i,
    'offline',
  ],
  [/supplied options|not supported|unsupported|bad format/i, 'unsupported'],
]
export function faultOfMessage(message: string): PrintFault | null {
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? null
}
