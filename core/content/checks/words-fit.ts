import { slidesOf } from '../draft'
import { finding, type Check } from '../finding'
import { wordsOf } from '../reading-ease'
import { mostAtOnce } from '../slide-texts'

/** The most words that may stand on a slide at one moment, the labels in the picture not counted. */
const MAX_WORDS = 40

/** A slide shows at most 40 words of the pack's own language at any moment. */
export const wordsFit: Check = function* (draft) {
  for (const slide of slidesOf(draft)) {
    const words = draft.words.story?.slides.get(slide.id)
    if (!slide.value || !words?.value) continue
    const most = mostAtOnce(words.value, (text) => wordsOf(text).length)
    if (most <= MAX_WORDS) continue
    yield finding(words.at, {
      code: 'words-too-many',
      message: `The slide "${slide.id}" shows ${String(most)} words at once, and ${String(MAX_WORDS)} fit.`,
      cure: `Cut ${String(most - MAX_WORDS)} words, or make two slides of it.`,
    })
  }
}
