import type { z } from 'zod'
import { Chain, ChainWords } from '../schema/chain'
import type { Drafted } from './draft'
import type { OpenFile } from './open-file'
import { parsePart, type Report } from './parse-part'
import type { ProblemCode } from './problem'

/** The chain between foot and back as written; a file that could not be read leaves its field null. */
export interface DraftChain {
  chain: Drafted<Chain> | null
  /** By language. */
  words: ReadonlyMap<string, Drafted<ChainWords> | null>
}

/**
 * Reads `chain.yaml` and its words in each of the languages; null where the pack brings none. It is
 * read whole, since a coupling that is missing would leave those above it hanging.
 */
export function readChain(
  texts: ReadonlyMap<string, string>,
  [source, ...translations]: readonly [string, ...string[]],
  open: OpenFile,
  report: Report,
): DraftChain | null {
  if (!texts.has('chain.yaml')) return null
  const read = <Schema extends z.ZodType>(
    id: string,
    name: string,
    schema: Schema,
    tell: Report,
    missing?: ProblemCode,
  ): Drafted<z.output<Schema>> | null => {
    const at = open(name, tell)
    return at && { id, at, value: parsePart(schema, at, tell, missing) }
  }
  const asWarning: Report = (problem) => {
    report({ ...problem, severity: 'warning' })
  }
  const wordsIn = (tag: string, tell: Report) =>
    [tag, read(tag, `words/${tag}/chain.yaml`, ChainWords, tell, 'words-missing')] as const
  return {
    chain: read('chain', 'chain.yaml', Chain, report),
    words: new Map([
      wordsIn(source, report),
      ...translations.map((tag) => wordsIn(tag, asWarning)),
    ]),
  }
}
