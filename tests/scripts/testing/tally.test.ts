import { describe, expect, it } from 'vitest'
import { lastLine, tallyExit, tallyJourneys, tallyUnits } from '../../../scripts/testing/tally'

const units = (over: object = {}): string =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [] }],
    ...over,
  })
const journeys = (stats: object = {}, errors: object[] = []): string =>
  JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

describe('units', () => {
  it('counts what passed', () => {
    expect(tallyUnits(units(), 0)).toMatchObject({ passed: 5, failed: 0, skipped: 0 })
  })
  it('counts what failed and what was left out', () => {
    const report = units({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 })
    expect(tallyUnits(report, 1)).toMatchObject({ passed: 5, failed: 2, skipped: 4 })
  })
  it('counts a file that could not be loaded', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'no such', assertionResults: [] }
    const tally = tallyUnits(units({ testResults: [broken] }), 1)
    expect(tally).toMatchObject({ passed: 5, failed: 1 })
    expect(tally.remarks).toEqual(['b.test.ts could not be run: no such'])
  })
})

describe('journeys', () => {
  it('counts what passed', () => {
    expect(tallyJourneys(journeys(), 0)).toMatchObject({ passed: 3, failed: 0 })
  })
  it('takes a flaky journey for a failed one', () => {
    expect(tallyJourneys(journeys({ flaky: 1 }), 0)).toMatchObject({ passed: 3, failed: 1 })
  })
  it('counts errors outside of any journey', () => {
    const report = journeys({}, [{ message: 'bad config' }])
    expect(tallyJourneys(report, 1)).toMatchObject({ failed: 1, remarks: ['bad config'] })
  })
})

describe.each([
  ['units', tallyUnits, units, units({ numPassedTests: 0, testResults: [] })],
  ['journeys', tallyJourneys, journeys, journeys({ expected: 0 })],
])('a runner of %s', (_, tally, good, empty) => {
  it('that dies without a report has failed', () => {
    expect(tally(null, null)).toMatchObject({ passed: 0, failed: 1 })
    expect(tally('{"half": ', 0)).toMatchObject({ passed: 0, failed: 1 })
  })
  it('that finds no test at all has failed', () => {
    expect(tally(empty, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
  it('that ends badly after good tests has failed', () => {
    expect(tally(good(), 1)).toMatchObject({ failed: 1 })
    expect(tally(good(), null)).toMatchObject({ failed: 1 })
  })
})

it('counts a tool by its exit code', () => {
  expect(tallyExit(0)).toMatchObject({ passed: 1, failed: 0 })
  expect(tallyExit(2)).toMatchObject({ passed: 0, failed: 1 })
  expect(tallyExit(null)).toMatchObject({ passed: 0, failed: 1 })
})

it('ends with the line that CI reads', () => {
  expect(lastLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed')
})
