import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Unseen marks that set a number apart from Arabic text around it, so that it keeps its order. */
const ISOLATES = /[\u2066-\u2069]/gu

/** The words of a text, without spaces and punctuation. */
export const wordsOf = (text: string): string[] =>
  [...wordSegmenter.segment(text.replace(ISOLATES, ' '))].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  )

/** The sentences of a text; a heading without a full stop is one. */
export const sentencesOf = (text: string): string[] =>
  [...sentenceSegmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

/**
 * The school grade in which English texts can be read (Flesch-Kincaid, Kincaid et al. 1975);
 * each text ends its own sentence. NaN where there are no words.
 */
export function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf)
  return fleschKincaid({
    sentence: texts.flatMap(sentencesOf).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

/** Up to three words that make the texts hard, those with the most syllables first. */
export function hardestWords(texts: readonly string[]): string[] {
  const words = [...new Set(texts.flatMap(wordsOf).map((word) => word.toLowerCase()))]
  return words
    .filter((word) => syllable(word) > 2)
    .sort((one, other) => syllable(other) - syllable(one))
    .slice(0, 3)
}
