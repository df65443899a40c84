import type { DraftWords } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { plainTextOf } from '../message-text'
import { below, textsIn, type Part } from '../part'
import { gradeOf, hardestWords, sentencesOf, wordsOf } from '../reading-ease'
import { readTexts } from '../slide-texts'

/** The American Medical Association asks for grade 6 or easier (Weiss, Health Literacy, 2007). */
const MAX_GRADE = 6
const MAX_WORDS_OF_SENTENCE = 20
/** Below this many words a grade says nothing: one long name decides it. */
export const MIN_WORDS_FOR_GRADE = 8

/** English words can be read in grade 6: slide by slide, claim by claim, and on the screens. */
export const wordsReadEasily: Check = function* ({ words, translations }) {
  for (const language of [words, ...translations]) {
    if (/^en(-|$)/.test(language.tag)) yield* inEnglish(language)
  }
}

function* inEnglish({
  tag,
  story,
  claims,
  safetyNet,
  screens,
  handout,
}: DraftWords): Generator<Finding> {
  for (const { id, at, value } of story?.slides.values() ?? []) {
    if (!value) continue
    const texts = readTexts(value)
    yield* tooHard(
      at,
      `The slide "${id}"`,
      texts.map(({ text }) => text),
    )
    for (const { field, text } of [...texts, { field: ['picture'], text: value.picture }]) {
      yield* tooLong(below(at, ...field), text)
    }
  }
  for (const { id, at, value } of claims?.byId.values() ?? []) {
    if (!value) continue
    yield* tooHard(at, `The claim ${id}`, Object.values(value))
    for (const part of textsIn(at)) yield* tooLong(part, part.value)
  }
  for (const file of [safetyNet, screens, handout]) {
    if (!file?.value) continue
    for (const part of textsIn(file.at)) {
      const text = readable(part.value, tag)
      if (text === null) continue
      if (wordsOf(text).length >= MIN_WORDS_FOR_GRADE) yield* tooHard(part, 'This text', [text])
      yield* tooLong(part, text)
    }
  }
}

/** Null where the message is broken, of which another check tells. */
export function readable(message: string, tag: string): string | null {
  try {
    return plainTextOf(message, tag)
  } catch {
    return null
  }
}

export function* tooHard(at: Part, what: string, texts: readonly string[]): Generator<Finding> {
  const grade = gradeOf(texts)
  if (!(grade > MAX_GRADE)) return
  const words = hardestWords(texts)
  yield finding(at, {
    code: 'words-too-hard',
    message: `${what} reads at grade ${grade.toFixed(1)}, and at most ${MAX_GRADE.toFixed(1)} is easy enough.`,
    cure:
      words.length > 0
        ? `Use shorter sentences, or shorter words than ${words.join(', ')}.`
        : 'Use shorter sentences.',
  })
}

export function* tooLong(at: Part, text: string): Generator<Finding> {
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length))
  if (longest <= MAX_WORDS_OF_SENTENCE) return
  yield finding(at, {
    code: 'sentence-too-long',
    message: `A sentence has ${String(longest)} words, and ${String(MAX_WORDS_OF_SENTENCE)} is the most.`,
    cure: 'Make two sentences of it.',
  })
}
