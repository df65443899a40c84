import type { Chain, ChainInput } from '../schema/chain'
import type { FigureLight, FigurePart, FigureState } from '../schema/figure'
import { standingBody, walkingBody } from './chain-body'
import { NEUTRAL_INPUT, bodyChange } from './chain-model'
import type { Points } from './kinematics'
import type { Side } from './skeleton'
import { pointsOnFloor } from './stand-on-floor'
import type { BodyChange } from './stand-on-floor'

/** The part of a figure's state that decides how the body stands. */
export type Stance = Pick<FigureState, 'view' | 'body' | 'motion' | 'arch' | 'rollIn' | 'tightCalf'>

/** What is done to the feet of a figure, and what follows. */
export interface FigureFeet {
  readonly change: BodyChange
  /** The leg on which parts are lit and to which labels point. */
  readonly focus: Side
  /** How much of an insert lies under the feet, from 0 to 1. */
  readonly insert: number
  /** The links that are drawn, in place of those between lit parts. */
  readonly links?: readonly FigureLink[]
}

/** A link that is drawn from part to part. */
export interface FigureLink {
  readonly from: FigurePart
  readonly to: FigurePart
  readonly light: FigureLight
}

const HIDDEN_BY_ARMS: readonly FigurePart[] = ['hip', 'buttock', 'pelvis', 'low-back', 'mid-back']
const HIDDEN_LAYERS: readonly FigureState['layers'][number][] = [
  'bones',
  'spine',
  'gluteals',
  'nerve',
]

/** Does a picture from the side mean what arms that hang down would hide? */
export function showsPastArms(state: FigureState): boolean {
  return (
    state.view === 'side' &&
    state.frame === 'body' &&
    state.motion === 'stand' &&
    (HIDDEN_BY_ARMS.some((part) => state.lit[part] ?? state.labels.includes(part)) ||
      HIDDEN_LAYERS.some((layer) => state.layers.includes(layer)))
  )
}

/** The leg nearer to the viewer's right, on which a slide shows what it means. */
export function rollingSide(view: FigureState['view']): Side {
  return view === 'front' ? 'left' : 'right'
}

/** Feet as a visitor has set them; `focus` is the leg that is meant. */
export const feetOf = (input: ChainInput, chain: Chain | null, focus: Side): FigureFeet => ({
  change: bodyChange(input, chain),
  focus,
  insert: input.insert,
})

/**
 * Feet as the state of a slide asks: both alike, but one that rolls in, to be compared with the
 * other. Without a chain nothing follows from them.
 */
export function feetOfState(state: Stance, chain: Chain | null): FigureFeet {
  const focus = rollingSide(state.view)
  const arch = { left: state.arch, right: state.arch, [focus]: state.arch - state.rollIn }
  return feetOf({ ...NEUTRAL_INPUT, arch, tightCalf: state.tightCalf }, chain, focus)
}

/**
 * The points of a body with its feet on the floor, in thousandths of stature.
 *
 * `phase` is the part of the walking cycle from 0 to 1 and has no meaning for a body that stands.
 * A walking body walks on the spot: what is under its feet moves back at an even speed. The arms of
 * a standing body hang forward by `armsForward` degrees.
 */
export function bodyPoints(
  stance: Stance,
  phase: number,
  { change }: FigureFeet,
  armsForward = 0,
): Points {
  return pointsOnFloor(
    stance.motion === 'stand'
      ? standingBody(change, stance.body, armsForward)
      : walkingBody(change, stance.body, phase),
  )
}
