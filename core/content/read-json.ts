import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { problemOfFile } from './part'
import { readYaml, type ReadResult } from './read-yaml'

/**
 * Parses one file of a pack as JSON, or tells what is first wrong with it. All JSON is YAML, so
 * the same reader gives the lines and the same refusals. Never throws.
 */
export function readJson(name: string, text: string): ReadResult {
  const result = readYaml(name, text)
  if (result.problem && result.problem.code !== 'yaml-broken') return result
  // JSON.parse names no place for half of its errors, hence the library.
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  const error = errors[0]
  if (!error) return result
  const problem = problemOfFile(name, {
    code: 'json-broken',
    message: `This is not sound JSON: ${inWords(printParseErrorCode(error.error))}.`,
    cure: 'Check this line and the one above it for missing or extra commas, quotes and brackets.',
  })
  return {
    file: null,
    problem: { ...problem, line: text.slice(0, error.offset).split('\n').length },
  }
}

/** "CommaExpected" as "comma expected". */
const inWords = (name: string) => name.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase()
