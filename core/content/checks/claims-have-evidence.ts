import { EVIDENCE_STRENGTHS } from '../../schema/names'
import { slidesOf } from '../draft'
import { finding, type Check } from '../finding'
import { below } from '../part'

/** Slides that say nothing about health which a claim must bear out. */
const KINDS_WITHOUT_CLAIMS: ReadonlySet<string> = new Set(['title', 'danger'])

/** What a visitor is told rests on a claim, and each claim on a strength and a reference. */
export const claimsHaveEvidence: Check = function* (draft) {
  for (const slide of slidesOf(draft)) {
    if (!slide.value || slide.value.claims.length > 0) continue
    if (KINDS_WITHOUT_CLAIMS.has(slide.value.kind)) continue
    const telling = {
      code: 'evidence-missing',
      message: `The slide "${slide.id}" says something about health and names no claim.`,
      cure: 'Name under "claims" the claims of claims.yaml that bear it out.',
    } as const
    yield finding(below(slide.at, 'claims'), telling, slide)
  }
  for (const claim of draft.claims ?? []) {
    if (!claim.value) continue
    if (claim.value.references.length === 0) {
      const telling = {
        code: 'evidence-missing',
        message: `The claim ${claim.id} names no reference.`,
        cure: 'Name under "references" at least one entry of references.json, or delete the claim.',
      } as const
      yield finding(below(claim.at, 'references'), telling, claim)
    }
    if (claim.value.strength === undefined) {
      const telling = {
        code: 'evidence-missing',
        message: `The claim ${claim.id} does not say how strong its evidence is.`,
        cure: `Add "strength" with one of ${EVIDENCE_STRENGTHS.join(', ')}.`,
      } as const
      yield finding(below(claim.at, 'strength'), telling, claim)
    }
  }
}
