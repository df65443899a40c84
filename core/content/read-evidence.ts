import { Reference } from '../schema/evidence'
import { DraftClaim, type Drafted } from './draft'
import { entriesOf, type Part } from './part'
import { parsePart, type Report } from './parse-part'
import { idOf } from './read-story'
import { z } from 'zod'

/** Reads `claims.yaml`, claim by claim. */
export const readClaims = (file: Part, report: Report): Drafted<DraftClaim>[] =>
  readList(DraftClaim, file, report)

/** Reads `references.json`, reference by reference. */
export const readReferences = (file: Part, report: Report): Drafted<Reference>[] =>
  readList(Reference, file, report)

function readList<Schema extends z.ZodType>(schema: Schema, file: Part, report: Report) {
  parsePart(z.array(z.unknown()).min(1), file, report)
  return entriesOf(file).map((at) => ({ id: idOf(at), at, value: parsePart(schema, at, report) }))
}
