import { FILLED_IN_DOSE, type FilledIn } from '../filled-in'
import { finding, type Check, type Finding } from '../finding'
import { variablesOf } from '../message-variables'
import { below, type Part } from '../part'

/**
 * The messages into which the numbers of doses and relief cards are filled are sound and say
 * them all, since a broken one would stop its screen and a number left out could do harm. That of a
 * translation is held against the one of the pack's language: see `translation`.
 */
export const exercisesFillInNumbers: Check = function* ({ exercises: draft, words: { tag } }) {
  const { exercises, relief } = draft.words.get(tag) ?? {}
  if (exercises?.shared.value) {
    for (const [field, variables] of Object.entries(FILLED_IN_DOSE)) {
      yield* message(below(exercises.shared.at, 'dose', field), variables, tag, exercises.shared)
    }
  }
  if (!relief?.shared.value) return
  yield* message(below(relief.shared.at, 'range'), FILLED_IN_DOSE.range, tag, relief.shared)
  for (const card of draft.relief) {
    const { value } = card
    const words = relief.byId.get(card.id)
    if (!value || !words?.value) continue
    const variables = {
      must: [...(value.minutes ? ['minutes'] : []), ...(value.timesPerDay ? ['maxTimes'] : [])],
      may: value.timesPerDay ? ['times'] : [],
    }
    yield* message(below(words.at, 'howLong'), variables, tag, card)
  }
}

function* message(
  at: Part,
  { must, may = [] }: FilledIn,
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
