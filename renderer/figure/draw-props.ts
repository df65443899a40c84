import type { PropShape } from '../../core/figure/props'
import type { ExercisePicture } from './exercise-picture'

/** Draws the props that are behind or before the body. */
export function drawProps(
  picture: ExercisePicture,
  props: readonly PropShape[],
  layer: PropShape['layer'],
): void {
  for (const { key, stuff, layer: its, form, isRound, spots, width } of props) {
    if (its !== layer || spots.length === 0) continue
    const line = spots.map(([x, y]) => ({ x, y }))
    // A wall widens the picture but does not make it higher.
    if (stuff === 'wall') picture.reachTo(line.map(({ x }) => ({ x, y: 0 })))
    picture.path(`prop-${key}`, `prop-${stuff}`, [line], {
      isClosed: form === 'area',
      isRound,
      counts: stuff !== 'wall' && stuff !== 'mat' && stuff !== 'ground',
      ...(width === undefined ? {} : { width }),
    })
  }
}
