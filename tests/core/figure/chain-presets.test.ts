import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyPoints, standingPose, walkStyle } from '../../../core/figure/chain-presets'
import type { Stance } from '../../../core/figure/chain-presets'
import { TOE_OFF, walkPose } from '../../../core/figure/gait'
import { lowestOfFoot } from '../../../core/figure/kinematics'
import { ANGLE_NAMES, NEUTRAL_POSE, POINT_NAMES, RANGES } from '../../../core/figure/skeleton'
import type { PointName } from '../../../core/figure/skeleton'

const PLAIN: Stance = { body: 'adult', motion: 'stand', arch: 0, rollIn: 0, tightCalf: 0 }

const part = (min: number): fc.Arbitrary<number> => fc.double({ min, max: 1, noNaN: true })
const anyStance: fc.Arbitrary<Stance> = fc.record({
  body: fc.constantFrom('adult', 'older', 'pregnant'),
  motion: fc.constantFrom('stand', 'walk'),
  arch: part(-1),
  rollIn: part(0),
  tightCalf: part(0),
})

const LEGS = ANGLE_NAMES.filter((name) => /hip|knee|ankle|subtalar|midfoot|toes/.test(name))

describe('the standing body', () => {
  it('is neutral from the hips down when nothing is asked', () => {
    const pose = standingPose(PLAIN)
    for (const name of LEGS) expect(pose[name]).toBeCloseTo(NEUTRAL_POSE[name], 6)
  })

  it('is the same on the left and on the right when nothing rolls in', () => {
    fc.assert(
      fc.property(anyStance, (stance) => {
        const points = bodyPoints({ ...stance, motion: 'stand', rollIn: 0 }, 0)
        for (const name of POINT_NAMES.filter((point) => point.startsWith('left.'))) {
          const other = points[name.replace('left', 'right') as PointName]
          expect(points[name].x).toBeCloseTo(other.x, 6)
          expect(points[name].y).toBeCloseTo(other.y, 6)
          expect(points[name].z).toBeCloseTo(-other.z, 6)
        }
      }),
    )
  })

  it('stands with both feet on the floor in every state', () => {
    fc.assert(
      fc.property(anyStance, (stance) => {
        const points = bodyPoints({ ...stance, motion: 'stand' }, 0)
        expect(Math.abs(lowestOfFoot(points, 'left'))).toBeLessThan(1)
        expect(Math.abs(lowestOfFoot(points, 'right'))).toBeLessThan(1)
      }),
    )
  })

  it('never reverses as the foot rolls in further', () => {
    fc.assert(
      fc.property(anyStance, part(0), part(0), (stance, a, b) => {
        const at = (rollIn: number) => bodyPoints({ ...stance, motion: 'stand', rollIn }, 0)
        const [less, more] = [at(Math.min(a, b)), at(Math.max(a, b))]
        const slack = 1e-6
        const heelTip = (points: typeof less): number =>
          points['right.sole'].z - points['right.ankle'].z
        expect(heelTip(more)).toBeGreaterThanOrEqual(heelTip(less) - slack)
        const kneeIn = (points: typeof less): number =>
          points['right.hip'].z - points['right.knee'].z
        expect(kneeIn(more)).toBeGreaterThanOrEqual(kneeIn(less) - slack)
        const pelvisTip = (points: typeof less): number =>
          points['left.hip'].y - points['right.hip'].y
        expect(pelvisTip(more)).toBeGreaterThanOrEqual(pelvisTip(less) - slack)
      }),
    )
  })

  it('shows what it is told: knee in, pelvis down on that side, heel up with a tight calf', () => {
    const plain = bodyPoints(PLAIN, 0)
    const rolled = bodyPoints({ ...PLAIN, rollIn: 1 }, 0)
    expect(plain['right.knee'].z - rolled['right.knee'].z).toBeGreaterThan(8)
    expect(rolled['left.hip'].y - rolled['right.hip'].y).toBeGreaterThan(2)
    const tight = bodyPoints({ ...PLAIN, tightCalf: 1 }, 0)
    expect(tight['right.heel'].y).toBeGreaterThan(15)
    expect(Math.abs(tight['right.ball'].y)).toBeLessThan(0.5)
  })

  it('stoops when older and arches the low back when pregnant', () => {
    const plain = bodyPoints(PLAIN, 0)
    expect(bodyPoints({ ...PLAIN, body: 'older' }, 0).crown.y).toBeLessThan(plain.crown.y - 8)
    expect(standingPose({ ...PLAIN, body: 'pregnant' })['lumbar.flexion']).toBeLessThan(-5)
  })
})

describe('the walking body', () => {
  const phases = Array.from({ length: 100 }, (_, i) => i / 100)
  const walking = anyStance.map((stance): Stance => ({ ...stance, motion: 'walk' }))

  it('keeps every joint within its range at every phase', () => {
    fc.assert(
      fc.property(walking, part(0), (stance, phase) => {
        const pose = walkPose(phase, walkStyle(stance))
        for (const name of ANGLE_NAMES) {
          expect(pose[name]).toBeGreaterThanOrEqual(RANGES[name].min)
          expect(pose[name]).toBeLessThanOrEqual(RANGES[name].max)
        }
      }),
    )
  })

  it('neither sinks nor floats: one foot is always on the floor, none below', () => {
    fc.assert(
      fc.property(walking, part(0), (stance, phase) => {
        const points = bodyPoints({ ...stance, rollIn: 0, arch: 0 }, phase)
        const lows = [lowestOfFoot(points, 'left'), lowestOfFoot(points, 'right')]
        expect(Math.min(...lows)).toBeGreaterThan(-0.5)
        expect(Math.min(...lows)).toBeLessThan(0.5)
      }),
    )
  })

  it.each(['adult', 'older', 'pregnant'] as const)(
    'does not slide while a foot carries the body (%s)',
    (body) => {
      const stance: Stance = { ...PLAIN, motion: 'walk', body }
      const { stride } = walkStyle(stance)
      const onGround = phases
        .filter((phase) => phase > 0.09 && phase < TOE_OFF)
        .map((phase) => bodyPoints(stance, phase)['right.ball'].x + phase * stride)
      expect(Math.max(...onGround) - Math.min(...onGround)).toBeLessThan(3)
    },
  )

  it('moves smoothly: no point jumps from one frame to the next', () => {
    for (const body of ['adult', 'older', 'pregnant'] as const) {
      for (const tightCalf of [0, 1]) {
        const stance: Stance = { ...PLAIN, motion: 'walk', body, tightCalf }
        for (let frame = 0; frame < 150; frame += 1) {
          const [now, next] = [
            bodyPoints(stance, frame / 150),
            bodyPoints(stance, (frame + 1) / 150),
          ]
          for (const name of ['right.knee', 'right.ankle', 'right.toe', 'crown'] as const) {
            const step = Math.hypot(next[name].x - now[name].x, next[name].y - now[name].y)
            expect(step, `${body} ${name} at ${frame}`).toBeLessThan(24)
          }
        }
      }
    }
  })

  it('lands on the heel and leaves from the toes', () => {
    const stance: Stance = { ...PLAIN, motion: 'walk' }
    const lands = bodyPoints(stance, 0)
    expect(lands['right.ball'].y).toBeGreaterThan(lands['right.heel'].y + 15)
    const leaves = bodyPoints(stance, TOE_OFF - 0.02)
    expect(leaves['right.heel'].y).toBeGreaterThan(leaves['right.ball'].y + 40)
  })

  it('lets the heel go earlier when the calf is tight', () => {
    const heelRises = (tightCalf: number): number =>
      phases.find(
        (phase) =>
          phase > 0.1 &&
          bodyPoints({ ...PLAIN, motion: 'walk', tightCalf }, phase)['right.heel'].y > 3,
      ) ?? 1
    expect(heelRises(1)).toBeLessThan(heelRises(0) - 0.05)
  })
})
