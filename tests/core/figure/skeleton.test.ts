import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minus, pinnedAt, pointsOf } from '../../../core/figure/kinematics'
import {
  ANGLE_NAMES,
  NEUTRAL_POINTS,
  NEUTRAL_POSE,
  RANGES,
  poseFrom,
} from '../../../core/figure/skeleton'
import type { AngleName, PointName } from '../../../core/figure/skeleton'

const distance = (
  points: Readonly<Record<PointName, { x: number; y: number; z: number }>>,
  a: PointName,
  b: PointName,
): number => {
  const { x, y, z } = minus(points[a], points[b])
  return Math.hypot(x, y, z)
}

const anyAngles = fc.record(
  Object.fromEntries(
    ANGLE_NAMES.map((name) => [name, fc.double({ min: -400, max: 400, noNaN: true })]),
  ) as Record<AngleName, fc.Arbitrary<number>>,
)

describe('the skeleton', () => {
  it('stands as drawn when every angle is zero', () => {
    const points = pointsOf(NEUTRAL_POSE)
    for (const name of Object.keys(NEUTRAL_POINTS) as PointName[]) {
      expect(distance({ ...points, crown: NEUTRAL_POINTS[name] }, name, 'crown')).toBeCloseTo(0, 6)
    }
  })

  it('never bends a joint past its published range, whatever is asked', () => {
    fc.assert(
      fc.property(anyAngles, (angles) => {
        const pose = poseFrom(angles)
        return ANGLE_NAMES.every(
          (name) => pose[name] >= RANGES[name].min && pose[name] <= RANGES[name].max,
        )
      }),
    )
  })

  it('keeps every bone as long as it is in any pose', () => {
    fc.assert(
      fc.property(anyAngles, (angles) => {
        // The middle of the foot is no bone: it gives way as the arch drops and the heel leans.
        const stiff = { 'left.midfoot.drop': 0, 'left.subtalar.eversion': 0 }
        const points = pointsOf(poseFrom({ ...angles, ...stiff }))
        for (const [a, b] of [
          ['left.hip', 'left.knee'],
          ['left.knee', 'left.ankle'],
          ['left.ankle', 'left.heel'],
          ['left.ankle', 'left.ball'],
          ['right.shoulder', 'right.elbow'],
          ['right.elbow', 'right.wrist'],
          ['pelvis', 'lumbosacral'],
          ['lumbosacral', 'thoracolumbar'],
          ['thoracolumbar', 'cervicothoracic'],
        ] as const) {
          expect(distance(points, a, b)).toBeCloseTo(distance(NEUTRAL_POINTS, a, b), 6)
        }
      }),
    )
  })

  it.each([
    ['hip.flexion', 40, 'knee', 'x', 1],
    ['hip.abduction', 20, 'knee', 'z', 1],
    ['knee.flexion', 60, 'ankle', 'x', -1],
    ['ankle.dorsiflexion', 15, 'ball', 'y', 1],
    ['toes.extension', 30, 'toe', 'y', 1],
    ['hip.rotation', 20, 'patella', 'z', -1],
    ['subtalar.eversion', 10, 'sole', 'z', 1],
    ['shoulder.flexion', 30, 'elbow', 'x', 1],
  ] as const)('moves the right way on both sides: %s', (angle, degrees, point, axis, sign) => {
    for (const side of ['left', 'right'] as const) {
      const moved = pointsOf(poseFrom({ [`${side}.${angle}`]: degrees }))
      const change = moved[`${side}.${point}`][axis] - NEUTRAL_POINTS[`${side}.${point}`][axis]
      const outward = axis === 'z' && side === 'left' ? -1 : 1
      expect(change * sign * outward).toBeGreaterThan(3)
    }
  })

  it('moves the whole body when one point is pinned', () => {
    const points = pointsOf(poseFrom({ 'right.hip.flexion': 30, 'right.knee.flexion': 50 }))
    const pinned = pinnedAt(points, 'right.heel', { x: 5, y: 0, z: 40 })
    expect(pinned['right.heel']).toEqual({ x: 5, y: 0, z: 40 })
    expect(distance(pinned, 'crown', 'left.toe')).toBeCloseTo(
      distance(points, 'crown', 'left.toe'),
      6,
    )
  })
})
