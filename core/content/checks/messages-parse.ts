import { finding, type Check } from '../finding'
import { plainTextOf } from '../message-text'
import { textsIn } from '../part'

/** The words of the screens are sound ICU messages, since a broken one would stop its screen. */
export const messagesParse: Check = function* ({ words, translations }) {
  for (const language of [words, ...translations]) {
    if (!language.screens?.value) continue
    for (const part of textsIn(language.screens.at)) {
      try {
        plainTextOf(part.value, language.tag)
      } catch {
        const telling = {
          code: 'message-broken',
          message: 'The curly brackets in this text do not fit together.',
          cure: 'Write each variable as {name}, and close each bracket that is opened.',
        } as const
        yield finding(part, telling, language === words ? language.screens : language)
      }
    }
  }
}
