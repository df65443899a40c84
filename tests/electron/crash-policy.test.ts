import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerToCrash } from '../../electron/crash-policy'

const SECOND = 1_000
const every = (ms: number, count: number): number[] =>
  Array.from({ length: count }, (_, number) => number * ms)

describe('answerToCrash', () => {
  it.each([
    ['the first death', [0], 'renew'],
    ['two within a minute', [0, 1 * SECOND], 'renew'],
    ['three within a minute', [0, 1 * SECOND, 2 * SECOND], 'recovery-page'],
    ['three in just over a minute', [0, 30 * SECOND, 60 * SECOND], 'renew'],
    ['three in just under a minute', [0, 30 * SECOND, 60 * SECOND - 1], 'recovery-page'],
    ['nine, one a minute', every(60 * SECOND, 9), 'renew'],
    ['ten, one a minute', every(60 * SECOND, 10), 'exit'],
    ['ten, of which the first is long ago', every(67 * SECOND, 10), 'renew'],
    ['ten at once', every(0, 10), 'exit'],
  ] as const)('%s', (_, deaths, answer) => {
    expect(answerToCrash(deaths)).toBe(answer)
  })

  it('forgets: after ten quiet minutes a death is a first one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600 * SECOND), { maxLength: 50 }), (before) => {
        const last = Math.max(0, ...before)
        const deaths = [...before.sort((one, other) => one - other), last + 600 * SECOND]
        expect(answerToCrash(deaths)).toBe('renew')
      }),
    )
  })

  it('never answers more mildly when there were more deaths', () => {
    const severity = { renew: 0, 'recovery-page': 1, exit: 2 }
    const times = fc.array(fc.nat(900 * SECOND), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(times, fc.nat(900 * SECOND), (some, another) => {
        const now = Math.max(...some, another)
        const order = (given: number[]): number[] => [...given, now].sort((a, b) => a - b)
        expect(severity[answerToCrash(order([...some, another]))]).toBeGreaterThanOrEqual(
          severity[answerToCrash(order(some))],
        )
      }),
    )
  })
})
