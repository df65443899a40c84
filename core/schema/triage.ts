import { z } from 'zod'
import { Day, Id, ReferenceId } from './id'
import type { LEVELS } from './triage-names'
import { AGE_BANDS, REGIONS } from './triage-names'

export { AGE_BANDS, LEVELS, REGIONS } from './triage-names'

const Text = z.string().trim().min(1)

export type Level = (typeof LEVELS)[number]

/** The age of the person who hurts: a band, or "unsaid" for "prefer not to say". */
export const Age = z.enum([...AGE_BANDS, 'unsaid'])
export type Age = z.infer<typeof Age>

export const Region = z.enum(REGIONS)
export type Region = z.infer<typeof Region>

/** What can be said to a tile. */
export const Answer = z.enum(['yes', 'no', 'not-sure'])
export type Answer = z.infer<typeof Answer>

/** Everything that was said so far. What is not there was not answered yet. */
export interface Answers {
  age?: Age
  /** The regions tapped; an empty list is "not sure where". */
  region?: readonly Region[]
  /** By the id of the tile, or of the gate of a screen. */
  tiles: Readonly<Record<string, Answer>>
}

/** Ids of tiles, like E1, V3x or C-cancer. */
export const TileId = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*(-[a-z]+)?$/, 'write the id of the tile like E1, V3x or C-cancer')

/** A flag: a tile, the gate of a screen, a region, an age flag, or a derived flag. */
export const Flag = z
  .string()
  .regex(
    /^[A-Za-z0-9]+(-[a-z0-9]+)*$/,
    'name one flag, like E1 or fragile; a rule only says what is there, never what is not',
  )

/** An "or" of "and"s of flags. There is no "not", so that one more yes can never lower urgency. */
export const When = z.array(z.array(Flag).min(1)).min(1)
export type When = z.infer<typeof When>

/** Something that one taps if it is so. */
export const Tile = z.strictObject({
  id: TileId,
  /** Its words stand on the question card and nowhere else. */
  private: z.boolean().default(false),
  /** It is asked only of somebody who hurts in one of these. */
  regions: z.array(Region).min(1).optional(),
  /** A drawing in `pictures/` for what words say badly; it stands with "What does this mean?". */
  picture: z
    .string()
    .regex(/^[a-z0-9-]+\.svg$/, 'name a drawing like swollen-calf.svg')
    .optional(),
})
export type Tile = z.infer<typeof Tile>

/** One screen of questions. */
export const TriageScreen = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'write the id of the screen like S1'),
  /** What is asked here: the age, the region, or tiles. */
  asks: z.enum(['age', 'region', 'tiles']).default('tiles'),
  /** A question before the tiles; after a clear No they are not asked. It is a flag as well. */
  gate: Id.optional(),
  tiles: z.array(Tile).default([]),
  /** The screen is asked only if one of these flags of earlier screens is set. */
  askIf: z.array(Flag).min(1).optional(),
  /** It comes right after the screen whose answer opens it, and not in its place in the list. */
  atOnce: z.boolean().default(false),
})
export type TriageScreen = z.infer<typeof TriageScreen>

/** `content/triage/screens.yaml`: what is asked, and in which order. */
export const TriageScreens = z.strictObject({
  /** The flags that each age band sets; an age that is not known sets them all. */
  ages: z.array(z.strictObject({ id: z.enum(AGE_BANDS), sets: z.array(Flag) })),
  screens: z.array(TriageScreen).min(1),
})
export type TriageScreens = z.infer<typeof TriageScreens>

/**
 * Where a rule comes from. `checked` is true where somebody compared the rule with the published
 * abstract, page or full text, and false where it was written from memory.
 */
export const Source = z.union([
  z.strictObject({ reference: ReferenceId, checked: z.boolean() }),
  z.strictObject({
    /** A source that has no entry in references.json, in a few words. */
    note: Text,
    checked: z.boolean(),
  }),
])
export type Source = z.infer<typeof Source>

const rule = {
  /** The id of its row: a tile, with a, b, c where the row has several rules. */
  id: z.string().regex(/^[A-Z][A-Za-z0-9]*(-[a-z]+)?$/, 'write the id of the rule like V2a'),
  when: When,
  /** The words that tell why, under `says` in the words of each language. */
  says: Id,
  /** The day on which somebody last weighed the rule against its sources. */
  reviewed: Day,
  sources: z.array(Source).min(1),
}

/** One rule: where its flags are set, the result is at least this urgent. */
export const Rule = z.discriminatedUnion('level', [
  z.strictObject({ ...rule, level: z.literal(1), withinDays: z.null().default(null) }),
  z.strictObject({ ...rule, level: z.literal(2), withinDays: z.null().default(null) }),
  z.strictObject({ ...rule, level: z.literal(3), withinDays: z.literal([3, 14]) }),
])
export type Rule = z.infer<typeof Rule>

/** A name for flags that several rules share, set before the rules are looked at. */
export const DerivedFlag = z.strictObject({
  flag: Flag,
  when: When,
  sources: z.array(Source).min(1),
})
export type DerivedFlag = z.infer<typeof DerivedFlag>

/** `content/triage/rules.yaml`: what the answers lead to. */
export const RuleSet = z.strictObject({
  id: Id,
  /** Is printed with every result. */
  version: z.string().regex(/^\d+\.\d+$/, "write the version in quotes, like '1.0'"),
  reviewed: Day,
  /** Has a licensed clinician signed this version for use with patients? */
  clinicallyReviewed: z.boolean(),
  /** The fixed advice of each level, by keys that the words have under `advice`. */
  advice: z.strictObject({
    '1': z.array(Id).min(1),
    '2': z.array(Id).min(1),
    '3': z.array(Id).min(1),
    '4': z.array(Id).min(1),
  }),
  derived: z.array(DerivedFlag),
  rules: z.array(Rule).min(1),
})
export type RuleSet = z.infer<typeof RuleSet>

/** What the answers lead to. */
export interface Disposition {
  level: Level
  /** Days within which to be seen: 3 or 14 at level 3, the shortest of its rules; else null. */
  withinDays: 3 | 14 | null
  /** Ids of the rules that decide the level, in the order of the table; none at level 4. */
  rules: readonly string[]
  /** All rules that fire, also those of less urgent levels, in the order of the table. */
  fired: readonly Rule[]
  /** Keys of the fixed advice of the level. */
  advice: readonly string[]
  /** Version of the rules. */
  ruleSet: string
}

const LevelWords = z.strictObject({
  /** What the level is called, on screen and on paper. */
  name: Text,
  /** What to do, large. ICU MessageFormat with {emergencyNumber} and {withinDays}. */
  headline: Text,
  timeFrame: Text,
  /** What one can say at the desk. */
  desk: Text,
})

/** `content/words/<language>/triage.yaml`. */
export const TriageWords = z.strictObject({
  screens: z.record(
    z.string(),
    z.strictObject({
      heading: Text,
      lead: Text.optional(),
      /** Stands above the private tiles of the screen alone. */
      privateLead: Text.optional(),
    }),
  ),
  ages: z.record(Age, Text),
  regions: z.record(z.enum([...REGIONS, 'unknown']), Text),
  tiles: z.record(
    z.string(),
    z.strictObject({
      /** The words on the tile. */
      ask: Text,
      /** "What does this mean?" */
      help: Text,
      /** How a result names it after "You told us:"; a private tile has none. */
      told: Text.optional(),
      /** What its picture shows, for those who cannot see it; only where it has one. */
      picture: Text.optional(),
    }),
  ),
  /** How a result names an age flag, or that the age was not said. */
  toldAge: z.record(z.string(), Text),
  says: z.record(Id, Text),
  levels: z.strictObject({
    '1': LevelWords.extend({
      /** Stands in place of the headline where the level rests on "not sure" alone. */
      headlineUnsure: Text,
    }),
    '2': LevelWords,
    '3': LevelWords,
    '4': LevelWords,
  }),
  advice: z.record(Id, Text),
  answers: z.strictObject({ yes: Text, no: Text, notSure: Text, none: Text, help: Text }),
  why: z.strictObject({
    told: Text,
    unsure: Text,
    /** Names every private tile alike. */
    privateSign: Text,
    /** Stands for what is not listed: `{n}`. */
    more: Text,
  }),
  /** The screens themselves. */
  ui: z.strictObject({
    /** Stands under the door on the home screen. */
    doorHint: Text,
    title: Text,
    /** What this is. */
    what: Text,
    /** What it is not. */
    whatNot: Text,
    kept: Text,
    /** Opens the danger signs. */
    signs: Text,
    /** ICU MessageFormat with {n} and {total}. */
    progress: Text,
    back: Text,
    next: Text,
    startOver: Text,
    /** What the body map shows, for those who cannot see it. */
    map: Text,
    moreThanOne: Text,
    moreThanOneHint: Text,
    /** Stands above the places once more than one may be touched. */
    touchEach: Text,
    /** Stand above the tiles of a question that needs more than one page: `{n}`. */
    moreOfThis: Text,
    lastOfThis: Text,
    answerEach: Text,
    /** Names the card with the private tiles, for those who cannot see it; it tells no subject. */
    privateCard: Text,
    hide: Text,
    show: Text,
    hidden: Text,
    tellStaff: Text,
    tellStaffChosen: Text,
    closeHelp: Text,
    moreHelp: Text,
    earlierHelp: Text,
    /** Stands above what to say at the desk in the language of the clinic. */
    forStaff: Text,
    print: Text,
    exercises: Text,
    /** Turns the pages of a result where large letters need two. */
    resultMore: Text,
    resultEarlier: Text,
    /** Says that the answers are changed by going back. */
    change: Text,
  }),
  /** What a result does to the exercises. ICU MessageFormat. */
  exercises: z.strictObject({
    /** At level 1 and 2. */
    none: Text,
    /** At level 3 and 4 where somebody must see the limb first. */
    noneWith: Text,
    gentle: Text,
    /** Beside an exercise that the answers leave out. */
    leftOut: Text,
    /** On a sign that the answers set and that nobody can take away. */
    fromAnswers: Text,
    /** Leads back to the result. */
    seeResult: Text,
    /** What was chosen and is not on the sheet any more: `{n}`. */
    withheld: Text,
  }),
  /** What staff are told before they switch the questions on. ICU MessageFormat. */
  staff: z.strictObject({
    notSigned: Text,
    signed: Text,
    /** `{unchecked}`, `{sources}`. */
    unchecked: Text,
    /** `{rules}`: how many rest on such sources alone. */
    rulesUnchecked: Text,
    device: Text,
    /** What happens where it is off. */
    off: Text,
  }),
})
export type TriageWords = z.infer<typeof TriageWords>
