import { z } from 'zod'
import {
  EXERCISE_LINKS,
  EXERCISE_POSITIONS,
  EXERCISE_PROPS,
  EXERCISE_VERSIONS,
  SAFETY_COLUMNS,
  SAFETY_FLAGS,
} from './exercise-names'
import { ClaimId, Day, Id, ReferenceId } from './id'
import { PoseScript } from './pose'

export { SAFETY_COLUMNS, SAFETY_FLAGS } from './exercise-names'

const Text = z.string().trim().min(1)

export const ExercisePosition = z.enum(EXERCISE_POSITIONS)
export type ExercisePosition = z.infer<typeof ExercisePosition>

export const ExerciseLink = z.enum(EXERCISE_LINKS)
export type ExerciseLink = z.infer<typeof ExerciseLink>

export const ExerciseProp = z.enum(EXERCISE_PROPS)
export type ExerciseProp = z.infer<typeof ExerciseProp>

export const SafetyColumn = z.enum(SAFETY_COLUMNS)
export type SafetyColumn = z.infer<typeof SafetyColumn>

export const SafetyFlag = z.enum(SAFETY_FLAGS)
export type SafetyFlag = z.infer<typeof SafetyFlag>

/** What may be true of a person and bears on exercises. */
export type SafetySign = SafetyColumn | SafetyFlag

/** yes: as it is; change: the easier version with its caution; no: leave it out. */
export const SafetyVerdict = z.enum(['yes', 'change', 'no'])
export type SafetyVerdict = z.infer<typeof SafetyVerdict>

/** A number, or a range of numbers; a single number is a range of itself. */
export const Amount = z.union([
  z
    .number()
    .positive()
    .transform((number) => ({ min: number, max: number })),
  z.strictObject({ min: z.number().positive(), max: z.number().positive() }),
])
export type Amount = z.infer<typeof Amount>

const AMOUNTS = {
  /** How often it is done in a row. */
  reps: Amount.optional(),
  /** How often the row is done. */
  sets: Amount.optional(),
  /** Seconds that each repetition is held. */
  holdSeconds: Amount.optional(),
  /** Minutes without counting. */
  minutes: Amount.optional(),
  /** Seconds between two sets. */
  restSeconds: Amount.optional(),
}
/** The numbers of one movement; which of them it has depends on the movement. */
export const Amounts = z.strictObject(AMOUNTS)
export type Amounts = z.infer<typeof Amounts>

/** One movement of an exercise: most have one, a few have two or three in a row. */
export const DosePart = z.strictObject({
  /** Its name stands in the words under `parts`, where an exercise has more than one. */
  id: Id,
  ...AMOUNTS,
  /** Is a shorter hold just as good for those who cannot hold so long yet? */
  orLess: z.boolean().default(false),
  /**
   * Seconds into and out of the end position, for a guided version; between them it is held for
   * `holdSeconds`.
   */
  tempo: z.strictObject({ up: z.number().positive(), down: z.number().positive() }).optional(),
})
export type DosePart = z.infer<typeof DosePart>

/** How much and how often. */
export const Dose = z.strictObject({
  /** Is the dose adapted from the source? If not, it is common practice. */
  adapted: z.boolean().default(false),
  parts: z.array(DosePart).min(1).max(3),
  timesPerDay: Amount.default({ min: 1, max: 1 }),
  daysPerWeek: Amount,
  /** How a walk grows from week to week until it is long enough. */
  growth: z
    .strictObject({
      minutesPerWeek: Amount,
      upToMinutes: z.number().positive(),
      /** About how long that takes. */
      withinMonths: z.number().positive(),
    })
    .optional(),
})
export type Dose = z.infer<typeof Dose>

/** An easier or harder way: only what differs from the exercise itself stands here. */
export const ExerciseVariant = z.strictObject({
  position: ExercisePosition.optional(),
  props: z.array(ExerciseProp).optional(),
  /** Replaces the same numbers in each part. */
  dose: Amounts.optional(),
  /** Signs with which this way is left out though the exercise itself is fine. */
  notWith: z.array(SafetyColumn).default([]),
})
export type ExerciseVariant = z.infer<typeof ExerciseVariant>

/** `content/exercises/<id>.yaml`: an exercise without its words. */
export const Exercise = z.strictObject({
  /** The same as the name of the file. */
  id: Id,
  /** Its code in the catalogue, like X01; exercises are listed in the order of their codes. */
  code: z.string().regex(/^X\d\d$/, 'write the code as X and two digits, like X01'),
  position: ExercisePosition,
  /** The links that it serves, the main one first. */
  links: z.array(ExerciseLink).min(1),
  props: z.array(ExerciseProp).default([]),
  /** Both sides work at once, or each side has its turn and its own dose. */
  sides: z.enum(['both', 'each']),
  dose: Dose,
  easier: ExerciseVariant,
  /** None where only a therapist should make it harder. */
  harder: ExerciseVariant.optional(),
  safety: z.strictObject(
    Object.fromEntries(SAFETY_COLUMNS.map((column) => [column, SafetyVerdict])) as Record<
      SafetyColumn,
      typeof SafetyVerdict
    >,
  ),
  /** Questions outside the table whose Yes leaves the exercise out. */
  notWith: z.array(SafetyFlag).default([]),
  /** Further conditions with which nobody should do it; their words stand under `notFor`. */
  notFor: z.array(Id).default([]),
  /** May visitors see it? If not, a clinician of the site must switch it on first. */
  enabled: z.boolean().default(true),
  claims: z.array(ClaimId).min(1),
  /** Where the exercise and its dose come from. */
  references: z.array(ReferenceId).min(1),
  /** The day on which somebody last weighed it against its references. */
  reviewed: Day,
  /** How it looks, as poses; without them its page shows no picture. */
  poses: PoseScript.optional(),
})
export type Exercise = z.infer<typeof Exercise>

export type ExerciseVersion = (typeof EXERCISE_VERSIONS)[number]

const VariantWords = z.strictObject({
  /** What is different, in one or two short sentences. */
  text: Text,
  /** Needed where the position is another one; else the start of the exercise holds. */
  start: Text.optional(),
  /** Needed where the position is another one; else the steps of the exercise hold. */
  steps: z.array(Text).min(1).max(6).optional(),
})

/** The words of one exercise. Numbers of the dose never stand here: they come from the dose. */
export const WordsOfExercise = z.strictObject({
  name: Text,
  /** What it is good for, in one sentence. */
  purpose: Text,
  start: Text,
  /** One short sentence each, beginning with a verb. */
  steps: z.array(Text).min(2).max(6),
  /** The name of each part, where the exercise has more than one. */
  parts: z.record(Id, Text).optional(),
  easier: VariantWords,
  harder: VariantWords.optional(),
  /** When to stop this exercise, in one sentence. */
  stopIf: Text,
  /** Who should not do it, sentence by sentence: under a safety column, a flag, or an id of `notFor`. */
  notFor: z.record(z.string(), Text).default({}),
  /** Which version to do and why, for each safety column that says `change`. */
  cautions: z.partialRecord(SafetyColumn, Text).default({}),
})
export type WordsOfExercise = z.infer<typeof WordsOfExercise>

const named = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Text])) as Record<Name, typeof Text>)

const SignWords = z.strictObject({
  /** As an answer to "What should we leave out?". */
  name: Text,
  /** Stands beside an exercise that is left out for it. */
  leftOut: Text,
  /** Stands beside an exercise of which only the easier version is shown for it. */
  changed: Text.optional(),
  /** A full sentence for every exercise that is left out for it and has none of its own. */
  notFor: Text.optional(),
})

/** Words that make a sentence of a dose; ICU MessageFormat, filled in by dose-in-words. */
export const DoseWords = z.strictObject({
  /** `{min}` and `{max}`. */
  range: Text,
  /** A part with a name: `{name}`, `{dose}`. */
  part: Text,
  /** `{n}` as a number or range, `{max}` for the plural, `{sides}` both or each. */
  reps: Text,
  /** `{n}` and `{max}` for the sets, `{reps}` a number or range, `{sides}`. */
  sets: Text,
  /** `{n}`, `{max}`, `{orLess}` yes or no. */
  hold: Text,
  /** `{n}`, `{max}`, `{sides}`. */
  minutes: Text,
  /** `{n}`, `{max}`. */
  rest: Text,
  /** `{times}`, `{maxTimes}`, `{days}`, `{maxDays}`, `{minDays}`. */
  often: Text,
  /** `{minutes}` and `{max}` for what is added each week. */
  growthStep: Text,
  /** `{minutes}`, `{months}`. */
  growthEnd: Text,
  /** Says that the dose is adapted from its source. */
  adapted: Text,
  /** Says that the dose is common practice. */
  commonPractice: Text,
})
export type DoseWords = z.infer<typeof DoseWords>

/** `content/words/<language>/exercises.yaml`. */
export const ExerciseWords = z.strictObject({
  /** The question that asks for the signs, and what stands with it. */
  ask: z.strictObject({ title: Text, why: Text, none: Text }),
  signs: z.strictObject(
    Object.fromEntries(
      [...SAFETY_COLUMNS, ...SAFETY_FLAGS].map((sign) => [sign, SignWords]),
    ) as Record<SafetySign, typeof SignWords>,
  ),
  dose: DoseWords,
  positions: named(EXERCISE_POSITIONS),
  /** What an exercise helps, as a filter. */
  links: named(EXERCISE_LINKS),
  props: named(EXERCISE_PROPS),
  versions: named(EXERCISE_VERSIONS),
  /** What holds for every exercise. */
  rules: z.array(Text).min(2),
  /** Stands before the signs with which to stop at once. */
  stopLead: Text,
  stopSigns: z.array(Text).min(5),
  stopThen: Text,
  exercises: z.record(Id, WordsOfExercise),
})
export type ExerciseWords = z.infer<typeof ExerciseWords>
