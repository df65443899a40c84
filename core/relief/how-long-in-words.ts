import { amountInWords } from '../exercises/dose-in-words'
import { fillIn } from '../exercises/fill-in'
import type { ReliefCard, WordsOfRelief } from '../schema/relief'

/**
 * How long and how often a relief card says to do it, with the numbers of the card filled in.
 * `range` is the message for a range of numbers. Throws where a message is broken, of which the
 * content check tells.
 */
export function howLongInWords(
  { minutes, timesPerDay }: Pick<ReliefCard, 'minutes' | 'timesPerDay'>,
  { howLong }: Pick<WordsOfRelief, 'howLong'>,
  range: string,
  language: string,
): string {
  const values = {
    ...(minutes && { minutes: amountInWords(minutes, range, language) }),
    ...(timesPerDay && {
      times: amountInWords(timesPerDay, range, language),
      maxTimes: timesPerDay.max,
    }),
  }
  return fillIn(howLong, values, language)
}
