import { z } from 'zod'
import { Day } from './id'

/** What is counted, and what of it by kind. */
export const COUNTED = [
  'start',
  'chapter',
  'exercise',
  'level',
  'print',
  'language',
  'idle',
  'teach-back',
] as const
export type CountedThing = (typeof COUNTED)[number]

/** Which of them: an id of the content, a level, a language, right or wrong; `all` where there is one kind. */
const Which = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/)

/** One thing that happened. It says neither who nor when. */
export const Counted = z.strictObject({ what: z.enum(COUNTED), which: Which })
export type Counted = z.infer<typeof Counted>

const perDay = <Cell extends z.ZodType>(cell: Cell) =>
  z.record(Day, z.partialRecord(z.enum(COUNTED), z.record(Which, cell)))

/** Whole numbers per day; what did not happen has none. */
export const DayCounts = perDay(z.int().min(1))
export type DayCounts = z.infer<typeof DayCounts>

/** Numbers as anybody may see them: `few` stands for one to four. */
export const ShownCounts = perDay(z.union([z.int().min(5), z.literal('few')]))
export type ShownCounts = z.infer<typeof ShownCounts>
export type ShownCell = number | 'few'

/** `counts.json`. */
export const CountsFile = z.strictObject({ version: z.literal(1), days: DayCounts })
