import { z } from 'zod'
import { Claim, EvidenceStrength, type Reference } from '../schema/evidence'
import { ReferenceId } from '../schema/id'
import type { HandoutWords } from '../schema/handout-words'
import type { Language, Manifest } from '../schema/pack'
import type { Slide } from '../schema/story'
import type { SafetyNetWords, ScreenWords, SlideWords, StoryWords } from '../schema/words'
import type { StaffWords } from '../schema/staff-words'
import type { Part } from './part'
import type { DraftChain } from './read-chain'
import type { DraftExercises } from './read-exercises'
import type { DraftTriage } from './read-triage'

/** A thing as it stands in its file; the value is null where its schema refused it. */
export interface Drafted<Value> {
  /** As written; empty where there is none. */
  id: string
  at: Part
  value: Value | null
}

/** A claim that may still lack its evidence: checks/claims-have-evidence tells what is missing. */
export const DraftClaim = Claim.extend({
  strength: EvidenceStrength.optional(),
  references: z.array(ReferenceId).default([]),
})
export type DraftClaim = z.infer<typeof DraftClaim>

export type DraftSlide = Drafted<Slide>
/** A chapter around its slides; its value is its id. */
export interface DraftChapter extends Drafted<string> {
  slides: DraftSlide[]
}
export interface DraftStory {
  id: string
  at: Part
  chapters: DraftChapter[]
  /** Each slide that a path names, in order. */
  paths: { '2': Drafted<string>[]; '5': Drafted<string>[] }
}

/** The words of one language; a file that could not be read leaves its field null. */
export interface DraftWords {
  tag: string
  language: Drafted<Language> | null
  story: {
    /** Where words for a chapter or slide that has none would stand. */
    at: Part
    chapters: ReadonlyMap<string, Drafted<StoryWords['chapters'][string]>>
    slides: ReadonlyMap<string, Drafted<SlideWords>>
  } | null
  claims: {
    at: Part
    byId: ReadonlyMap<string, Drafted<{ claim: string; howSure: string }>>
  } | null
  safetyNet: Drafted<SafetyNetWords> | null
  screens: Drafted<ScreenWords> | null
  /** Null as well where there is no such file: then no handout is made in this language. */
  handout: Drafted<HandoutWords> | null
}

/** A translation: whole, because what it lacks stands in the language of the pack. */
export interface DraftTranslation extends DraftWords {
  /** Paths of what stands in the language of the pack, like story.slides.roll-in. */
  fallback: readonly string[]
}

/**
 * A pack after reading and before checking: everything that is written, sound or not, and where
 * it stands. A list is null where its file could not be read, so that nobody is told of broken
 * links to it a hundred times.
 */
export interface Draft {
  manifest: { at: Part; value: Manifest }
  story: DraftStory | null
  claims: Drafted<DraftClaim>[] | null
  references: Drafted<Reference>[] | null
  /** Null where the pack brings none. */
  triage: DraftTriage | null
  exercises: DraftExercises
  /** Null where the pack brings none. */
  chain: DraftChain | null
  /** What staff read, by language; a language without is not in it. */
  staff: ReadonlyMap<string, Drafted<StaffWords>>
  /** The language in which the pack was written. */
  words: DraftWords
  translations: DraftTranslation[]
}

/** All slides of the story, in order. */
export const slidesOf = (draft: Draft): DraftSlide[] =>
  draft.story?.chapters.flatMap(({ slides }) => slides) ?? []
