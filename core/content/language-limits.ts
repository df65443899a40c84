import { wordsOf } from './reading-ease'

/** How long texts in a language may be and still be read with ease. */
export interface LanguageLimits {
  /** What a text is measured in: words, or characters where a language writes none apart. */
  unit: 'words' | 'characters'
  /** The most units of a sentence. */
  sentence: number
  /** The most units that may stand on a slide at one moment; English has 40 words. */
  slide: number
  /** The most letters of a word; none where words are not written apart. */
  word?: number
}

/**
 * For other languages than English there is no grade that is known to hold, so sentences and words
 * are kept as short as the English ones are, which have at most 20 words.
 *
 * Spanish says the same in about a fifth more words (articles, "de"), so 24 and 48; its longest
 * plain words of the clinic have 15 letters, as anticoagulantes and fisioterapeutas. Arabic joins "and", "the"
 * and "your" to the word, so it needs no more words than English, and words of up to 12 letters.
 * Chinese is counted in characters, about two to an English word in a sentence and 1.7 on a slide, whose
 * short lines need fewer particles.
 */
const LIMITS: Readonly<Record<string, LanguageLimits>> = {
  es: { unit: 'words', sentence: 24, slide: 48, word: 15 },
  ar: { unit: 'words', sentence: 20, slide: 40, word: 12 },
  zh: { unit: 'characters', sentence: 40, slide: 68 },
}
/** For a language that nobody has weighed yet. */
const OTHERS: LanguageLimits = { unit: 'words', sentence: 24, slide: 48 }

export const limitsOf = (tag: string): LanguageLimits =>
  LIMITS[new Intl.Locale(tag).language] ?? OTHERS

/** How long a text is in the unit of its language, without spaces and punctuation. */
export const lengthOf = (text: string, { unit }: LanguageLimits): number =>
  unit === 'words' ? wordsOf(text).length : [...text.matchAll(/[\p{L}\p{Nd}]/gu)].length

/** The letters of a word, without the marks above and below them. */
export const lettersOf = (word: string): number => [...word.matchAll(/\p{L}/gu)].length
