import { describe, expect, it } from 'vitest'
import { howLongInWords } from '../../../core/relief/how-long-in-words'

const say = (card: Parameters<typeof howLongInWords>[0], howLong: string) =>
  howLongInWords(card, { howLong }, '{min} to {max}', 'en')

describe('how long a relief card says to do it', () => {
  it('is filled in from the numbers of the card', () => {
    const card = { minutes: { min: 10, max: 15 }, timesPerDay: { min: 1, max: 3 } }
    expect(say(card, 'For {minutes} minutes, {times} times, {maxTimes} at most.')).toBe(
      'For 10 to 15 minutes, 1 to 3 times, 3 at most.',
    )
  })

  it('is the words alone where the card has no numbers', () => {
    expect(say({}, 'A short while.')).toBe('A short while.')
  })
})
