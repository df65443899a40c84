import type { FigureState } from '../../core/schema/figure'
import { bodyPoints, feetOfState, showsPastArms } from '../../core/figure/chain-presets'
import type { FigureFeet } from '../../core/figure/chain-presets'
import { mirrored, pinnedAt } from '../../core/figure/kinematics'
import { drawFrontal } from './draw-frontal'
import { drawSide } from './draw-side'
import type { Drawing } from './drawing'

/** The phase of the walk that shows a step best when nothing may move: both feet on the floor. */
export const STILL_PHASE = 0.02

/**
 * How far forward arms hang so that hip and low back are seen past them, in degrees; the rounded
 * back of an older body has brought its shoulders forward already.
 */
const ARMS_CLEAR = { adult: 26, older: 15, pregnant: 26 } as const

/**
 * The picture of a figure's state.
 *
 * `phase` is the part of the walking cycle from 0 to 1; a standing figure takes no notice of it.
 * The same state and feet give the same paths in the same order at every phase.
 */
export function drawFigure(
  state: FigureState,
  phase: number,
  feet: FigureFeet = feetOfState(state, null),
): Drawing {
  const posed = bodyPoints(state, phase, feet, showsPastArms(state) ? ARMS_CLEAR[state.body] : 0)
  if (state.view !== 'side') return drawFrontal(state, state.view, posed, feet)
  // From the side one sees the leg that is meant, and the other one behind it.
  const body = feet.focus === 'left' ? mirrored(posed) : posed
  // One foot that fills the picture would walk out of it, so the picture goes with it.
  const points =
    state.frame === 'foot' ? pinnedAt(body, 'right.ankle', { ...body['right.ankle'], x: 0 }) : body
  return drawSide(state, points, feet)
}
