/** Every way in which content can be wrong; the code is stable, the words are for people. */
export const PROBLEM_CODES = [
  'folder-missing',
  'file-missing',
  'file-too-large',
  'nested-too-deep',
  'yaml-broken',
  'json-broken',
  'field-wrong',
  'field-unknown',
  'kind-unknown',
  'id-duplicate',
  'claim-unresolved',
  'reference-unresolved',
  'path-unresolved',
  'answer-unresolved',
  'flag-unresolved',
  'cause-unresolved',
  'tile-not-used',
  'rule-unreachable',
  'dose-without-numbers',
  'dose-said-twice',
  'picture-missing',
  'joint-out-of-range',
  'body-through-floor',
  'contact-lost',
  'pose-jumps',
  'prop-missing',
  'words-missing',
  'words-outdated',
  'words-not-used',
  'words-not-private',
  'words-unsafe',
  'message-broken',
  'words-too-many',
  'sentence-too-long',
  'words-too-hard',
  'evidence-missing',
  'review-overdue',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong with content: where it stands and what to do. */
export interface Problem {
  code: ProblemCode
  /** Path inside the pack, with forward slashes. */
  file: string
  /** Line in that file, from 1; 1 where the whole file is meant. */
  line: number
  /** The field, dotted, like chapters.0.slides.3.kind; empty where the whole file is meant. */
  field: string
  /** What is wrong, in one plain sentence. */
  message: string
  /** What to do, in one plain sentence that begins with a verb. */
  cure: string
  /** An error fails the check, a warning only is told; what leaves the bundle: see `Finding`. */
  severity: 'error' | 'warning'
}
