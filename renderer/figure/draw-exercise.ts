import type { PoseFrame } from '../../core/figure/pose-timeline'
import { cycleSeconds, frameAt, instantOf } from '../../core/figure/pose-timeline'
import type { Performance } from '../../core/figure/pose-script'
import { sceneShapes } from '../../core/figure/props'
import { drawBodyLying } from './draw-body-lying'
import { drawBodySide } from './draw-body-side'
import { FOOT_PICTURE_TOP, drawFoot } from './draw-foot'
import { drawCues } from './draw-cues'
import { drawProps } from './draw-props'
import type { Box } from './drawing'
import { ExercisePicture, UNITS } from './exercise-picture'
import type { ExerciseShape, Extent } from './exercise-picture'

/**
 * Everything that is to be seen of a performance in one frame, from back to front; with cues, also
 * the arrows of a still. Round lines may be off by `tolerance`, in thousandths of stature, and have
 * fewer points then.
 */
export function drawFrame(
  performance: Performance,
  frame: PoseFrame,
  withCues = false,
  tolerance = 0,
): { readonly shapes: readonly ExerciseShape[]; readonly extent: Extent } {
  const picture = new ExercisePicture(tolerance)
  const { body } = frame
  const props = sceneShapes(performance, body, frame.moves)
  const ground = [
    { x: -3000, y: -2 },
    { x: 3000, y: -2 },
  ]
  if (performance.view !== 'above') {
    picture.path('floor', 'floor', [ground], { isClosed: false, isRound: false, counts: false })
  }
  drawProps(picture, props, 'back')
  if (performance.view === 'foot') drawFoot(picture, performance, body)
  else if (performance.view === 'above') drawBodyLying(picture, performance, body)
  else drawBodySide(picture, performance, body)
  drawProps(picture, props, 'front')
  if (withCues) drawCues(picture, frame.cues)
  return { shapes: picture.shapes, extent: picture.extent }
}

const boxes = new WeakMap<Performance, Box>()

const MARGIN = 26
/** How far a foot reaches round its ankle on a picture of a foot. */
const ROUND_FOOT = { back: 76, front: 158, below: 24 }

/** The picture's frame in the units of its paths, wide enough for all of a performance; y down. */
export function boxOf(performance: Performance): Box {
  const known = boxes.get(performance)
  if (known) return known
  const times = [
    ...performance.moments.map(({ name }) => instantOf(performance, name) ?? 0),
    ...Array.from({ length: 8 }, (_, i) => (i / 8) * cycleSeconds(performance)),
  ]
  const extents = times.map((time): Extent => {
    const frame = frameAt(performance, time)
    if (performance.view !== 'foot') {
      const { left, right, bottom, top } = drawFrame(performance, frame, true).extent
      return {
        left: left - MARGIN,
        right: right + MARGIN,
        bottom: Math.min(0, bottom) - MARGIN,
        top: top + MARGIN,
      }
    }
    const { x } = frame.body.points['right.ankle']
    const { back, front, below } = ROUND_FOOT
    return { left: x - back, right: x + front, bottom: -below, top: FOOT_PICTURE_TOP }
  })
  const left = Math.min(...extents.map((extent) => extent.left))
  const right = Math.max(...extents.map((extent) => extent.right))
  const bottom = Math.min(...extents.map((extent) => extent.bottom))
  const top = Math.max(...extents.map((extent) => extent.top))
  const box = {
    x: UNITS * left,
    y: -UNITS * top,
    width: UNITS * (right - left),
    height: UNITS * (top - bottom),
  }
  boxes.set(performance, box)
  return box
}
