import type { Problem, ProblemCode } from './problem'

/** Steps from the top of a file down to a field, like ['chapters', 0, 'slides']. */
export type Path = readonly (string | number)[]

/** A file of a pack after parsing, which still knows on which line each field stands. */
export interface ParsedFile {
  /** Path inside the pack, with forward slashes. */
  name: string
  value: unknown
  /** Line of the field, from 1; for a missing field that of the nearest field around it. */
  lineOf(path: Path): number
}

/** One place in a file, and what stands there. */
export interface Part {
  file: ParsedFile
  path: Path
  value: unknown
}

/** The whole of a file as a part. */
export const wholeOf = (file: ParsedFile): Part => ({ file, path: [], value: file.value })

/** The part that stands at `steps` below `part`; its value is undefined where there is none. */
export function below(part: Part, ...steps: Path): Part {
  let value = part.value
  for (const step of steps) {
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    value = holds ? (value as Record<string | number, unknown>)[step] : undefined
  }
  return { file: part.file, path: [...part.path, ...steps], value }
}

/**
 * What is written at a part, as one text. Not by `String`, which calls a `toString` that somebody
 * wrote into the file.
 */
export const writtenAt = ({ value }: Part): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** The entries of a list, in order; none where the part is no list. */
export const entriesOf = (part: Part): Part[] =>
  Array.isArray(part.value) ? part.value.map((_, index) => below(part, index)) : []

/** The fields of a mapping by key, in the order written; none where the part is no mapping. */
export const fieldsOf = (part: Part): Map<string, Part> =>
  new Map(
    isMapping(part.value) ? Object.keys(part.value).map((key) => [key, below(part, key)]) : [],
  )

/** Every text that stands in or below a part. */
export function textsIn(part: Part): (Part & { value: string })[] {
  if (typeof part.value === 'string') return [part as Part & { value: string }]
  return [...entriesOf(part), ...fieldsOf(part).values()].flatMap(textsIn)
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is told about a part, without the place, which the part itself knows. */
export interface Telling {
  code: ProblemCode
  message: string
  cure: string
  severity?: Problem['severity']
}

/** A problem that stands at this part. */
export const problemAt = (part: Part, { severity = 'error', ...telling }: Telling): Problem => ({
  ...telling,
  severity,
  file: part.file.name,
  line: part.file.lineOf(part.path),
  field: part.path.join('.'),
})

/** A problem that concerns a file as a whole, present or not. */
export const problemOfFile = (file: string, telling: Telling): Problem =>
  problemAt(
    { file: { name: file, value: undefined, lineOf: () => 1 }, path: [], value: undefined },
    telling,
  )
