import type { z } from 'zod'
import { below, problemAt, writtenAt, type Part, type Telling } from './part'
import type { Problem, ProblemCode } from './problem'

type Issue = z.core.$ZodIssue
export type Report = (problem: Problem) => void

/** Tells a report of problems that do not fail the check. */
export const asWarning =
  (report: Report): Report =>
  (problem) => {
    report({ ...problem, severity: 'warning' })
  }

/**
 * Reads a part by its schema. What does not fit is told to `report`, one problem a field, and
 * the result is then null. A field that is missing gets the code `missing`.
 */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  part: Part,
  report: Report,
  missing: ProblemCode = 'field-wrong',
): z.output<Schema> | null {
  // Issues without words of their own get none here, so that below the schema's words are known.
  const result = schema.safeParse(part.value, { error: () => '' })
  if (result.success) return result.data
  for (const issue of result.error.issues) explain(issue, part, missing).forEach(report)
  return null
}

function explain(issue: Issue, part: Part, missing: ProblemCode): Problem[] {
  const at = below(part, ...(issue.path as (string | number)[]))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt(below(at, key), unknownField(key)))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nested = closestBranch(issue.errors)
    return nested.flatMap((inner) => explain(inner, at, missing))
  }
  return [problemAt(at, tellingOf(issue, at, missing))]
}

/** Of the ways in which a thing may be written, the one that its writer most likely meant. */
function closestBranch(branches: readonly Issue[][]): Issue[] {
  const depth = (issues: Issue[]) =>
    Math.max(
      ...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)),
    )
  return branches.reduce((best, branch) => {
    const deeper = depth(branch) - depth(best)
    return deeper > 0 || (deeper === 0 && branch.length < best.length) ? branch : best
  })
}

const unknownField = (name: string): Telling => ({
  code: 'field-unknown',
  message: `Nothing here has a field called "${name}".`,
  cure: `Delete "${name}", or correct its spelling.`,
})

function tellingOf(issue: Issue, at: Part, missing: ProblemCode): Telling {
  const name = nameOf(at)
  const telling = (message: string, cure: string): Telling => ({
    code: 'field-wrong',
    message: `${name} ${message}.`,
    cure: `${issue.message ? capitalised(issue.message) : cure}.`,
  })
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    const kinds = (issue as { options?: readonly unknown[] }).options ?? []
    return {
      code: 'kind-unknown',
      message:
        at.value === undefined ? `${name} is missing.` : `There is no kind "${writtenAt(at)}".`,
      cure: `Write one of ${kinds.join(', ')}.`,
    }
  }
  if (at.value === undefined || at.value === null || at.value === '') {
    return { ...telling('is missing or empty', 'Add what belongs there'), code: missing }
  }
  switch (issue.code) {
    case 'invalid_type':
      return telling(
        `must be ${article(issue.expected)} and is not`,
        CURE_OF_TYPE[issue.expected] ?? 'Correct it',
      )
    case 'invalid_value':
      return telling('is none of the known words', `Write ${oneOf(issue.values.map(String))}`)
    case 'too_small':
      return telling(
        `holds less than ${String(issue.minimum)}`,
        `Write at least ${String(issue.minimum)}`,
      )
    case 'too_big':
      return telling(
        `holds more than ${String(issue.maximum)}`,
        `Write at most ${String(issue.maximum)}`,
      )
    case 'invalid_key':
      return telling(
        'is no name that may stand here',
        'Use small letters, digits and single dashes',
      )
    default:
      return telling('is not written as it must be', 'Write it as its neighbours are written')
  }
}

const CURE_OF_TYPE: Record<string, string> = {
  string: 'Put the text in quotes',
  object: 'Write its fields below it, indented',
  record: 'Write its entries below it, indented',
  array: 'Write it as a list, with a dash before each entry',
  number: 'Write a number without quotes',
  boolean: 'Write true or false without quotes',
}
const NAME_OF_TYPE: Record<string, string> = {
  string: 'a text',
  object: 'a group of fields',
  record: 'a group of entries',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
}
const article = (type: string) => NAME_OF_TYPE[type] ?? type
const oneOf = (words: readonly string[]) =>
  words.length === 1 ? words.join('') : `one of ${words.join(', ')}`
const capitalised = (text: string) =>
  text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')

/** A field as people call it: "title", or "entry 3 of steps". */
function nameOf({ path }: Part): string {
  const last = path.at(-1)
  if (typeof last === 'string') return `"${last}"`
  if (last === undefined) return 'The file'
  const list = path.at(-2)
  return list === undefined
    ? `Entry ${String(last + 1)}`
    : `Entry ${String(last + 1)} of "${String(list)}"`
}
