import { problemOfFile, wholeOf, type Part } from './part'
import type { Report } from './parse-part'
import { readJson } from './read-json'
import { readYaml } from './read-yaml'

/** Opens a file of the pack by its path; null, and told to the report, where it cannot be read. */
export type OpenFile = (name: string, report: Report) => Part | null

/** Makes the function that opens files out of their texts by path; each is parsed once. */
export function opener(texts: ReadonlyMap<string, string>): OpenFile {
  const opened = new Map<string, Part>()
  return (name, report) => {
    const known = opened.get(name)
    if (known) return known
    const text = texts.get(name)
    if (text === undefined) {
      report(
        problemOfFile(name, {
          code: 'file-missing',
          message: `The file ${name} is not there.`,
          cure: `Add ${name}; the content that comes with the program shows what it holds.`,
        }),
      )
      return null
    }
    const { file, problem } = name.endsWith('.json') ? readJson(name, text) : readYaml(name, text)
    if (problem) report(problem)
    if (!file) return null
    const part = wholeOf(file)
    opened.set(name, part)
    return part
  }
}
