import { Composer, Lexer, LineCounter, Parser, YAMLParseError } from 'yaml'
import type { Document } from 'yaml'
import { lineFinder } from './line-of'
import { problemOfFile, type ParsedFile } from './part'
import type { Problem } from './problem'
import { refusalOf } from './refuse-yaml'

/** Largest file that is parsed, in bytes; a bigger one would hold up the start for seconds. */
export const MAX_FILE_BYTES = 512 * 1024
/** How many lists and mappings may stand in one another. */
const MAX_DEPTH = 40
const COLLECTIONS: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection'])

export type ReadResult = { file: ParsedFile; problem: null } | { file: null; problem: Problem }

/**
 * Parses one file of a pack as YAML 1.2 (core schema), or tells what is first wrong with it.
 * Besides broken YAML it refuses files over 512 KB, nesting over 40 deep, and what `refusalOf`
 * names. Never throws.
 */
export function readYaml(name: string, text: string): ReadResult {
  if (new TextEncoder().encode(text).length > MAX_FILE_BYTES) {
    const problem = problemOfFile(name, {
      code: 'file-too-large',
      message: 'The file is larger than 512 KB.',
      cure: 'Shorten the file, or leave out what does not belong in it.',
    })
    return { file: null, problem }
  }
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const document = compose(text, lines)
  if (!document) {
    const problem = problemOfFile(name, {
      code: 'nested-too-deep',
      message: `Lists and fields stand more than ${String(MAX_DEPTH)} levels deep in one another.`,
      cure: 'Write this part flatter, as the other files do.',
    })
    return { file: null, problem: { ...problem, line: Math.max(1, lines.lineStarts.length) } }
  }
  const refusal = refusalOf(document)
  if (refusal) {
    const { offset, field, ...telling } = refusal
    return { file: null, problem: { ...problemOfFile(name, telling), line: lineAt(offset), field } }
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  return { file: { name, value, lineOf: lineFinder(document, lineAt) }, problem: null }
}

/**
 * The parsed document, or null where it is nested too deep. That is watched while parsing and not
 * asked afterwards, because composing recurses: a file of nothing but dashes ends the program.
 */
function compose(text: string, lines: LineCounter): Document.Parsed | null {
  const parser = new Parser(lines.addNewLine)
  let isTooDeep = false
  function* tokens() {
    lines.addNewLine(0)
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      isTooDeep = parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length > MAX_DEPTH
      if (isTooDeep) return
    }
    yield* parser.end()
  }
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    // The library compares each key with each other, 25 s for 50,000; refusalOf does it in one go.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  let document: Document.Parsed | null = null
  for (const each of composer.compose(tokens(), true, text.length)) {
    if (isTooDeep) return null
    if (document) {
      const [start, end] = each.range
      document.errors.push(
        new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'A second document begins'),
      )
      break
    }
    document = each
  }
  return document
}
