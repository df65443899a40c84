import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingBody, walkStyle } from '../../../core/figure/chain-body'
import { bodyPoints, feetOfState } from '../../../core/figure/chain-presets'
import type { Stance } from '../../../core/figure/chain-presets'
import { TOE_OFF } from '../../../core/figure/gait'
import { lowestOfFoot } from '../../../core/figure/kinematics'
import type { Points } from '../../../core/figure/kinematics'
import { shippedChain } from '../../support/chain'

const PLAIN: Stance = {
  view: 'back',
  body: 'adult',
  motion: 'stand',
  arch: 0,
  rollIn: 0,
  tightCalf: 0,
}

const part = (min: number): fc.Arbitrary<number> => fc.double({ min, max: 1, noNaN: true })
const anyStance: fc.Arbitrary<Stance> = fc.record({
  view: fc.constantFrom('front', 'back', 'side'),
  body: fc.constantFrom('adult', 'older', 'pregnant'),
  motion: fc.constantFrom('stand', 'walk'),
  arch: part(-1),
  rollIn: part(0),
  tightCalf: part(0),
})
const feet = (stance: Stance) => feetOfState(stance, shippedChain)
const points = (stance: Stance, phase = 0): Points => bodyPoints(stance, phase, feet(stance))

describe('the body of a slide that stands', () => {
  it('stands with both feet on the floor in every state', () => {
    fc.assert(
      fc.property(anyStance, (stance) => {
        const found = points({ ...stance, motion: 'stand' })
        expect(Math.abs(lowestOfFoot(found, 'left'))).toBeLessThan(1)
        expect(Math.abs(lowestOfFoot(found, 'right'))).toBeLessThan(1)
      }),
    )
  })

  it('rolls in with the foot on the right of the picture, and leaves the other to compare', () => {
    const [back, front] = [
      points({ ...PLAIN, rollIn: 1 }),
      points({ ...PLAIN, view: 'front', rollIn: 1 }),
    ]
    const plain = points(PLAIN)
    const kneeIn = (found: Points, side: 'left' | 'right'): number =>
      Math.abs(plain[`${side}.knee`].z) - Math.abs(found[`${side}.knee`].z)
    expect(kneeIn(back, 'right')).toBeGreaterThan(8)
    expect(kneeIn(back, 'left')).toBeLessThan(3)
    expect(kneeIn(front, 'left')).toBeGreaterThan(8)
    expect(kneeIn(front, 'right')).toBeLessThan(3)
  })

  it('follows nothing where a pack brings no chain', () => {
    const stance: Stance = { ...PLAIN, rollIn: 1 }
    const { change } = feetOfState(stance, null)
    expect(change.legs.right.archDrop).toBe(1)
    expect(change.legs.right.heelTilt).toBe(0)
    expect(change.pelvisTilt).toBe(0)
  })

  it('stoops when older and arches the low back when pregnant', () => {
    expect(points({ ...PLAIN, body: 'older' }).crown.y).toBeLessThan(points(PLAIN).crown.y - 8)
    const { pose } = standingBody(feet(PLAIN).change, 'pregnant')
    expect(pose['lumbar.flexion']).toBeLessThan(-5)
  })
})

describe('the body of a slide that walks', () => {
  const phases = Array.from({ length: 100 }, (_, i) => i / 100)
  const walking = anyStance.map((stance): Stance => ({ ...stance, motion: 'walk' }))

  it('neither sinks nor floats: one foot is always on the floor, none below', () => {
    fc.assert(
      fc.property(walking, part(0), (stance, phase) => {
        const found = points({ ...stance, rollIn: 0, arch: 0 }, phase)
        const lows = [lowestOfFoot(found, 'left'), lowestOfFoot(found, 'right')]
        expect(Math.min(...lows)).toBeGreaterThan(-0.6)
        expect(Math.min(...lows)).toBeLessThan(0.6)
      }),
    )
  })

  it.each(['adult', 'older', 'pregnant'] as const)(
    'does not slide while a foot carries the body (%s)',
    (body) => {
      const stance: Stance = { ...PLAIN, motion: 'walk', body }
      const { stride } = walkStyle(feet(stance).change, body)
      const onGround = phases
        .filter((phase) => phase > 0.09 && phase < TOE_OFF)
        .map((phase) => points(stance, phase)['right.ball'].x + phase * stride)
      expect(Math.max(...onGround) - Math.min(...onGround)).toBeLessThan(3)
    },
  )

  it('moves smoothly: no point jumps from one frame to the next', () => {
    for (const body of ['adult', 'older', 'pregnant'] as const) {
      for (const tightCalf of [0, 1]) {
        const stance: Stance = { ...PLAIN, motion: 'walk', body, tightCalf, rollIn: tightCalf }
        const frames = Array.from({ length: 151 }, (_, frame) =>
          points(stance, (frame % 150) / 150),
        )
        for (const [frame, now] of frames.entries()) {
          const next = frames[frame + 1] ?? now
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
    const lands = points(stance, 0)
    expect(lands['right.ball'].y).toBeGreaterThan(lands['right.heel'].y + 15)
    const leaves = points(stance, TOE_OFF - 0.02)
    expect(leaves['right.heel'].y).toBeGreaterThan(leaves['right.ball'].y + 40)
  })

  it('lets the heel go earlier when the calf is tight', () => {
    const heelRises = (tightCalf: number): number =>
      phases.find(
        (phase) =>
          phase > 0.1 && points({ ...PLAIN, motion: 'walk', tightCalf }, phase)['right.heel'].y > 3,
      ) ?? 1
    expect(heelRises(1)).toBeLessThan(heelRises(0) - 0.05)
  })
})
