import { fillIn } from '../exercises/fill-in'
import { leadIn } from '../language/in-a-row'
import { howLongInWords } from '../relief/how-long-in-words'
import type { ReliefCard } from '../schema/relief'
import type { ReliefBlock } from './block'
import type { PaperWords } from './build-sheets'

/** A relief card in words. */
export function reliefBlock(card: ReliefCard, words: readonly PaperWords[]): ReliefBlock {
  return {
    kind: 'relief',
    key: `relief-${card.id}`,
    id: card.id,
    said: words.map(({ handout, relief, language: { tag } }) => {
      const its = relief?.cards[card.id]
      if (!relief || !its) throw new Error(`no words on paper: ${card.id} in ${tag}`)
      return {
        heading: its.name,
        goesOn: fillIn(handout.goesOn, { name: its.name }, tag),
        howTo: its.howTo,
        howLong: howLongInWords(card, its, relief.range, tag),
        cautions: card.cautions.flatMap((column) => its.cautions[column] ?? []),
        stopIf: { lead: leadIn(handout.stopIf, tag), text: its.stopIf },
        notFor: {
          lead: leadIn(handout.notFor, tag).trimEnd(),
          texts: card.notFor.flatMap((id) => its.notFor[id] ?? []),
        },
      }
    }),
  }
}
