import { z } from 'zod'
import { Amount, SafetyColumn } from './exercise'
import { ClaimId, Day, Id, ReferenceId } from './id'
import { Picture } from './story'

const Text = z.string().trim().min(1)

/** One card of `content/relief.yaml`: something besides exercise that may bring ease. */
export const ReliefCard = z.strictObject({
  id: Id,
  picture: Picture,
  /** How long at a time. */
  minutes: Amount.optional(),
  timesPerDay: Amount.optional(),
  /** Signs with which it may be used, but with a caution. */
  cautions: z.array(SafetyColumn).default([]),
  /** Conditions with which nobody should use it; their words stand under `notFor`. */
  notFor: z.array(Id).min(1),
  claims: z.array(ClaimId).min(1),
  /** Where the directions come from, besides the references of the claims. */
  references: z.array(ReferenceId).default([]),
  /** The day on which somebody last weighed it against its references. */
  reviewed: Day,
})
export type ReliefCard = z.infer<typeof ReliefCard>

/** The words of one card. */
export const WordsOfRelief = z.strictObject({
  name: Text,
  /** What it may do, in one sentence. */
  purpose: Text,
  /** What to do, one short sentence each, beginning with a verb. */
  howTo: z.array(Text).min(2).max(6),
  /**
   * How long and how often; ICU MessageFormat. `{minutes}` and `{times}` stand for the numbers
   * of the card, as a number or a range, `{maxTimes}` for the most times a day.
   */
  howLong: Text,
  stopIf: Text,
  notFor: z.record(Id, Text),
  cautions: z.partialRecord(SafetyColumn, Text).default({}),
  /** What the picture shows, for those who cannot see it. */
  picture: Text,
})
export type WordsOfRelief = z.infer<typeof WordsOfRelief>

/** `content/words/<language>/relief.yaml`. */
export const ReliefWords = z.strictObject({
  /** How a range of numbers is written, with `{min}` and `{max}`. */
  range: Text,
  cards: z.record(Id, WordsOfRelief),
})
export type ReliefWords = z.infer<typeof ReliefWords>
