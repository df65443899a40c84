import type { Check } from '../finding'
import { claimsHaveEvidence } from './claims-have-evidence'
import { idsAreUnique } from './ids-are-unique'
import { linksResolve } from './links-resolve'
import { messagesParse } from './messages-parse'
import { picturesExist } from './pictures-exist'
import { reviewIsDue } from './review-is-due'
import { wordsAreComplete } from './words-are-complete'
import { wordsFit } from './words-fit'
import { wordsReadEasily } from './words-read-easily'

/** Everything that content must be besides fitting its schema. */
export const CHECKS: readonly Check[] = [
  idsAreUnique,
  linksResolve,
  claimsHaveEvidence,
  picturesExist,
  wordsAreComplete,
  messagesParse,
  wordsFit,
  wordsReadEasily,
  reviewIsDue,
]
