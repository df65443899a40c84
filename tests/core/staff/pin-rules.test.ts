import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinFault, type PinFault } from '../../../core/staff/pin-rules'

const PHONE = '+44 (0)20 7946 0958'

describe('pinFault', () => {
  it.each<[string, PinFault]>([
    ['', 'too-short'],
    ['83027', 'too-short'],
    ['8302748302741', 'too-long'],
    ['83027a', 'not-digits'],
    ['830 274', 'not-digits'],
    ['٨٣٠٢٧٤', 'not-digits'],
    ['000000', 'repeats'],
    ['112211', 'repeats'],
    ['123123', 'repeats'],
    ['83838383', 'repeats'],
    ['123456', 'run'],
    ['987654', 'run'],
    ['789012', 'run'],
    ['210987', 'run'],
    ['794609', 'phone'],
    ['0958', 'too-short'],
    ['460958', 'phone'],
    ['251274', 'date'],
    ['122574', 'date'],
    ['741225', 'date'],
    ['25121974', 'date'],
    ['19741225', 'date'],
    ['12252024', 'date'],
  ])('refuses %s: %s', (pin, fault) => {
    expect(pinFault(pin, PHONE)).toBe(fault)
  })

  it.each(['830274', '908172', '470961', '99037461', '836492715038'])('takes %s', (pin) => {
    expect(pinFault(pin, PHONE)).toBeNull()
  })

  it('leaves at least eight of ten PINs of six digits', () => {
    let left = 0
    for (let pin = 0; pin < 1_000_000; pin += 7)
      if (!pinFault(String(pin).padStart(6, '0'), PHONE)) left++
    expect(left / (1_000_000 / 7)).toBeGreaterThan(0.8)
  })

  it('answers whatever is written, and takes nothing but digits', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pin, phone) => {
        expect(pinFault(pin, phone) !== null || /^\d{6,12}$/.test(pin)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
