import { filesOfWords } from '../files-of-words'
import { finding, type Check } from '../finding'
import { textsIn } from '../part'
import { avoidedIn, type Harm } from '../words-to-avoid'

const TELLING: Readonly<Record<Harm, { does: string; cure: string }>> = {
  fear: {
    does: 'can frighten',
    cure: 'Say what is seen, felt or known, without a picture of damage.',
  },
  promise: {
    does: 'promises more than anyone knows',
    cure: 'Say what may help, and how sure that is.',
  },
  comfort: {
    does: 'gives false comfort',
    cure: 'Say what the person told, or what to do, and nothing about how well all is.',
  },
}

/** No language frightens visitors, promises them anything, or comforts them falsely. */
export const wordsAreCalm: Check = function* (draft) {
  for (const { tag } of [draft.words, ...draft.translations]) {
    for (const part of filesOfWords(draft, tag).flatMap(textsIn)) {
      const avoided = avoidedIn(part.value, tag)
      if (!avoided) continue
      const { does, cure } = TELLING[avoided.harm]
      yield finding(part, { code: 'words-unsafe', message: `"${avoided.found}" ${does}.`, cure })
    }
  }
}
