import { slidesOf } from '../draft'
import { finding, type Check } from '../finding'
import { wordsOf } from '../reading-ease'
import { answerTexts, openingTexts, replyTexts, type SlideText } from '../slide-texts'

/** The most words that may stand on a slide at one moment, the labels in the picture not counted. */
const MAX_WORDS = 40

/** A slide shows at most 40 words at any moment: a question first its answers, then one reply. */
export const wordsFit: Check = function* (draft) {
  for (const slide of slidesOf(draft)) {
    const words = draft.words.story?.slides.get(slide.id)
    if (!slide.value || !words?.value) continue
    const opening = openingTexts(words.value)
    const moments = [[...opening, ...answerTexts(words.value)]]
    moments.push(...replyTexts(words.value).map((reply) => [...opening, reply]))
    const most = Math.max(...moments.map(countWords))
    if (most <= MAX_WORDS) continue
    yield finding(words.at, {
      code: 'words-too-many',
      message: `The slide "${slide.id}" shows ${String(most)} words at once, and ${String(MAX_WORDS)} fit.`,
      cure: `Cut ${String(most - MAX_WORDS)} words, or make two slides of it.`,
    })
  }
}

const countWords = (texts: readonly SlideText[]): number =>
  texts.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
