import type { Check } from '../finding'
import { textsIn } from '../part'
import { wordsOf } from '../reading-ease'
import { MIN_WORDS_FOR_GRADE, readable, tooHard, tooLong } from './words-read-easily'

/** What staff read in English is as plain as what visitors read. */
export const staffWordsReadEasily: Check = function* ({ staff }) {
  for (const [tag, words] of staff) {
    if (!words.value || !/^en(-|$)/.test(tag)) continue
    for (const part of textsIn(words.at)) {
      const text = readable(part.value, tag)
      if (text === null) continue
      if (wordsOf(text).length >= MIN_WORDS_FOR_GRADE) yield* tooHard(part, 'This text', [text])
      yield* tooLong(part, text)
    }
  }
}
