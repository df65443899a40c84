import type { Bundle } from '../schema/pack'
import type { HandoutSheet } from './build-sheets'

/** The slip for the desk, in the language of the content. Throws where that has no words for paper. */
export function buildSlip({ words, manifest }: Pick<Bundle, 'words' | 'manifest'>): HandoutSheet {
  const { language, handout } = words[manifest.source] ?? {}
  if (!language || !handout) throw new Error(`no words for paper: ${manifest.source}`)
  return {
    languages: [{ tag: language.tag, direction: language.direction }],
    title: handout.slip.title,
    pageOf: [handout.page],
    blocks: [
      {
        kind: 'slip',
        key: 'slip',
        said: [{ heading: handout.slip.title, text: handout.slip.body }],
      },
    ],
  }
}
