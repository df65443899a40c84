import type { z } from 'zod'
import { Chain, ChainWords } from '../schema/chain'
import type { Drafted } from './draft'
import type { OpenFile } from './open-file'
import { asWarning, parsePart, type Report } from './parse-part'
import type { ProblemCode } from './problem'

/** The chain between foot and back as written; a file that could not be read leaves its field null. */
export interface DraftChain {
  chain: Drafted<Chain> | null
  /** By language. */
  words: ReadonlyMap<string, Drafted<ChainWords> | null>
}

/**
 * Reads `chain.yaml`, and its words as each of the languages opens them; null where the pack brings none. It is
 * read whole, since a coupling that is missing would leave those above it hanging.
 */
export function readChain(
  texts: ReadonlyMap<string, string>,
  languages: ReadonlyMap<string, OpenFile>,
  open: OpenFile,
  report: Report,
): DraftChain | null {
  if (!texts.has('chain.yaml')) return null
  const read = <Schema extends z.ZodType>(
    id: string,
    name: string,
    schema: Schema,
    opens: OpenFile,
    missing?: ProblemCode,
  ): Drafted<z.output<Schema>> | null => {
    const tell = opens === open ? report : asWarning(report)
    const at = opens(name, tell)
    return at && { id, at, value: parsePart(schema, at, tell, missing) }
  }
  return {
    chain: read('chain', 'chain.yaml', Chain, open),
    words: new Map(
      [...languages].map(([tag, opens]) => [
        tag,
        read(tag, `words/${tag}/chain.yaml`, ChainWords, opens, 'words-missing'),
      ]),
    ),
  }
}
