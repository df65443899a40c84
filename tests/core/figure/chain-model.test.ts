import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingBody, walkingBody } from '../../../core/figure/chain-body'
import { MOST_MM, NEUTRAL_INPUT, bodyChange, chainOf } from '../../../core/figure/chain-model'
import type { ChainLink } from '../../../core/figure/chain-model'
import { walkPose } from '../../../core/figure/gait'
import type { Points } from '../../../core/figure/kinematics'
import {
  ANGLE_NAMES,
  NEUTRAL_POINTS,
  POINT_NAMES,
  RANGES,
  SIDES,
} from '../../../core/figure/skeleton'
import type { AngleName, PointName, Side } from '../../../core/figure/skeleton'
import { pointsOnFloor } from '../../../core/figure/stand-on-floor'
import type { ChainInput } from '../../../core/schema/chain'
import { shippedChain } from '../../support/chain'

const CASES = { numRuns: 1000 }
/** Thousandths of stature that a foot may slide. */
const MAY_SLIDE = 2

const part = (min: number): fc.Arbitrary<number> => fc.double({ min, max: 1, noNaN: true })
const mm = (min: number): fc.Arbitrary<number> => fc.double({ min, max: MOST_MM, noNaN: true })
const anyInput: fc.Arbitrary<ChainInput> = fc.record({
  arch: fc.record({ left: part(-1), right: part(-1) }),
  tightCalf: part(0),
  legLengthDifference: mm(-MOST_MM),
  insert: part(0),
  heelLift: mm(0),
})
const even = ({ arch, ...input }: ChainInput): ChainInput => ({
  ...input,
  arch: { left: arch.left, right: arch.left },
  legLengthDifference: 0,
})

const stateOf = (input: ChainInput) => chainOf(input, shippedChain, () => 'limited')
const standing = (input: ChainInput): Points =>
  pointsOnFloor(standingBody(bodyChange(input, shippedChain), 'adult'))
const links = (input: ChainInput): Map<string, ChainLink> =>
  new Map(stateOf(input).links.map((link) => [link.id, link]))
const sizes = (input: ChainInput): Map<string, number> =>
  new Map([...links(input)].map(([id, { change }]) => [id, change]))

describe('the chain from foot to back', () => {
  it('is neutral when nothing is done to the feet', () => {
    const { angles, links: found } = stateOf(NEUTRAL_INPUT)
    expect(found).toEqual([])
    for (const name of ANGLE_NAMES.filter((angle) => !/shoulder|elbow/.test(angle)))
      expect(angles[name]).toBeCloseTo(0, 6)
    const points = standing(NEUTRAL_INPUT)
    for (const name of POINT_NAMES.filter((point) => !/elbow|wrist|fingertip/.test(point))) {
      for (const axis of ['x', 'y', 'z'] as const)
        expect(points[name][axis]).toBeCloseTo(NEUTRAL_POINTS[name][axis], 6)
    }
  })

  it('is the same on the left and on the right when both feet are the same', () => {
    fc.assert(
      fc.property(anyInput.map(even), (input) => {
        const { angles } = stateOf(input)
        for (const name of ANGLE_NAMES.filter((angle) => angle.startsWith('left.')))
          expect(angles[name]).toBeCloseTo(angles[name.replace('left', 'right') as AngleName], 6)
        for (const name of ['pelvis.obliquity', 'lumbar.sideBend', 'pelvis.rotation'] as const)
          expect(angles[name]).toBeCloseTo(0, 6)
      }),
      CASES,
    )
  })

  it('is mirrored when left and right change places', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const other = standing({
          ...input,
          arch: { left: input.arch.right, right: input.arch.left },
          legLengthDifference: -input.legLengthDifference,
        })
        for (const [name, { x, y, z }] of Object.entries(standing(input))) {
          const mirror = other[mirrored(name as PointName)]
          expect(Math.hypot(mirror.x - x, mirror.y - y, mirror.z + z)).toBeLessThan(1e-6)
        }
      }),
      CASES,
    )
  })

  it('never asks a joint for more than it can do, standing or walking', () => {
    // A pose stops at the end of a range, so an angle that lies there wanted to go further. These
    // may lie at an end of theirs: a straight knee, an arch as flat as it goes, toes that do not curl.
    const reachesEnd = /knee.flexion|midfoot.drop|toes.curl/
    fc.assert(
      fc.property(anyInput, fc.double({ min: 0, max: 1, noNaN: true }), (input, phase) => {
        const change = bodyChange(input, shippedChain)
        for (const { pose } of [
          standingBody(change, 'adult'),
          walkingBody(change, 'adult', phase),
        ]) {
          const stopped = ANGLE_NAMES.filter((name) => {
            const { min, max } = RANGES[name]
            return !reachesEnd.test(name) && (pose[name] <= min || pose[name] >= max)
          })
          expect(stopped).toEqual([])
        }
      }),
      CASES,
    )
  })

  it('keeps both feet where they stand, whatever is done to them', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const points = standing(input)
        for (const side of SIDES) {
          const lifted = { ...input, heelLift: liftUnder(side, input) }
          const touching =
            input.tightCalf < 1e-6 ? (['ball', 'heel'] as const) : (['ball'] as const)
          for (const point of touching) {
            const [now, home] = [points[`${side}.${point}`], NEUTRAL_POINTS[`${side}.${point}`]]
            expect(Math.hypot(now.x - home.x, now.z - home.z)).toBeLessThan(MAY_SLIDE)
            expect(Math.abs(now.y - lifted.heelLift / 1.7)).toBeLessThan(MAY_SLIDE)
          }
        }
      }),
      CASES,
    )
  })

  it('walks on the footsteps of a healthy walk of the same step', () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 0, max: 1, noNaN: true }), (given, phase) => {
        const input = { ...given, heelLift: 0 }
        const change = bodyChange(input, shippedChain)
        const walked = pointsOnFloor(walkingBody(change, 'adult', phase))
        const plain = bodyChange({ ...NEUTRAL_INPUT, tightCalf: input.tightCalf }, shippedChain)
        const healthy = pointsOnFloor(walkingBody({ ...plain, kneeBend: 0 }, 'adult', phase))
        for (const side of SIDES) {
          const [now, home] = [walked[`${side}.ball`], healthy[`${side}.ball`]]
          expect(Math.hypot(now.x - home.x, now.y - home.y, now.z - home.z)).toBeLessThan(MAY_SLIDE)
        }
      }),
      CASES,
    )
  })

  it('walks like everybody when nothing is done to the feet', () => {
    for (let phase = 0; phase < 1; phase += 0.05) {
      const { pose } = walkingBody(bodyChange(NEUTRAL_INPUT, shippedChain), 'adult', phase)
      const plain = walkPose(phase, {
        stride: 700,
        ankleLimit: 18,
        earlyHeel: 0,
        sway: 2,
        trunk: { 'pelvis.tilt': 2, 'lumbar.flexion': 2 },
      })
      for (const name of ANGLE_NAMES) expect(pose[name]).toBeCloseTo(plain[name], 3)
    }
  })

  it('never turns a link round by more of the same', () => {
    const more: readonly ((input: ChainInput, by: number) => ChainInput)[] = [
      (input, by) => ({ ...input, arch: { left: -by, right: -by } }),
      (input, by) => ({ ...input, arch: { left: by, right: by } }),
      (input, by) => ({ ...input, arch: { left: 0, right: -by } }),
      (input, by) => ({ ...input, tightCalf: by }),
      (input, by) => ({ ...input, legLengthDifference: MOST_MM * by }),
      (input, by) => ({ ...input, legLengthDifference: -MOST_MM * by }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...more), part(0), part(0), part(0), (moved, a, b, insert) => {
        const start: ChainInput = { ...NEUTRAL_INPUT, insert }
        const [less, more] = [
          sizes(moved(start, Math.min(a, b))),
          sizes(moved(start, Math.max(a, b))),
        ]
        for (const [id, change] of less) {
          const after = more.get(id) ?? 0
          expect(Math.sign(after)).toBe(Math.sign(change))
          expect(Math.abs(after)).toBeGreaterThanOrEqual(Math.abs(change) - 1e-9)
        }
      }),
      CASES,
    )
  })

  it('never turns the picture round either', () => {
    fc.assert(
      fc.property(anyInput, part(0), part(0), (given, a, b) => {
        const at = (by: number): Points =>
          standing({ ...given, tightCalf: 0, arch: { ...given.arch, right: -by } })
        const [less, more] = [at(Math.min(a, b)), at(Math.max(a, b))]
        const slack = 0.01
        const heelTip = (points: Points): number => points['right.sole'].z - points['right.ankle'].z
        expect(heelTip(more)).toBeGreaterThanOrEqual(heelTip(less) - slack)
        const drop = (points: Points): number => points['left.hip'].y - points['right.hip'].y
        expect(drop(more)).toBeGreaterThanOrEqual(drop(less) - slack)
        const shortLeg = (difference: number): number =>
          drop(standing({ ...given, legLengthDifference: MOST_MM * difference, heelLift: 0 }))
        expect(shortLeg(Math.max(a, b))).toBeGreaterThanOrEqual(shortLeg(Math.min(a, b)) - slack)
      }),
      CASES,
    )
  })

  it('comes back towards neutral with an insert under a flat foot, and never past it', () => {
    fc.assert(
      fc.property(part(0), part(0), part(0), (left, right, insert) => {
        const flat = { ...NEUTRAL_INPUT, arch: { left: -left, right: -right } }
        const [bare, helped] = [
          bodyChange(flat, shippedChain),
          bodyChange({ ...flat, insert }, shippedChain),
        ]
        for (const side of SIDES) {
          for (const what of ['heelTilt', 'shinTurn', 'thighTurn', 'kneeIn', 'archDrop'] as const) {
            expect(helped.legs[side][what]).toBeLessThanOrEqual(bare.legs[side][what])
            expect(helped.legs[side][what]).toBeGreaterThanOrEqual(0)
          }
        }
        expect(helped.pelvisTilt).toBeLessThanOrEqual(bare.pelvisTilt)
        expect(helped.pelvisTilt).toBeGreaterThanOrEqual(0)
      }),
      CASES,
    )
  })

  it('comes back towards level with a lift under the shorter leg, and never past it', () => {
    fc.assert(
      fc.property(mm(-MOST_MM), mm(0), (legLengthDifference, heelLift) => {
        const drop = (lift: number): number =>
          bodyChange({ ...NEUTRAL_INPUT, legLengthDifference, heelLift: lift }, shippedChain)
            .pelvisDrop
        expect(Math.abs(drop(heelLift))).toBeLessThanOrEqual(Math.abs(drop(0)) + 1e-9)
        expect(drop(heelLift) * drop(0)).toBeGreaterThanOrEqual(0)
      }),
      CASES,
    )
  })

  it('stops at the end of each range', () => {
    const far: ChainInput = {
      arch: { left: -9, right: 9 },
      tightCalf: 9,
      legLengthDifference: 900,
      insert: 9,
      heelLift: 900,
    }
    const end: ChainInput = {
      arch: { left: -1, right: 1 },
      tightCalf: 1,
      legLengthDifference: MOST_MM,
      insert: 1,
      heelLift: MOST_MM,
    }
    expect(stateOf(far)).toEqual(stateOf(end))
  })

  it('shows what it is told: a flat foot turns the leg in, a short leg drops the hip, a tight calf lifts the heel', () => {
    const neutral = standing(NEUTRAL_INPUT)
    const flat = standing({ ...NEUTRAL_INPUT, arch: { left: 0, right: -1 } })
    expect(neutral['right.knee'].z - flat['right.knee'].z).toBeGreaterThan(8)
    expect(neutral['right.ankle'].z - flat['right.ankle'].z).toBeGreaterThan(5)
    expect(flat['left.hip'].y - flat['right.hip'].y).toBeGreaterThan(2)
    const short = standing({ ...NEUTRAL_INPUT, legLengthDifference: MOST_MM })
    expect(short['left.hip'].y - short['right.hip'].y).toBeGreaterThan(8)
    const tight = standing({ ...NEUTRAL_INPUT, tightCalf: 1 })
    expect(tight['left.heel'].y).toBeGreaterThan(15)
    expect(tight.pelvis.x).toBeGreaterThan(20)
  })

  it('lists its links from the foot up, each with what is known of it', () => {
    const { links: found } = chainOf(
      { ...NEUTRAL_INPUT, arch: { left: -1, right: -1 } },
      shippedChain,
      (claim) => (claim === 'C41' ? 'moderate' : 'conflicting'),
    )
    expect(found.map(({ to }) => to)).toEqual([
      'heel',
      'shin',
      'knee',
      'thigh',
      'pelvis',
      'low-back',
    ])
    expect(found.map(({ strength }) => strength)).toEqual([
      null,
      'moderate',
      null,
      null,
      'conflicting',
      'conflicting',
    ])
    for (const { isIllustrative, claim, strength } of found)
      expect([claim === null, strength === null]).toEqual([isIllustrative, isIllustrative])
  })

  it('has the size of what was measured: 10 degrees under both feet tip the pelvis by 1.57', () => {
    const both = sizes({ ...NEUTRAL_INPUT, arch: { left: -1, right: -1 } })
    expect(both.get('heel-turns-shin')).toBeCloseTo(6.8, 6)
    expect(both.get('heel-tips-pelvis')).toBeCloseTo(1.57, 6)
    const one = sizes({ ...NEUTRAL_INPUT, arch: { left: 0, right: -1 } })
    expect(one.get('heel-drops-pelvis')).toBeCloseTo(1.46, 6)
    const short = sizes({ ...NEUTRAL_INPUT, legLengthDifference: 15 })
    expect(short.get('short-leg-drops-pelvis')).toBeCloseTo(1.2, 6)
  })
})

function liftUnder(side: Side, { legLengthDifference, heelLift }: ChainInput): number {
  const shorter = Math.max(0, side === 'right' ? legLengthDifference : -legLengthDifference)
  return Math.min(shorter, heelLift)
}

function mirrored(name: PointName): PointName {
  if (name.startsWith('left.')) return name.replace('left.', 'right.') as PointName
  return name.replace('right.', 'left.') as PointName
}
