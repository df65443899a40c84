import type { HandoutWords } from '../../schema/handout-words'
import { finding, type Check, type Finding } from '../finding'
import { messageVariables } from '../message-variables'
import { fieldsOf, type Part } from '../part'

/** By message, what is filled in; all else is plain words. */
const FILLED_IN: Partial<Record<keyof HandoutWords, readonly string[]>> = {
  exercise: ['n', 'name'],
  goesOn: ['name'],
  stillStart: ['name'],
  stillMiddle: ['name'],
  stillEnd: ['name'],
  withheld: ['n'],
  versions: ['content', 'rules', 'hasRules', 'reviewBy'],
  page: ['n', 'total'],
}

/** The words for paper are sound messages and fill in what they must; else no handout is made. */
export const handoutIsWhole: Check = function* ({ words: { tag, handout } }) {
  if (!handout?.value) return
  for (const [field, part] of fieldsOf(handout.at)) {
    if (typeof part.value !== 'string') continue
    yield* message(part, part.value, FILLED_IN[field as keyof HandoutWords] ?? [], tag, handout)
  }
}

function* message(
  at: Part,
  text: string,
  must: readonly string[],
  tag: string,
  spoils: object,
): Generator<Finding> {
  const broken = (what: string, cure: string): Finding =>
    finding(at, { code: 'message-broken', message: what, cure }, spoils)
  let named: ReadonlySet<string>
  try {
    named = messageVariables(text, tag).named
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
    if (!must.includes(name)) yield broken(`Nothing fills in {${name}} here.`, `Delete {${name}}.`)
  }
}
