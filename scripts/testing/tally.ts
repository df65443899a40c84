import { z } from 'zod'

/** What came out of one step of `npm test`. */
export interface Tally {
  passed: number
  failed: number
  /** Tests that were left out, which never should be: in CI they count as failed. */
  skipped: number
  /** What a report alone cannot show, in plain words. */
  remarks: string[]
}

const UnitsReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const JourneysReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** Counts a JSON report of vitest; a file that could not even be loaded counts as one failed test. */
export function tallyUnits(report: string | null, exitCode: number | null): Tally {
  const read = parsed(UnitsReport, report)
  if (!read) return died(exitCode)
  const unloaded = read.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return checked(exitCode, {
    passed: read.numPassedTests,
    failed: read.numFailedTests + unloaded.length,
    skipped: read.numPendingTests + read.numTodoTests,
    remarks: unloaded.map(({ name, message }) => `${name} could not be run: ${message ?? ''}`),
  })
}

/** Counts a JSON report of Playwright; a test that passed at a second try only counts as failed. */
export function tallyJourneys(report: string | null, exitCode: number | null): Tally {
  const read = parsed(JourneysReport, report)
  if (!read) return died(exitCode)
  const { expected, unexpected, flaky, skipped } = read.stats
  return checked(exitCode, {
    passed: expected,
    failed: unexpected + flaky + read.errors.length,
    skipped,
    remarks: read.errors.map(({ message }) => message ?? 'an error outside of any test'),
  })
}

/** Counts a tool that only says yes or no. */
export function tallyExit(exitCode: number | null): Tally {
  const passed = exitCode === 0 ? 1 : 0
  return { passed, failed: 1 - passed, skipped: 0, remarks: [] }
}

/** A runner that found nothing to run, or failed for a reason of its own, must not look like success. */
function checked(exitCode: number | null, tally: Tally): Tally {
  const { passed, failed, skipped, remarks } = tally
  if (passed + failed + skipped === 0) {
    return { ...tally, failed: 1, remarks: [...remarks, 'not a single test was found'] }
  }
  if (exitCode !== 0 && failed === 0) {
    const remark = `every test passed, but the runner ended with code ${exitCode}`
    return { ...tally, failed: 1, remarks: [...remarks, remark] }
  }
  return tally
}

function died(exitCode: number | null): Tally {
  const remark = `the runner ended with code ${exitCode} and left no report`
  return { passed: 0, failed: 1, skipped: 0, remarks: [remark] }
}

function parsed<T>(schema: z.ZodType<T>, report: string | null): T | null {
  try {
    return schema.parse(JSON.parse(report ?? ''))
  } catch {
    return null
  }
}

/** The last line of `npm test`, which CI reads. */
export const lastLine = ({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): string =>
  `${passed} passed, ${failed} failed`
