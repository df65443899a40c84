import { computed, type ComputedRef } from 'vue'
import { cite } from '../../core/content/cite'
import type { EvidenceStrength } from '../../core/schema/evidence'
import { EVIDENCE_STRENGTHS } from '../../core/schema/names'
import { useContentStore, type OtherLanguage } from '../stores/content'

/** A claim as the evidence card shows it. */
export interface ShownClaim {
  id: string
  claim: string
  howSure: string
  strength: EvidenceStrength
  /** Citations, ready to read. */
  references: string[]
  /** What these are written in. */
  languageOfReferences: string
  /** How the claim must be marked where it stands in another language than the screen. */
  otherLanguage: OtherLanguage | undefined
}

export interface ShownClaims {
  claims: ComputedRef<ShownClaim[]>
  /** As sure as the least sure of the claims; undefined where there are none. */
  strength: ComputedRef<EvidenceStrength | undefined>
}

/** The claims with these ids, in the visitor's words. */
export function useShownClaims(ids: () => readonly string[]): ShownClaims {
  const content = useContentStore()
  const claims = computed(() =>
    ids().map((id): ShownClaim => {
      const { strength, references } = content.claim(id)
      const said = content.words.claims[id]
      const { others } = content.words.screens.evidence
      return {
        id,
        strength,
        otherLanguage: content.otherLanguage(`claims.${id}`),
        claim: said?.claim ?? '',
        howSure: said?.howSure ?? '',
        references: references.map((key) => cite(content.reference(key), others)),
        languageOfReferences: content.languageOfReferences,
      }
    }),
  )
  const strength = computed(() =>
    EVIDENCE_STRENGTHS.findLast((some) => claims.value.some((claim) => claim.strength === some)),
  )
  return { claims, strength }
}
