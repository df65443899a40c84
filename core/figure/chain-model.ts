import type { Chain, ChainCause, ChainEffect, ChainInput, Coupling } from '../schema/chain'
import type { EvidenceStrength } from '../schema/evidence'
import type { FigurePart } from '../schema/figure'
import { FIGURE_PARTS } from '../schema/figure-names'
import { SIDES } from './skeleton'
import type { Pose, Side } from './skeleton'
import { standingBody } from './chain-body'
import type { BodyChange } from './stand-on-floor'

/** One link of the chain that is at work. */
export interface ChainLink {
  /** The id of its coupling; its words stand under the same id. */
  readonly id: string
  readonly from: FigurePart
  readonly to: FigurePart
  /** The foot or leg from which it comes, or both. */
  readonly side: Side | 'both'
  /** Its size in a living body, in `unit`; that of the larger side where the sides differ. */
  readonly change: number
  readonly unit: Coupling['unit']
  /** How sure research is; null where nobody measured it. */
  readonly strength: EvidenceStrength | null
  readonly isIllustrative: boolean
  readonly claim: string | null
}

export interface ChainState {
  /** The pose of a body that stands on both feet. */
  readonly angles: Pose
  /** From the foot up. */
  readonly links: readonly ChainLink[]
}

/** How sure research is of a claim, by its id. */
export type StrengthOf = (claim: string) => EvidenceStrength | null

/** Nothing is done to feet and legs. */
export const NEUTRAL_INPUT: ChainInput = {
  arch: { left: 0, right: 0 },
  tightCalf: 0,
  legLengthDifference: 0,
  insert: 0,
  heelLift: 0,
}

/** How far legs may differ and how high a lift may be, in mm. */
export const MOST_MM = 20

/**
 * What a foot does to the body above it.
 *
 * `chain` tells how strong each coupling is, `strengthOf` how sure research is of a claim. Input
 * beyond its range counts as the end of the range. Links carry the sizes of a living body, `angles`
 * those of the picture, which shows small changes larger. It is an illustration and no measurement:
 * every number and its source stand in `content/chain.yaml`.
 */
export const chainOf = (input: ChainInput, chain: Chain, strengthOf: StrengthOf): ChainState => ({
  angles: standingBody(bodyChange(input, chain), 'adult').pose,
  links: linksOf(input, chain, strengthOf),
})

/** The links of the chain that are at work, from the foot up; see `chainOf`. */
export function linksOf(
  input: ChainInput,
  chain: Chain,
  strengthOf: StrengthOf,
): readonly ChainLink[] {
  const links = worked(input, chain.couplings).flatMap(({ coupling, amount }): ChainLink[] => {
    const change = inOne(coupling.effect, amount)
    if (Math.abs(change) < 1e-9) return []
    const claim = coupling.size === 'illustrative' ? null : coupling.claim
    return [
      {
        id: coupling.id,
        from: coupling.from,
        to: coupling.to,
        side: sideOf(amount),
        change,
        unit: coupling.unit,
        strength: claim === null ? null : strengthOf(claim),
        isIllustrative: coupling.size === 'illustrative',
        claim,
      },
    ]
  })
  const height = ({ to }: ChainLink): number => FIGURE_PARTS.indexOf(to)
  return links.sort((one, other) => height(one) - height(other))
}

/** What the picture of a body does; without a chain, its feet and legs change and nothing follows. */
export function bodyChange(input: ChainInput, chain: Chain | null): BodyChange {
  const all = worked(input, chain?.couplings ?? [])
  const drawn = (effect: ChainEffect): BySide =>
    all
      .filter(({ coupling }) => coupling.effect === effect)
      .reduce(
        (sum, { coupling, amount }) => bySide((side) => sum[side] + coupling.drawn * amount[side]),
        NOTHING,
      )
  const whole = (effect: ChainEffect): number => inOne(effect, drawn(effect))
  const [heelTilt, shinTurn, thighTurn, kneeIn] = [
    drawn('heel-tilt'),
    drawn('shin-turn'),
    drawn('thigh-turn'),
    drawn('knee-in'),
  ]
  const [bare, causes] = [worked({ ...input, insert: 0 }, chain?.couplings ?? []), causesOf(input)]
  const tilt = (list: readonly Worked[], side: Side): number =>
    list
      .filter(({ coupling }) => coupling.effect === 'heel-tilt')
      .reduce((sum, { amount }) => sum + amount[side], 0)
  const leg = (side: Side): BodyChange['legs'][Side] => {
    const without = tilt(bare, side)
    // An insert lifts the arch by the same share by which it turns the heel back.
    const share = without === 0 ? 1 : tilt(all, side) / without
    return {
      heelTilt: heelTilt[side],
      shinTurn: shinTurn[side],
      thighTurn: thighTurn[side],
      kneeIn: kneeIn[side],
      archDrop: (causes.flat[side] - causes.high[side]) * share,
      shorter: causes['short-leg'][side],
      lift: causes.lift[side],
    }
  }
  return {
    legs: { left: leg('left'), right: leg('right') },
    pelvisTilt: whole('pelvis-tilt'),
    pelvisDrop: whole('pelvis-drop'),
    ankleStop: whole('ankle-stop'),
    heelRise: whole('heel-rise'),
    kneeBend: whole('knee-bend'),
    step: whole('step'),
  }
}

type BySide = Readonly<Record<Side, number>>
interface Worked {
  readonly coupling: Coupling
  readonly amount: BySide
}

const bySide = (amount: (side: Side) => number): BySide => ({
  left: amount('left'),
  right: amount('right'),
})
const NOTHING = bySide(() => 0)

const within = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** Aids take off what is there, and never more. */
const AIDS: ReadonlySet<ChainCause> = new Set<ChainCause>(['insert', 'lift'])

/** How much each coupling brings about on either side, in a living body. */
function worked(input: ChainInput, couplings: readonly Coupling[]): Worked[] {
  const amounts: Partial<Record<ChainCause | ChainEffect, BySide>> = causesOf(input)
  return couplings.map((coupling) => {
    const cause = causeIn(amounts, coupling.cause)
    const before = amounts[coupling.effect] ?? NOTHING
    const amount = bySide((side) => {
      const change = coupling.gain * cause[side]
      return AIDS.has(coupling.cause) ? -Math.min(-change, Math.max(0, before[side])) : change
    })
    amounts[coupling.effect] = bySide((side) => before[side] + amount[side])
    return { coupling, amount }
  })
}

function causesOf(input: ChainInput) {
  const { arch, tightCalf, insert } = input
  const difference = within(-MOST_MM, input.legLengthDifference, MOST_MM)
  const shorter = { left: Math.max(0, -difference), right: Math.max(0, difference) }
  const lift = within(0, input.heelLift, MOST_MM)
  return {
    flat: bySide((side) => within(0, -arch[side], 1)),
    high: bySide((side) => within(0, arch[side], 1)),
    'tight-calf': bySide(() => within(0, tightCalf, 1)),
    insert: bySide(() => within(0, insert, 1)),
    'short-leg': shorter,
    // More than the difference would make the other leg the short one.
    lift: bySide((side) => Math.min(lift, shorter[side])),
  }
}

function causeIn(
  amounts: Partial<Record<ChainCause | ChainEffect, BySide>>,
  cause: ChainCause,
): BySide {
  if (cause !== 'roll-in') return amounts[cause] ?? NOTHING
  const tilt = amounts['heel-tilt'] ?? NOTHING
  return bySide((side) => Math.max(0, tilt[side]))
}

/** What both sides together do to the whole. */
function inOne(effect: ChainEffect, { left, right }: BySide): number {
  if (effect === 'pelvis-drop' || effect === 'back-bend') return right - left
  return Math.abs(left) > Math.abs(right) ? left : right
}

function sideOf({ left, right }: BySide): Side | 'both' {
  const sides = SIDES.filter((side) => Math.abs({ left, right }[side]) > 1e-9)
  return sides.length === 1 ? (sides[0] ?? 'both') : 'both'
}
