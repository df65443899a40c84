import { StaffWords } from '../schema/staff-words'
import type { Drafted } from './draft'
import type { OpenFile } from './open-file'
import { parsePart, type Report } from './parse-part'

/**
 * Reads `words/<tag>/staff.yaml` where a language has one. Staff can do without: they then read
 * the language that the content was written in, or the program's own.
 */
export function readStaffWords(
  texts: ReadonlyMap<string, string>,
  tag: string,
  open: OpenFile,
  report: Report,
): Drafted<StaffWords> | null {
  const name = `words/${tag}/staff.yaml`
  const at = texts.has(name) ? open(name, report) : null
  return at && { id: tag, at, value: parsePart(StaffWords, at, report, 'words-missing') }
}
