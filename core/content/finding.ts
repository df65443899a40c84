import type { Draft } from './draft'
import { problemAt, type Part, type Telling } from './part'
import type { Problem } from './problem'

/** What a check tells. */
export interface Finding {
  problem: Problem
  /**
   * The slide, chapter, claim, reference or entry of a path that must leave the bundle for it,
   * or null: a sentence that is too long fails the check, but must not cost a clinic its slide.
   */
  spoils: object | null
}

/** What checks need besides the content. */
export interface Circumstances {
  /** Names of the files in `pictures/`. */
  pictures: ReadonlySet<string>
  /** The day of the check, as YYYY-MM-DD. */
  today: string
}

/** Looks at one thing that content must be; touches no disk, clock or network. */
export type Check = (draft: Draft, circumstances: Circumstances) => Iterable<Finding>

/** A finding at a part of the content; `spoils` what must leave the bundle, if anything. */
export const finding = (at: Part, telling: Telling, spoils: object | null = null): Finding => ({
  problem: problemAt(at, telling),
  spoils,
})
