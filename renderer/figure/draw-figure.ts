import type { FigureState } from '../../core/schema/figure'
import { bodyPoints, rollingSide } from '../../core/figure/chain-presets'
import { pinnedAt } from '../../core/figure/kinematics'
import { drawFrontal } from './draw-frontal'
import { drawSide } from './draw-side'
import type { Drawing } from './drawing'

/** The phase of the walk that shows a step best when nothing may move: both feet on the floor. */
export const STILL_PHASE = 0.02

/**
 * The picture of a figure's state.
 *
 * `phase` is the part of the walking cycle from 0 to 1; a standing figure takes no notice of it.
 * The same state gives the same paths in the same order at every phase.
 */
export function drawFigure(state: FigureState, phase: number): Drawing {
  const body = bodyPoints(state, phase, rollingSide(state.view))
  // One foot that fills the picture would walk out of it, so the picture goes with it.
  const points =
    state.frame === 'foot' && state.view === 'side'
      ? pinnedAt(body, 'right.ankle', { ...body['right.ankle'], x: 0 })
      : body
  return state.view === 'side' ? drawSide(state, points) : drawFrontal(state, state.view, points)
}
