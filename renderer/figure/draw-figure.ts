import type { FigureState } from '../../core/schema/figure'
import { bodyPoints, rollingSide } from '../../core/figure/chain-presets'
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
  const points = bodyPoints(state, phase, rollingSide(state.view))
  return state.view === 'side' ? drawSide(state, points) : drawFrontal(state, state.view, points)
}
