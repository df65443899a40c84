export const PIN_LENGTH = { least: 6, most: 12 }

/** Why a PIN is refused. */
export const PIN_FAULTS = [
  'too-short',
  'too-long',
  'not-digits',
  'repeats',
  'run',
  'phone',
  'date',
] as const
export type PinFault = (typeof PIN_FAULTS)[number]

/**
 * What makes a PIN easy to guess, or null for a good one.
 * @param phone the clinic's number as written, which stands on every leaflet
 */
export function pinFault(pin: string, phone: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'not-digits'
  if (pin.length < PIN_LENGTH.least) return 'too-short'
  if (pin.length > PIN_LENGTH.most) return 'too-long'
  if (repeats(pin)) return 'repeats'
  if (isRun(pin)) return 'run'
  if (phone.replace(/\D/g, '').includes(pin)) return 'phone'
  if (isDate(pin)) return 'date'
  return null
}

/** One digit or two all over, or a group of digits again and again, like 121212 or 123123. */
function repeats(pin: string): boolean {
  return new Set(pin).size <= 2 || /^(\d+)\1+$/.test(pin)
}

/** Each digit one more, or one less, than the one before; 0 may follow 9. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** A day as people write it, in any order, with a year of two digits or of four since 1900. */
function isDate(pin: string): boolean {
  const of = (pattern: RegExp): boolean => {
    const { day, month } = pattern.exec(pin)?.groups ?? {}
    return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  }
  return [
    /^(?<day>\d\d)(?<month>\d\d)(\d\d|(19|20)\d\d)$/,
    /^(?<month>\d\d)(?<day>\d\d)(\d\d|(19|20)\d\d)$/,
    /^(\d\d|(19|20)\d\d)(?<month>\d\d)(?<day>\d\d)$/,
  ].some(of)
}
