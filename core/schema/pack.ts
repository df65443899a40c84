import { z } from 'zod'
import { Chain, ChainWords } from './chain'
import { Claim, Reference } from './evidence'
import { Exercise, ExerciseWords } from './exercise'
import { ExerciseSafety } from './exercise-safety'
import { HandoutWords } from './handout-words'
import { Day, Id, LanguageTag } from './id'
import { ReliefCard, ReliefWords } from './relief'
import { Story } from './story'
import { StaffWords } from './staff-words'
import { RuleSet, TriageScreens, TriageWords } from './triage'
import { ClaimWords, SafetyNetWords, ScreenWords, StoryWords } from './words'

/** The version of this schema that the program reads. */
export const PACK_SCHEMA = 1

/** `pack.yaml`: what a folder of content says about itself. Built-in content is the first pack. */
export const Manifest = z.strictObject({
  id: Id,
  schema: z.literal(PACK_SCHEMA),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'write the version as 1.0.0'),
  story: Id,
  /** The language in which the content was written first. */
  source: LanguageTag,
  /** The day by which somebody must weigh the content again. */
  reviewBy: Day,
})
export type Manifest = z.infer<typeof Manifest>

/** `content/words/<language>/language.yaml`: the language itself. */
export const Language = z.strictObject({
  tag: LanguageTag,
  /** As its speakers write it, like Español. */
  name: z.string().min(1),
  direction: z.enum(['ltr', 'rtl']),
  /** Has a clinician who speaks it approved these words? */
  clinicallyReviewed: z.boolean(),
})
export type Language = z.infer<typeof Language>

/** A language as visitors are offered it, and with what it invites them. */
export const OfferedLanguage = Language.extend({ invitation: z.array(z.string()).min(1) })
export type OfferedLanguage = z.infer<typeof OfferedLanguage>

/** All words of one language. */
export const Words = z.strictObject({
  language: Language,
  /**
   * Paths of what stands in the language of the pack because this one lacks it or has it broken,
   * like story.slides.roll-in; empty where the words are whole.
   */
  fallback: z.array(z.string()),
  story: StoryWords,
  claims: ClaimWords,
  safetyNet: SafetyNetWords,
  screens: ScreenWords,
  /** Missing where the pack brings no triage, or where these words are not whole. */
  triage: TriageWords.optional(),
  /** Missing where the pack brings no exercises, or where these words are not whole. */
  exercises: ExerciseWords.optional(),
  /** Missing where the pack brings no relief cards, or where these words are not whole. */
  relief: ReliefWords.optional(),
  /** Missing where the pack brings no chain, or where these words are not whole. */
  chain: ChainWords.optional(),
  /** Missing where these words are not whole: then no handout is made in this language. */
  handout: HandoutWords.optional(),
  /** Missing where a language has none: staff then read the words of the source language. */
  staff: StaffWords.optional(),
})
export type Words = z.infer<typeof Words>

/** What the compiler makes of a pack and the screens read: whole, sound, and frozen. */
export const Bundle = z.strictObject({
  manifest: Manifest,
  story: Story,
  claims: z.record(z.string(), Claim),
  references: z.record(z.string(), Reference),
  words: z.record(LanguageTag, Words),
  /** By id, in the order of their codes; none where the pack brings none. */
  exercises: z.record(Id, Exercise),
  /** By id, in the order written. */
  relief: z.record(Id, ReliefCard),
  /** Whole and sound, or not there: then the door says how to ask the staff. Never a part of it. */
  triage: z
    .strictObject({ screens: TriageScreens, ruleSet: RuleSet, exerciseSafety: ExerciseSafety })
    .optional(),
  /** Whole and sound, or not there: then there is no explorer. */
  chain: Chain.optional(),
})
export type Bundle = z.infer<typeof Bundle>
