import type { PoseWay } from '../figure/pose-script'
import type { Level } from '../schema/triage'

/*
 * What a sheet is made of. `said` holds the words of each language of the sheet, in their order;
 * all else is the same in every language.
 */

interface Block<Kind extends string, Said> {
  kind: Kind
  /** Unlike that of every other block of the sheet. */
  key: string
  said: readonly Said[]
}

/** Clinic, title, day, and a line for the name. */
export interface HeadBlock extends Block<
  'head',
  { title: string; date: string; name: string; logo: string; notReviewed: string | null }
> {
  clinic: { name: string; phone: string; hasLogo: boolean }
}

/** A heading that stays with what follows it. */
export type SectionBlock = Block<'section', { heading: string }>

/** What the questions of the kiosk led to. */
export interface LevelBlock extends Block<
  'level',
  {
    heading: string
    headline: string
    advice: readonly string[]
    desk: string
    told: { lead: string; reasons: readonly string[] } | null
    unsure: { lead: string; reasons: readonly string[] } | null
  }
> {
  level: Level
}

/** What holds for every exercise. */
export type RulesBlock = Block<
  'rules',
  {
    heading: string
    rules: readonly string[]
    stopLead: string
    stopSigns: readonly string[]
    stopThen: string
  }
>

/** One exercise with its pictures. */
export interface ExerciseBlock extends Block<
  'exercise',
  {
    heading: string
    /** Stands in place of the heading where the exercise goes on on the next page. */
    goesOn: string
    /** What is different where it is the easier or harder way. */
    way: Led | null
    start: string
    steps: readonly string[]
    howMuch: string
    dose: readonly string[]
    cautions: readonly string[]
    stopIf: Led
    /** What each picture shows, for those who cannot see it. */
    stills: readonly [string, string, string]
  }
> {
  id: string
  way: PoseWay
}

/** A grid to tick off days, a row for each exercise. */
export interface TicksBlock extends Block<
  'ticks',
  { heading: string; lead: string; day: string; names: readonly string[] }
> {
  /** The first and the last day and the rows (from, to) of each part of the grid. */
  parts: readonly {
    days: readonly string[]
    from: number
    to: number
  }[]
}

/** A relief card. */
export interface ReliefBlock extends Block<
  'relief',
  {
    heading: string
    goesOn: string
    howTo: readonly string[]
    howLong: string
    cautions: readonly string[]
    stopIf: Led
    notFor: { lead: string; texts: readonly string[] }
  }
> {
  id: string
}

/** Words in bold with what stands between them and the sentence after them. */
interface Led {
  lead: string
  text: string
}
/** A line of a list, and where it has one what leads in to it. */
export type Point = Led | { lead?: never; text: string }

/** What was seen in the story, in short. */
export type LearnedBlock = Block<'learned', { heading: string; points: readonly Point[] }>

/** What to ask at the next visit, and lines for more. */
export interface QuestionsBlock extends Block<
  'questions',
  { heading: string; points: readonly Point[]; own: string }
> {
  lines: number
}

/** The safety net, word for word. */
export type SafetyBlock = Block<
  'safety',
  { lead: string; signs: readonly string[]; call: string; crisis: string | null; more: string }
>

export type NoteBlock = Block<'note', { text: string }>

/** "Please come to the kiosk", for the desk. */
export type SlipBlock = Block<'slip', { heading: string; text: string }>

/** Versions, and that nothing was kept. */
export type ImprintBlock = Block<'imprint', { made: string; versions: string }>

export type HandoutBlock =
  | HeadBlock
  | SectionBlock
  | LevelBlock
  | RulesBlock
  | ExerciseBlock
  | TicksBlock
  | ReliefBlock
  | LearnedBlock
  | QuestionsBlock
  | SafetyBlock
  | NoteBlock
  | SlipBlock
  | ImprintBlock
