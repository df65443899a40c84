import { z } from 'zod'
import { Amount, SafetyColumn, SafetyFlag } from './exercise'
import { EXERCISE_VERSIONS } from './exercise-names'
import { HANDOUT_LAYOUTS, LETTER_POINTS } from './handout-names'
import { Day, Id, LanguageTag } from './id'
import { Flag } from './triage'

/** The dose as staff set it; what is not there stays as the content has it. */
export const StaffDose = z.strictObject({
  sets: Amount.optional(),
  reps: Amount.optional(),
  holdSeconds: Amount.optional(),
  minutes: Amount.optional(),
  restSeconds: Amount.optional(),
  timesPerDay: Amount.optional(),
  daysPerWeek: Amount.optional(),
})
export type StaffDose = z.infer<typeof StaffDose>

export const HandoutItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exercise'),
    id: Id,
    version: z.enum(EXERCISE_VERSIONS),
    dose: StaffDose.optional(),
  }),
  z.strictObject({ kind: z.literal('relief'), id: Id }),
])
export type HandoutItem = z.infer<typeof HandoutItem>

/** The result of "Should I see someone?", as the handout may tell it: no private sign has a name here. */
export const HandoutTriage = z.strictObject({
  level: z.literal([1, 2, 3, 4]),
  withinDays: z.literal([3, 14]).nullable(),
  /** Does the level rest on something not sure or not said? */
  isUnsure: z.boolean(),
  ruleSet: z.string().max(20),
  /** Keys of the advice of the level. */
  advice: z.array(Id).max(20),
  /** Tiles and age flags that were told, and those that were not sure; none that is private. */
  told: z.array(Flag).max(80),
  unsure: z.array(Flag).max(80),
  hasPrivate: z.boolean(),
})
export type HandoutTriage = z.infer<typeof HandoutTriage>

/** What the answers leave over of the exercises. The sheet goes by it once more, whatever the page asks for. */
export const HandoutFilter = z.strictObject({
  /** None at level 1 and 2, the gentle ones at level 3, all at level 4 or where nothing was asked. */
  offers: z.enum(['none', 'gentle', 'all']),
  signs: z.array(z.union([SafetyColumn, SafetyFlag])).max(20),
  without: z.array(Id).max(60),
})
export type HandoutFilter = z.infer<typeof HandoutFilter>

/** What goes on a handout: ids and settings, never words, and never a name. */
export const HandoutRequest = z.strictObject({
  /** The visitor's language, and where wanted a second one. */
  languages: z.union([z.tuple([LanguageTag]), z.tuple([LanguageTag, LanguageTag])]),
  /** How two languages stand; one of them stands alone, whatever this says. */
  layout: z.enum(HANDOUT_LAYOUTS),
  paper: z.enum(['a4', 'letter']),
  /** Height of the letters. */
  points: z.literal(LETTER_POINTS),
  /** In colour; else in pure black. */
  colour: z.boolean(),
  /** How many days the grid has to tick off. */
  tickDays: z.literal([14, 28]),
  /** In the order of the sheet. */
  items: z.array(HandoutItem).max(40),
  /** Slides under "What I learned". */
  learned: z.array(Id).max(60),
  /** Questions to ask, by their ids in the words. */
  questions: z.array(Id).max(20),
  /** Null where no question was asked, or the visitor does not want the result on paper. */
  triage: HandoutTriage.nullable(),
  filter: HandoutFilter,
  /** The day that stands on the sheet. */
  date: Day,
})
export type HandoutRequest = z.infer<typeof HandoutRequest>
