import type { SlideWords } from '../schema/words'
import type { Path } from './part'

/** A text of a slide and the field in which it stands, below the words of the slide. */
export interface SlideText {
  field: Path
  text: string
}

/** The fields that can be read at one moment besides the title, answers and replies. */
const PLAIN_FIELDS = ['title', 'body', 'tryThis', 'myth', 'fact', 'meaning'] as const
const LIST_FIELDS = ['steps', 'points'] as const

/** What a visitor reads when the slide opens, without the answers and replies of a question. */
export const openingTexts = (words: SlideWords): SlideText[] => [
  ...PLAIN_FIELDS.flatMap((field) => textAt([field], words[field])),
  ...LIST_FIELDS.flatMap((field) =>
    (words[field] ?? []).map((text, index) => ({ field: [field, index], text })),
  ),
]

/** The answers of a question, in the order written. */
export const answerTexts = (words: SlideWords): SlideText[] =>
  Object.entries(words.answers ?? {}).map(([id, text]) => ({ field: ['answers', id], text }))

/** What is said after a right and after another answer. */
export const replyTexts = (words: SlideWords): SlideText[] => [
  ...textAt(['right'], words.right),
  ...textAt(['notYet'], words.notYet),
]

/** Everything that can be read on a slide; the labels in the picture are not counted. */
export const readTexts = (words: SlideWords): SlideText[] => [
  ...openingTexts(words),
  ...answerTexts(words),
  ...replyTexts(words),
]

/**
 * The most that stands on a slide at one moment, measured by `lengthOf`: a question first shows its
 * answers, and then one reply in their place.
 */
export function mostAtOnce(words: SlideWords, lengthOf: (text: string) => number): number {
  const opening = openingTexts(words)
  const moments = [
    [...opening, ...answerTexts(words)],
    ...replyTexts(words).map((reply) => [...opening, reply]),
  ]
  return Math.max(
    ...moments.map((texts) => texts.reduce((sum, { text }) => sum + lengthOf(text), 0)),
  )
}

const textAt = (field: Path, text: string | undefined): SlideText[] =>
  text === undefined ? [] : [{ field, text }]
