import type { Exercise, SafetyColumn, WordsOfExercise } from '../../schema/exercise'
import { SAFETY_COLUMNS } from '../../schema/exercise-names'
import type { ReliefCard, WordsOfRelief } from '../../schema/relief'
import type { Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { below, textsIn, type Part } from '../part'
import type { DraftExerciseWords } from '../read-exercises'

/**
 * Exercises and relief cards have their words: each part, each way of doing it, each reason not
 * to, each caution; none belong to nothing; and none repeat a number of the dose, in any language.
 */
export const exercisesHaveWords: Check = function* ({ exercises: draft, words: source }) {
  for (const [tag, words] of draft.words) {
    if (tag === source.tag) yield* inSource(draft, words)
    else yield* asWarnings(numbersOf(words))
  }
}

function* inSource(
  draft: { exercises: Drafted<Exercise>[]; relief: Drafted<ReliefCard>[] },
  words: DraftExerciseWords,
): Generator<Finding> {
  if (words.exercises) {
    const { shared, at, byId } = words.exercises
    yield* pairUp('exercise', draft.exercises, byId, at)
    const signs = shared.value?.signs
    for (const thing of draft.exercises) {
      const itsWords = byId.get(thing.id)
      if (!thing.value || !itsWords?.value) continue
      const sharedNotFor = (sign: string) =>
        signs !== undefined && signs[sign as SafetyColumn]?.notFor !== undefined
      yield* spoiling(thing, ofExercise(thing.value, itsWords.value, itsWords.at, sharedNotFor))
    }
    yield* numbersOf(words)
  }
  if (words.relief) {
    const { at, byId } = words.relief
    yield* pairUp('relief card', draft.relief, byId, at)
    for (const thing of draft.relief) {
      const itsWords = byId.get(thing.id)
      if (!thing.value || !itsWords?.value) continue
      yield* spoiling(thing, ofRelief(thing.value, itsWords.value, itsWords.at))
    }
  }
}

function* spoiling(thing: object, findings: Iterable<Finding>): Generator<Finding> {
  // Words that nobody sees are a fault of writing, which costs no one the exercise.
  for (const { problem } of findings) {
    yield { problem, spoils: problem.code === 'words-not-used' ? null : thing }
  }
}

function* asWarnings(findings: Iterable<Finding>): Generator<Finding> {
  for (const { problem, spoils } of findings) {
    yield { problem: { ...problem, severity: 'warning' }, spoils }
  }
}

function* pairUp(
  thing: string,
  all: readonly Drafted<unknown>[],
  words: ReadonlyMap<string, Drafted<unknown>>,
  home: Part,
): Generator<Finding> {
  for (const one of all) {
    if (!one.id || words.has(one.id)) continue
    yield* spoiling(one, [missing(home, one.id, `The ${thing} "${one.id}"`)])
  }
  const ids = new Set(all.map(({ id }) => id))
  for (const [id, { at }] of words) {
    if (!ids.has(id)) yield notUsed(at, `There is no ${thing} "${id}"`)
  }
}

function* ofExercise(
  exercise: Exercise,
  words: WordsOfExercise,
  at: Part,
  isSharedNotFor: (sign: string) => boolean,
): Generator<Finding> {
  const { dose, safety, notWith, notFor } = exercise
  const partIds = dose.parts.length > 1 ? dose.parts.map(({ id }) => id) : []
  yield* match('part', partIds, words.parts ?? {}, below(at, 'parts'))

  const columns = (verdict: string) => SAFETY_COLUMNS.filter((one) => safety[one] === verdict)
  yield* match('caution for', columns('change'), words.cautions, below(at, 'cautions'))

  const refused: string[] = [...columns('no'), ...notWith]
  const reasons = [...refused, ...notFor]
  const unsaid = reasons.filter((one) => one in words.notFor || !isSharedNotFor(one))
  yield* match('reason not to do it for', unsaid, words.notFor, below(at, 'notFor'), reasons)

  for (const version of ['easier', 'harder'] as const) {
    const [variant, itsWords] = [exercise[version], words[version]]
    if (variant && !itsWords) yield missing(at, version, 'This exercise')
    if (!variant && itsWords) yield notUsed(below(at, version), 'There is no harder way')
    if (!variant?.position || !itsWords) continue
    for (const field of ['start', 'steps'] as const) {
      if (itsWords[field]) continue
      yield missing(below(at, version), field, 'A way with a position of its own')
    }
  }
}

function* ofRelief(card: ReliefCard, words: WordsOfRelief, at: Part): Generator<Finding> {
  yield* match('reason not to use it for', card.notFor, words.notFor, below(at, 'notFor'))
  yield* match('caution for', card.cautions, words.cautions, below(at, 'cautions'))
}

/** Fields in which a number would be the dose once more, and soon another one than in the dose. */
const FIELDS_WITHOUT_NUMBERS = ['purpose', 'start', 'steps', 'parts', 'easier', 'harder']

function* numbersOf({ exercises }: DraftExerciseWords): Generator<Finding> {
  for (const { at, value } of exercises?.byId.values() ?? []) if (value) yield* numbersIn(at)
}

function* numbersIn(at: Part): Generator<Finding> {
  for (const part of FIELDS_WITHOUT_NUMBERS.flatMap((field) => textsIn(below(at, field)))) {
    const number = /\p{Nd}+/u.exec(part.value)?.[0]
    if (number === undefined) continue
    yield finding(part, {
      code: 'dose-said-twice',
      message: `The number ${number} stands in the words of an exercise.`,
      cure: 'Write the number into the dose of the exercise, from which the words of the dose are made.',
    })
  }
}

function* match(
  thing: string,
  ids: readonly string[],
  words: Readonly<Record<string, string | undefined>>,
  at: Part,
  known: readonly string[] = ids,
): Generator<Finding> {
  for (const id of ids) {
    if (!Object.hasOwn(words, id)) yield missing(at, id, `The ${thing} "${id}"`)
  }
  for (const id of Object.keys(words)) {
    if (!known.includes(id)) yield notUsed(below(at, id), `There is no ${thing} "${id}"`)
  }
}

const missing = (home: Part, field: string, owner: string): Finding =>
  finding(below(home, field), {
    code: 'words-missing',
    message: `${owner} lacks words under "${field}".`,
    cure: `Add "${field}" with its words.`,
  })

const notUsed = (at: Part, why: string): Finding =>
  finding(at, {
    code: 'words-not-used',
    message: `${why}, so these words are never seen.`,
    cure: 'Delete them, or correct the name above them.',
  })
