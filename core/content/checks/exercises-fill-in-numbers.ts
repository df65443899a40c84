import type { DoseWords } from '../../schema/exercise'
import type { ReliefCard } from '../../schema/relief'
import type { Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { variablesOf } from '../message-variables'
import { below, type Part } from '../part'
import type { DraftExerciseWords } from '../read-exercises'

/** What a message must fill in, and what else it may ask about. */
interface Variables {
  must: readonly string[]
  may?: readonly string[]
}

/** By message, what `doseInWords` hands to it. */
const VARIABLES_OF_DOSE: Record<keyof DoseWords, Variables> = {
  range: { must: ['min', 'max'] },
  part: { must: ['name', 'dose'] },
  reps: { must: ['n'], may: ['max', 'sides'] },
  sets: { must: ['n', 'reps'], may: ['max', 'sides'] },
  hold: { must: ['n'], may: ['max', 'sides', 'orLess'] },
  minutes: { must: ['n'], may: ['max', 'sides'] },
  rest: { must: ['n'], may: ['max', 'sides'] },
  often: { must: ['times', 'days'], may: ['maxTimes', 'minDays', 'maxDays'] },
  growthStep: { must: ['minutes'], may: ['max'] },
  growthEnd: { must: ['minutes', 'months'], may: ['maxMinutes', 'maxMonths'] },
  adapted: { must: [] },
  commonPractice: { must: [] },
}

/**
 * The messages into which the numbers of doses and relief cards are filled are sound and say
 * them all, since a broken one would stop its screen and a number left out could do harm.
 */
export const exercisesFillInNumbers: Check = function* ({ exercises: draft, words: source }) {
  for (const [tag, words] of draft.words) {
    const isSource = tag === source.tag
    for (const { problem, spoils } of inLanguage(draft.relief, words, tag, isSource)) {
      yield { problem: isSource ? problem : { ...problem, severity: 'warning' }, spoils }
    }
  }
}

function* inLanguage(
  cards: readonly Drafted<ReliefCard>[],
  { exercises, relief }: DraftExerciseWords,
  tag: string,
  isSource: boolean,
): Generator<Finding> {
  if (exercises?.shared.value) {
    for (const [field, variables] of Object.entries(VARIABLES_OF_DOSE)) {
      yield* message(below(exercises.shared.at, 'dose', field), variables, tag, exercises.shared)
    }
  }
  if (!relief?.shared.value) return
  yield* message(below(relief.shared.at, 'range'), VARIABLES_OF_DOSE.range, tag, relief.shared)
  for (const card of cards) {
    const { value } = card
    const words = relief.byId.get(card.id)
    if (!value || !words?.value) continue
    const variables = {
      must: [...(value.minutes ? ['minutes'] : []), ...(value.timesPerDay ? ['maxTimes'] : [])],
      may: value.timesPerDay ? ['times'] : [],
    }
    yield* message(below(words.at, 'howLong'), variables, tag, isSource ? card : words)
  }
}

function* message(
  at: Part,
  { must, may = [] }: Variables,
  tag: string,
  spoils: object,
): Generator<Finding> {
  const broken = (text: string, cure: string): Finding =>
    finding(at, { code: 'message-broken', message: text, cure }, spoils)
  let named: ReadonlySet<string>
  try {
    named = variablesOf(String(at.value), tag)
  } catch {
    yield broken(
      'The curly brackets in this text do not fit together.',
      'Write each variable as {name}, and close each bracket that is opened.',
    )
    return
  }
  for (const name of must) {
    if (!named.has(name)) yield broken(`This text leaves {${name}} out.`, `Add {${name}}.`)
  }
  for (const name of named) {
    if (must.includes(name) || may.includes(name)) continue
    yield broken(`Nothing fills in {${name}} here.`, `Use ${inBrackets([...must, ...may])} alone.`)
  }
}

const inBrackets = (names: readonly string[]) =>
  names.length > 0 ? names.map((name) => `{${name}}`).join(', ') : 'no variables, but plain words'
