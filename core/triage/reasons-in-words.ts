import type { TriageWords } from '../schema/triage'
import type { Reasons } from './result-of'

/** What a result rests on, as a result, a slip or a sheet may name it. */
export interface ReasonsInWords {
  /** What was told, in the order in which it was asked. A private sign is never named. */
  told: readonly string[]
  /** What was not sure, or not said. */
  unsure: readonly string[]
}

/** The reasons of a result in the words of one language; all private signs are one line, last. */
export function reasonsInWords(reasons: Reasons, words: TriageWords): ReasonsInWords {
  const inWords = (flags: readonly string[], isUnsure: boolean): string[] => {
    const named = flags.flatMap((flag) => {
      // An age that was not said sets every age flag; it is one reason.
      if (Object.hasOwn(words.toldAge, flag)) return words.toldAge[isUnsure ? 'unsaid' : flag] ?? []
      return words.tiles[flag]?.told ?? []
    })
    return [...new Set(named)]
  }
  return {
    told: [...inWords(reasons.told, false), ...(reasons.hasPrivate ? [words.why.privateSign] : [])],
    unsure: inWords(reasons.unsure, true),
  }
}
