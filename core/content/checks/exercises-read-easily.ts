import type { WordsOfExercise } from '../../schema/exercise'
import type { WordsOfRelief } from '../../schema/relief'
import type { Check, Finding } from '../finding'
import { below, fieldsOf, textsIn, type Part } from '../part'
import { wordsOf } from '../reading-ease'
import type { DraftExerciseWords } from '../read-exercises'
import { MIN_WORDS_FOR_GRADE, readable, tooHard, tooLong } from './words-read-easily'

/** What is read while choosing and doing an exercise, and what is read to stay safe: each alone. */
const GROUPS_OF_EXERCISE: (keyof WordsOfExercise)[][] = [
  ['name', 'purpose', 'start', 'steps', 'parts'],
  ['easier', 'harder'],
  ['stopIf', 'notFor', 'cautions'],
]
const GROUPS_OF_RELIEF: (keyof WordsOfRelief)[][] = [
  ['name', 'purpose', 'howTo', 'howLong'],
  ['stopIf', 'notFor', 'cautions'],
]

/** English words of exercises and relief cards can be read in grade 6. */
export const exercisesReadEasily: Check = function* ({ exercises }) {
  for (const [tag, words] of exercises.words) {
    if (/^en(-|$)/.test(tag)) yield* inEnglish(words, tag)
  }
}

function* inEnglish({ exercises, relief }: DraftExerciseWords, tag: string): Generator<Finding> {
  for (const { id, at } of exercises?.byId.values() ?? []) {
    yield* inGroups(at, `The exercise "${id}"`, GROUPS_OF_EXERCISE, tag)
  }
  for (const { id, at } of relief?.byId.values() ?? []) {
    yield* inGroups(at, `The relief card "${id}"`, GROUPS_OF_RELIEF, tag)
  }
  if (!exercises) return
  const fields = fieldsOf(exercises.shared.at)
  fields.delete('exercises')
  for (const part of [...fields.values()].flatMap(textsIn)) {
    const text = readable(part.value, tag)
    if (text === null) continue
    if (wordsOf(text).length >= MIN_WORDS_FOR_GRADE) yield* tooHard(part, 'This text', [text])
    yield* tooLong(part, text)
  }
}

function* inGroups(
  at: Part,
  what: string,
  groups: readonly (readonly string[])[],
  tag: string,
): Generator<Finding> {
  for (const group of groups) {
    const parts = group.flatMap((field) => textsIn(below(at, field)))
    const texts = parts.map(({ value }) => readable(value, tag) ?? '')
    yield* tooHard(below(at, group[0] ?? ''), what, texts)
    for (const [index, part] of parts.entries()) yield* tooLong(part, texts[index] ?? '')
  }
}
