import type { TriageWords } from '../schema/triage'
import { AGE_BANDS, REGIONS } from '../schema/triage'
import type { Triage } from './triage'

/** The questions with their words in one language, in the order in which they are asked. */
export function questionsOf({ screens, ruleSet }: Triage, words: TriageWords, language: string) {
  const wordsOf = (id: string) => ({ ask: words.tiles[id]?.ask, help: words.tiles[id]?.help })
  return {
    ruleSet: ruleSet.version,
    language,
    ages: [...AGE_BANDS, 'unsaid' as const].map((id) => ({ id, text: words.ages[id] })),
    regions: REGIONS.map((id) => ({ id, text: words.regions[id] })),
    screens: screens.screens.map(({ id, asks, gate, askIf, atOnce, tiles }) => ({
      id,
      asks,
      ...words.screens[id],
      ...(askIf && { askIf, atOnce }),
      ...(gate !== undefined && { gate: { id: gate, ...wordsOf(gate) } }),
      tiles: tiles.map((tile) => ({ ...tile, ...wordsOf(tile.id) })),
    })),
  }
}
