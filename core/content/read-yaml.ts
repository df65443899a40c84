import { Lexer, LineCounter, Parser, parseDocument } from 'yaml'
import { lineFinder } from './line-of'
import { problemOfFile, type ParsedFile } from './part'
import type { Problem } from './problem'
import { refusalOf } from './refuse-yaml'

/** Largest file that is parsed, in bytes; a bigger one would hold up the start for seconds. */
export const MAX_FILE_BYTES = 512 * 1024
/** How many lists and mappings may stand in one another. */
const MAX_DEPTH = 40

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
  if (isTooDeep(text, lines)) {
    const problem = problemOfFile(name, {
      code: 'nested-too-deep',
      message: `Lists and fields stand more than ${String(MAX_DEPTH)} levels deep in one another.`,
      cure: 'Write this part flatter, as the other files do.',
    })
    return { file: null, problem: { ...problem, line: lines.lineStarts.length } }
  }
  lines.lineStarts.length = 0
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    // The library compares each key with each other, which takes 25 s for 50,000; see refusalOf.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const refusal = refusalOf(document)
  if (refusal) {
    const { offset, field, ...telling } = refusal
    return { file: null, problem: { ...problemOfFile(name, telling), line: lineAt(offset), field } }
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  return { file: { name, value, lineOf: lineFinder(document, lineAt) }, problem: null }
}

/**
 * Is the text nested deeper than `MAX_DEPTH`? Asked before parsing, because parsing recurses and
 * a text of nothing but dashes ends the whole program. Notes the line starts up to the place.
 */
function isTooDeep(text: string, lines: LineCounter): boolean {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    // Only the stack is of interest here, not the tokens.
    for (const _token of parser.next(lexeme));
    // Besides the collections, the stack holds the document and at most one scalar.
    if (parser.stack.length > MAX_DEPTH + 2) return true
  }
  return false
}
