import type { Amount, Dose, DosePart, DoseWords, Exercise } from '../schema/exercise'
import { fillIn } from './fill-in'
import { sentencesInARow } from '../language/in-a-row'

/** A number or a range as one reads it: "10", or "8 to 12". */
export function amountInWords({ min, max }: Amount, range: string, language: string): string {
  const number = new Intl.NumberFormat(language)
  if (min === max) return number.format(max)
  return fillIn(range, { min: number.format(min), max: number.format(max) }, language)
}

/**
 * A dose as lines of short sentences: one line for each part, then how it grows and how often.
 * `parts` are the names of the parts, needed where there is more than one. Plurals of a range go
 * by its larger end. Throws where a message of `words` is broken, of which the content check tells.
 */
export function doseInWords(
  { dose, sides }: Pick<Exercise, 'dose' | 'sides'>,
  words: DoseWords,
  language: string,
  parts: Readonly<Record<string, string>> = {},
): string[] {
  const amount: InWords = (value) => amountInWords(value, words.range, language)
  const say = (message: keyof DoseWords, value: Amount, more: Record<string, string> = {}) =>
    fillIn(words[message], { n: amount(value), max: value.max, sides, ...more }, language)

  const partInWords = (part: DosePart): string => {
    const { reps, sets, minutes, holdSeconds, restSeconds, orLess } = part
    const sentences: string[] = []
    if (minutes) sentences.push(say('minutes', minutes))
    if (reps && sets && sets.max > 1) sentences.push(say('sets', sets, { reps: amount(reps) }))
    else if (reps) sentences.push(say('reps', reps))
    if (holdSeconds) sentences.push(say('hold', holdSeconds, { orLess: orLess ? 'yes' : 'no' }))
    if (restSeconds) sentences.push(say('rest', restSeconds))
    return sentencesInARow(sentences, language)
  }
  const lines = dose.parts.map((part) => {
    const name = dose.parts.length > 1 ? parts[part.id] : undefined
    const sentences = partInWords(part)
    return name ? fillIn(words.part, { name, dose: sentences }, language) : sentences
  })
  const often = oftenInWords(dose, words, amount, language)
  return [...lines, ...growthInWords(dose, words, amount, language), often]
}

type InWords = (value: Amount) => string

function oftenInWords(
  { timesPerDay, daysPerWeek }: Dose,
  { often }: DoseWords,
  amount: InWords,
  language: string,
): string {
  const values = {
    times: amount(timesPerDay),
    maxTimes: timesPerDay.max,
    days: amount(daysPerWeek),
    minDays: daysPerWeek.min,
    maxDays: daysPerWeek.max,
  }
  return fillIn(often, values, language)
}

function growthInWords(
  { growth }: Dose,
  words: DoseWords,
  amount: InWords,
  language: string,
): string[] {
  if (!growth) return []
  const { minutesPerWeek, upToMinutes, withinMonths } = growth
  const end = {
    minutes: amount({ min: upToMinutes, max: upToMinutes }),
    maxMinutes: upToMinutes,
    months: amount({ min: withinMonths, max: withinMonths }),
    maxMonths: withinMonths,
  }
  const step = { minutes: amount(minutesPerWeek), max: minutesPerWeek.max }
  const sentences = [
    fillIn(words.growthStep, step, language),
    fillIn(words.growthEnd, end, language),
  ]
  return [sentencesInARow(sentences, language)]
}
