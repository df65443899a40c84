import type { ClinicOnPaper } from './handout/build-sheets'
import type { HandoutRequest } from './schema/handout'
import type { Bundle } from './schema/pack'

export type Paper = HandoutRequest['paper']

/** One thing to put on paper. */
export type PaperJob =
  | { kind: 'handout'; request: HandoutRequest }
  /** "Please come to the kiosk", for the printer of the desk. */
  | { kind: 'slip'; paper: Paper }

/** What the page of the paper knows before there is anything to print. */
export interface PaperStock {
  bundle: Bundle
  clinic: ClinicOnPaper
}

/** What the page of the paper may ask its window. It is no part of the kiosk's bridge. */
export interface PaperBridge {
  load: () => Promise<PaperStock>
  /** Waits for the next job. */
  next: () => Promise<PaperJob>
  /** The sheets stand on the page, so many of them. */
  done: (pages: number) => Promise<void>
  /** Something broke; nobody need wait for the sheets. */
  failed: () => Promise<void>
}
