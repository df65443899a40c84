import { slidesOf, type Draft } from '../draft'
import { filesOfWords } from '../files-of-words'
import { finding, type Check, type Finding } from '../finding'
import { lengthOf, lettersOf, limitsOf, type LanguageLimits } from '../language-limits'
import { variablesOf } from '../message-variables'
import { textsIn, type Part } from '../part'
import { sentencesOf, wordsOf } from '../reading-ease'
import { mostAtOnce } from '../slide-texts'
import { readable } from './words-read-easily'

/** Translations have no longer sentences, words and slides than their language bears with ease. */
export const translationsAreShort: Check = function* (draft) {
  for (const { tag, language, fallback } of draft.translations) {
    if (!language?.value) continue
    const limits = limitsOf(tag)
    const isOther = (part: Part) =>
      fallback.some((path) => `${pathOf(part)}.`.startsWith(`${path}.`))
    for (const file of filesOfWords(draft, tag)) {
      for (const part of textsIn(file)) if (!isOther(part)) yield* inOneText(part, tag, limits)
    }
    yield* onSlides(draft, tag, limits, isOther)
  }
}

/** A place as `DraftTranslation.fallback` names it. */
const pathOf = ({ file, path }: Part): string =>
  [/([^/]+)\.yaml$/.exec(file.name)?.[1] ?? '', ...path].join('.')

function* inOneText(
  part: Part & { value: string },
  tag: string,
  limits: LanguageLimits,
): Generator<Finding> {
  const text = readable(part.value, tag)
  if (text === null) return
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => lengthOf(sentence, limits)))
  if (longest > limits.sentence) {
    yield finding(part, {
      code: 'sentence-too-long',
      message: `A sentence has ${String(longest)} ${limits.unit}, and ${String(limits.sentence)} is the most.`,
      cure: 'Make two sentences of it.',
    })
  }
  const { word: most } = limits
  if (most === undefined) return
  const names = variablesOf(part.value, tag)
  const long = wordsOf(text).find((word) => lettersOf(word) > most && !names.has(word))
  if (long) {
    yield finding(part, {
      code: 'words-too-hard',
      message: `The word "${long}" has ${String(lettersOf(long))} letters, and ${String(most)} is the most.`,
      cure: 'Say it in shorter words.',
    })
  }
}

function* onSlides(
  draft: Draft,
  tag: string,
  limits: LanguageLimits,
  isOther: (part: Part) => boolean,
): Generator<Finding> {
  const words = draft.translations.find((one) => one.tag === tag)?.story?.slides
  for (const { id } of slidesOf(draft)) {
    const slide = words?.get(id)
    if (!slide?.value || isOther(slide.at)) continue
    const most = mostAtOnce(slide.value, (text) => lengthOf(text, limits))
    if (most <= limits.slide) continue
    yield finding(slide.at, {
      code: 'words-too-many',
      message: `The slide "${id}" shows ${String(most)} ${limits.unit} at once, and ${String(limits.slide)} fit.`,
      cure: `Cut ${String(most - limits.slide)} ${limits.unit}.`,
    })
  }
}
