import type { Check } from '../finding'
import { chainIsWhole } from './chain-is-whole'
import { chainReadsEasily } from './chain-reads-easily'
import { claimsHaveEvidence } from './claims-have-evidence'
import { exercisesFillInNumbers } from './exercises-fill-in-numbers'
import { exercisesHaveDose } from './exercises-have-dose'
import { exercisesHaveWords } from './exercises-have-words'
import { exercisesReadEasily } from './exercises-read-easily'
import { handoutIsWhole } from './handout-is-whole'
import { idsAreUnique } from './ids-are-unique'
import { linksResolve } from './links-resolve'
import { messagesParse } from './messages-parse'
import { picturesExist } from './pictures-exist'
import { posesAreLegal } from './poses-are-legal'
import { reviewIsDue } from './review-is-due'
import { staffWordsReadEasily } from './staff-words-read-easily'
import { translationsAreShort } from './translations-are-short'
import { triageFlagsResolve } from './triage-flags-resolve'
import { triageRulesAreReachable } from './triage-rules-are-reachable'
import { triageWordsAreComplete } from './triage-words-are-complete'
import { triageWordsReadEasily } from './triage-words-read-easily'
import { wordsAreCalm } from './words-are-calm'
import { wordsAreComplete } from './words-are-complete'
import { wordsFit } from './words-fit'
import { wordsReadEasily } from './words-read-easily'

/** What must hold for a thing to be shown; whatever breaks one of these leaves the bundle. */
export const CHECKS_OF_STRUCTURE: readonly Check[] = [
  idsAreUnique,
  linksResolve,
  claimsHaveEvidence,
  picturesExist,
  wordsAreComplete,
  messagesParse,
  exercisesHaveDose,
  exercisesHaveWords,
  exercisesFillInNumbers,
  triageFlagsResolve,
  triageRulesAreReachable,
  triageWordsAreComplete,
  chainIsWhole,
  handoutIsWhole,
]

/** How well content is written and kept; nothing leaves the bundle for these. */
export const CHECKS_OF_WRITING: readonly Check[] = [
  wordsFit,
  wordsReadEasily,
  exercisesReadEasily,
  triageWordsReadEasily,
  wordsAreCalm,
  chainReadsEasily,
  staffWordsReadEasily,
  translationsAreShort,
  posesAreLegal,
  reviewIsDue,
]

/** Everything that content must be besides fitting its schema. */
export const CHECKS: readonly Check[] = [...CHECKS_OF_STRUCTURE, ...CHECKS_OF_WRITING]
