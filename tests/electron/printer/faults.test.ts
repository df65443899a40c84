import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfMessage, faultOfReasons } from '../../../electron/printer/cups/faults'

describe('the reasons of a printer', () => {
  it.each([
    ['media-empty-error', 'out-of-paper'],
    ['media-empty-warning', 'out-of-paper'],
    ['media-empty-report', 'out-of-paper'],
    ['media-empty', 'out-of-paper'],
    ['media-needed-error', 'out-of-paper'],
    ['input-tray-missing', 'out-of-paper'],
    ['media-jam-report', 'jammed'],
    ['toner-empty-error', 'out-of-ink'],
    ['marker-supply-empty-error', 'out-of-ink'],
    ['cover-open', 'cover-open'],
    ['door-open-report', 'cover-open'],
    ['interlock-open', 'cover-open'],
    ['offline-report', 'offline'],
    ['paused', 'stopped'],
    ['output-area-full-warning', 'attention'],
    ['cups-missing-filter-warning', 'failed'],
  ])('%s is %s', (reason, fault) => {
    expect(faultOfReasons([reason])).toBe(fault)
  })

  it.each([
    'none',
    'media-low-warning',
    'toner-low-report',
    'marker-supply-low-warning',
    'connecting-to-device',
    'cups-waiting-for-job-completed',
    'output-area-almost-full-report',
  ])('%s keeps no paper from coming out', (reason) => {
    expect(faultOfReasons([reason])).toBeNull()
  })

  it('the same reasons in another order are the same fault', () => {
    const some = ['media-jam', 'media-empty-error', 'cover-open', 'toner-empty', 'paused', 'none']
    fc.assert(
      fc.property(fc.shuffledSubarray(some), (reasons) => {
        expect(faultOfReasons(reasons)).toBe(faultOfReasons([...reasons].sort()))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('what CUPS says in a sentence', () => {
  it.each([
    ['The printer may not exist or is unavailable at this time.', 'offline'],
    ['The printer is not responding.', 'offline'],
    ['Unable to locate printer "x.local".', 'offline'],
    ['Printer cannot print with supplied options.', 'unsupported'],
    ['Print job canceled at printer.', null],
    ['Printing.', null],
    ['', null],
  ])('%s', (message, fault) => {
    expect(faultOfMessage(message)).toBe(fault)
  })
})
