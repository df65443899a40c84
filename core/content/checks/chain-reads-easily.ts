import type { Check } from '../finding'
import { textsIn } from '../part'
import { wordsOf } from '../reading-ease'
import { MIN_WORDS_FOR_GRADE, readable, tooHard, tooLong } from './words-read-easily'

/** English words of the chain can be read in grade 6, sentence by sentence. */
export const chainReadsEasily: Check = function* ({ chain }) {
  for (const [tag, words] of chain?.words ?? []) {
    if (!words?.value || !/^en(-|$)/.test(tag)) continue
    for (const part of textsIn(words.at)) {
      const text = readable(part.value, tag)
      if (text === null) continue
      if (wordsOf(text).length >= MIN_WORDS_FOR_GRADE) yield* tooHard(part, 'This text', [text])
      yield* tooLong(part, text)
    }
  }
}
