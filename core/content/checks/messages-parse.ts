import { finding, type Check } from '../finding'
import { plainTextOf } from '../message-text'
import { textsIn } from '../part'

/** The words of the screens are sound ICU messages, since a broken one would stop its screen. */
export const messagesParse: Check = function* ({ words: { tag, screens }, staff }) {
  const files = [{ tag, file: screens }, ...[...staff].map(([tag, file]) => ({ tag, file }))]
  for (const { tag, file } of files) {
    if (!file?.value) continue
    for (const part of textsIn(file.at)) {
      try {
        plainTextOf(part.value, tag)
      } catch {
        const telling = {
          code: 'message-broken',
          message: 'The curly brackets in this text do not fit together.',
          cure: 'Write each variable as {name}, and close each bracket that is opened.',
        } as const
        yield finding(part, telling, file)
      }
    }
  }
}
