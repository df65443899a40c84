import { z } from 'zod'
import {
  Age,
  Region,
  type Answer,
  type Answers,
  type TriageScreens,
} from '../../core/schema/triage'

/** One line of `--answers`. What is not listed was answered No, or not at all. */
const Line = z.strictObject({
  id: z.union([z.string(), z.number()]),
  age: Age.optional(),
  region: z.array(Region).default([]),
  yes: z.array(z.string()).default([]),
  notSure: z.array(z.string()).default([]),
  rest: z.enum(['no', 'unanswered']).default('no'),
})

export interface AnswerLine {
  id: string | number
  answers: Answers
}

/**
 * Reads one line of JSON. An injury that is listed opens its gate; an age that is missing was not
 * said, no region means that it is not known. Throws an Error that says in one sentence what is
 * wrong.
 */
export function readAnswerLine(text: string, { screens }: TriageScreens): AnswerLine {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error('is not sound JSON')
  }
  const parsed = Line.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.')
    throw new Error(
      field ? `has a wrong "${field}": ${issue?.message ?? ''}` : (issue?.message ?? ''),
    )
  }
  const { id, age, region, yes, notSure, rest } = parsed.data
  const gateOf = new Map<string, string | undefined>()
  for (const { gate, tiles } of screens) {
    if (gate !== undefined) gateOf.set(gate, undefined)
    for (const tile of tiles) gateOf.set(tile.id, gate)
  }
  const unknown = [...yes, ...notSure].find((item) => !gateOf.has(item))
  if (unknown !== undefined) throw new Error(`names "${unknown}", and there is no such question`)

  const tiles: Record<string, Answer> = {}
  if (rest === 'no') for (const item of gateOf.keys()) tiles[item] = 'no'
  const answer = (items: readonly string[], given: Answer): void => {
    for (const item of items) {
      tiles[item] = given
      const gate = gateOf.get(item)
      if (gate !== undefined && tiles[gate] !== 'yes') tiles[gate] = given
    }
  }
  answer(notSure, 'not-sure')
  answer(yes, 'yes')
  return { id, answers: { age: age ?? 'unsaid', region, tiles } }
}
