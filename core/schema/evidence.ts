import { z } from 'zod'
import { ClaimId, Day, ReferenceId } from './id'
import { EVIDENCE_STRENGTHS } from './names'

/** How sure research is, from the surest to the least sure. */
export const EvidenceStrength = z.enum(EVIDENCE_STRENGTHS)
export type EvidenceStrength = z.infer<typeof EvidenceStrength>

/** `content/claims.yaml`: what is claimed, how sure it is, and by which references. */
export const Claim = z.strictObject({
  id: ClaimId,
  strength: EvidenceStrength,
  references: z.array(ReferenceId).min(1),
  /** The day on which somebody last weighed the claim against its references. */
  reviewed: Day,
})
export type Claim = z.infer<typeof Claim>
export const Claims = z.array(Claim).min(1)

const CslName = z.union([
  z.object({ family: z.string(), given: z.string().optional() }),
  z.object({ literal: z.string() }),
])

/** One entry of `content/references.json`, in CSL-JSON. */
export const Reference = z.object({
  id: ReferenceId,
  type: z.string(),
  title: z.string(),
  author: z.array(CslName).min(1),
  issued: z.object({ 'date-parts': z.array(z.array(z.number().int()).min(1)).min(1) }),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  volume: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  number: z.string().optional(),
  custom: z.strictObject({
    /** Has somebody compared the claim with the published abstract, page or full text? */
    checked: z.boolean(),
  }),
})
export type Reference = z.infer<typeof Reference>
export const References = z.array(Reference).min(1)
