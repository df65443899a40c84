import { z } from 'zod'
import { FigurePart } from './figure'
import { ClaimId, Day, Id, ReferenceId } from './id'

const Text = z.string().trim().min(1).max(200, 'cut the text to 200 characters or less')

/**
 * What can bring about a change, each on the left and on the right. From the visitor: `flat` and
 * `high` foot, `tight-calf` and `insert` (0 to 1), `short-leg` and `lift` (mm). From other couplings,
 * in degrees: `heel-tilt`, inward positive, and `roll-in`, which is the inward part of it alone;
 * `shin-turn`; `pelvis-tilt` and `pelvis-drop`.
 */
export const ChainCause = z.enum([
  'flat',
  'high',
  'tight-calf',
  'insert',
  'short-leg',
  'lift',
  'heel-tilt',
  'roll-in',
  'shin-turn',
  'pelvis-tilt',
  'pelvis-drop',
])
export type ChainCause = z.infer<typeof ChainCause>

/**
 * What a coupling changes; degrees, but `short-leg` in mm and `step` in parts of a step. The pelvis
 * tips forward by the larger amount of the two sides, and sideways by their difference.
 */
export const ChainEffect = z.enum([
  'heel-tilt',
  'shin-turn',
  'thigh-turn',
  'knee-in',
  'pelvis-tilt',
  'pelvis-drop',
  'back-arch',
  'back-bend',
  'ankle-stop',
  'heel-rise',
  'knee-bend',
  'step',
  'short-leg',
])
export type ChainEffect = z.infer<typeof ChainEffect>

const coupling = {
  id: Id,
  cause: ChainCause,
  effect: ChainEffect,
  /** Where on the body it begins and ends. */
  from: FigurePart,
  to: FigurePart,
  /** Effect per unit of the cause, in a living body. */
  gain: z.number(),
  unit: z.enum(['degrees', 'mm', 'part']),
  /** How much larger the picture shows it, so that it can be seen from two steps away. */
  drawn: z.number().min(1).max(4).default(1),
}

/** One link of the chain between foot and back. */
export const Coupling = z.discriminatedUnion('size', [
  /** Its size was measured: the source gives the number, the claim weighs it. */
  z.strictObject({
    ...coupling,
    size: z.literal('measured'),
    source: ReferenceId,
    claim: ClaimId,
  }),
  /** Its size follows from the others: feet on the floor, trunk upright. The claim weighs if it is so. */
  z.strictObject({ ...coupling, size: z.literal('follows'), claim: ClaimId }),
  /** Nobody measured its size: it is an idea, modest, and cites nothing. */
  z.strictObject({ ...coupling, size: z.literal('illustrative') }),
])
export type Coupling = z.infer<typeof Coupling>

/** `content/chain.yaml`: how much of what a foot does may reach the back. */
export const Chain = z.strictObject({
  /** The day on which somebody last weighed the sizes against their sources. */
  reviewed: Day,
  /** From the foot up. A coupling stands after those that bring about its cause. */
  couplings: z.array(Coupling).min(1),
})
export type Chain = z.infer<typeof Chain>

/** `content/words/<language>/chain.yaml`: one short sentence for each coupling, by its id. */
export const ChainWords = z.record(
  Id,
  z.strictObject({
    /** Beside the part on the figure; one to four words. */
    label: Text,
    /**
     * One sentence. ICU MessageFormat with `{way}`, which is back where the change is negative, and
     * `{n}`, its size in a living body as a whole number.
     */
    says: Text,
  }),
)
export type ChainWords = z.infer<typeof ChainWords>

/** What a visitor does to the feet and legs of the figure. */
export interface ChainInput {
  /** The arch of each foot: -1 flat, 0 neutral, 1 high. */
  readonly arch: { readonly left: number; readonly right: number }
  /** From 0 (loose) to 1 (tight). */
  readonly tightCalf: number
  /** How much shorter the right leg is, in mm from -20 to 20; negative where the left one is. */
  readonly legLengthDifference: number
  /** An insert in both shoes: 0 none, 1 whole. */
  readonly insert: number
  /** Height of a lift under the heel of the shorter leg, in mm from 0 to 20. */
  readonly heelLift: number
}
