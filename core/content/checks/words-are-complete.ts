import type { Slide } from '../../schema/story'
import { WORDS_OF_KIND, type SlideWords } from '../../schema/words'
import { slidesOf, type Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { below, type Part } from '../part'

const FIELDS_OF_SOME_KIND = new Set(Object.values(WORDS_OF_KIND).flat())

/**
 * Chapters, slides, answers, labels and claims have their words in the language of the pack, and no
 * words belong to nothing. A translation has what that language has: see `translation`.
 */
export const wordsAreComplete: Check = function* (draft) {
  const { words } = draft
  if (words.story && draft.story) {
    const { at, chapters, slides } = words.story
    yield* pairUp('chapter', draft.story.chapters, chapters, below(at, 'chapters'))
    yield* pairUp('slide', slidesOf(draft), slides, below(at, 'slides'))
    for (const slide of slidesOf(draft)) {
      const itsWords = slides.get(slide.id)
      if (!slide.value || !itsWords?.value) continue
      yield* ofKind(slide.value, itsWords.value, itsWords.at, slide)
      yield* ofAnswersAndLabels(slide.value, itsWords.value, itsWords.at, slide)
    }
  }
  if (words.claims && draft.claims) {
    yield* pairUp('claim', draft.claims, words.claims.byId, words.claims.at)
  }
}

function* pairUp(
  thing: string,
  all: readonly Drafted<unknown>[],
  words: ReadonlyMap<string, Drafted<unknown>>,
  home: Part,
): Generator<Finding> {
  for (const one of all) {
    if (one.id && !words.has(one.id)) yield missing(home, one.id, `The ${thing} "${one.id}"`, one)
  }
  const ids = new Set(all.map(({ id }) => id))
  for (const [id, { at }] of words) {
    if (!ids.has(id)) yield notUsed(at, `There is no ${thing} "${id}"`)
  }
}

function* ofKind(slide: Slide, words: SlideWords, at: Part, spoils: object): Generator<Finding> {
  const needed: ReadonlySet<string> = new Set(WORDS_OF_KIND[slide.kind])
  for (const field of FIELDS_OF_SOME_KIND) {
    const has = words[field] !== undefined
    if (needed.has(field) && !has) yield missing(at, field, `The slide "${slide.id}"`, spoils)
    if (!needed.has(field) && has) {
      yield notUsed(below(at, field), `Slides of the kind ${slide.kind} do not show "${field}"`)
    }
  }
}

function* ofAnswersAndLabels(
  slide: Slide,
  words: SlideWords,
  at: Part,
  spoils: object,
): Generator<Finding> {
  if (slide.kind === 'teach-back' && words.answers) {
    yield* match('answer', slide.answers, words.answers, below(at, 'answers'), spoils)
  }
  const labels = 'figure' in slide.picture ? slide.picture.figure.labels : []
  yield* match('label', labels, words.labels ?? {}, below(at, 'labels'), spoils)
}

function* match(
  thing: string,
  ids: readonly string[],
  words: Readonly<Record<string, string | undefined>>,
  at: Part,
  spoils: object,
): Generator<Finding> {
  for (const id of ids) {
    if (!Object.hasOwn(words, id)) yield missing(at, id, `The ${thing} "${id}"`, spoils)
  }
  for (const id of Object.keys(words)) {
    if (!ids.includes(id)) yield notUsed(below(at, id), `The slide has no ${thing} "${id}"`)
  }
}

const missing = (home: Part, field: string, owner: string, spoils: object): Finding =>
  finding(
    below(home, field),
    {
      code: 'words-missing',
      message: `${owner} lacks words under "${field}".`,
      cure: `Add "${field}" with its words.`,
    },
    spoils,
  )

const notUsed = (at: Part, why: string): Finding =>
  finding(at, {
    code: 'words-not-used',
    message: `${why}, so these words are never seen.`,
    cure: 'Delete them, or correct the name above them.',
  })
