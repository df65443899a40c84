import { finding, type Check, type Finding } from '../finding'
import { below, fieldsOf, textsIn, type Part } from '../part'
import { wordsOf } from '../reading-ease'
import { MIN_WORDS_FOR_GRADE, readable, tooHard, tooLong } from './words-read-easily'

/**
 * English triage can be read in grade 6, tile by tile and text by text, and names nothing that
 * somebody has.
 */
export const triageWordsReadEasily: Check = function* ({ triage }) {
  for (const [tag, words] of triage?.words ?? []) {
    if (!words?.value || !/^en(-|$)/.test(tag)) continue
    const tiles = below(words.at, 'tiles')
    for (const [id, tile] of fieldsOf(tiles)) yield* inEasyWords(tile, `The tile ${id}`, tag)
    for (const [name, group] of fieldsOf(words.at)) {
      if (name === 'tiles') continue
      for (const text of textsIn(group)) yield* inEasyWords(text, 'This text', tag)
    }
    for (const text of textsIn(words.at)) yield* inSafeWords(text)
  }
}

function* inEasyWords(at: Part, what: string, tag: string): Generator<Finding> {
  const texts = textsIn(at).flatMap((part) => {
    const text = readable(part.value, tag)
    return text === null ? [] : [{ part, text }]
  })
  const all = texts.map(({ text }) => text)
  if (all.flatMap(wordsOf).length >= MIN_WORDS_FOR_GRADE) yield* tooHard(at, what, all)
  for (const { part, text } of texts) yield* tooLong(part, text)
}

/** Words that name a finding, which no triage may do; what comforts falsely, nobody may say. */
const UNSAFE = [
  /(?<!\bdo )\byou have (?!to\b)/i,
  /\bthis is (a|an|your|just|only)\b/i,
  /\bjust (a )?(strain|sprain)/i,
]

function* inSafeWords(at: Part & { value: string }): Generator<Finding> {
  const found = UNSAFE.map((words) => words.exec(at.value)?.[0]).find(
    (words) => words !== undefined,
  )
  if (found === undefined) return
  yield finding(at, {
    code: 'words-unsafe',
    message: `"${found}" names a finding.`,
    cure: 'Say what the person told, or what to do, and nothing about what it is.',
  })
}
