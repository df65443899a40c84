import type { Point } from '../../core/figure/kinematics'
import type { PoseFrame } from '../../core/figure/pose-timeline'
import type { ExercisePicture } from './exercise-picture'

/** The two strokes of an arrow's head at a place, for an arrow that comes along a direction. */
function head(at: Point, along: number, size: number): readonly (readonly Point[])[] {
  const back = (turn: number): Point => ({
    x: at.x - size * Math.cos(along + turn),
    y: at.y - size * Math.sin(along + turn),
  })
  return [[back(0.6), at, back(-0.6)]]
}

/** Arrows that tell on a still what moves where; `from` and `to` as in the schema. */
export function drawCues(picture: ExercisePicture, cues: PoseFrame['cues']): void {
  for (const [index, { kind, from, to }] of cues.entries()) {
    const key = `cue-${String(index)}`
    if (kind === 'round') {
      const radius = Math.hypot(to[0], to[1])
      const opening = Math.atan2(to[1], to[0])
      const [first, last] = [opening + 0.5, opening + 5.6]
      const arc = Array.from({ length: 22 }, (_, i): Point => {
        const angle = first + ((last - first) * i) / 21
        return { x: from[0] + radius * Math.cos(angle), y: from[1] + radius * Math.sin(angle) }
      })
      const end = arc.at(-1) ?? { x: 0, y: 0 }
      picture.path(key, 'cue', [arc, ...head(end, last + Math.PI / 2, radius * 0.5)], {
        isClosed: false,
        isRound: false,
      })
      continue
    }
    const [a, b] = [
      { x: from[0], y: from[1] },
      { x: to[0], y: to[1] },
    ]
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const along = Math.atan2(b.y - a.y, b.x - a.x)
    picture.path(key, 'cue', [[a, b], ...head(b, along, Math.min(34, length * 0.45))], {
      isClosed: false,
      isRound: false,
    })
  }
}
