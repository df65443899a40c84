import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactErrors, contactPoint, depthUnderFloor } from '../../../core/figure/contacts'
import { cycleSeconds, frameAt, instantOf, poseAt } from '../../../core/figure/pose-timeline'
import type { PoseFrame } from '../../../core/figure/pose-timeline'
import type { Performance } from '../../../core/figure/pose-script'
import { ANGLE_NAMES, POINT_NAMES, RANGES } from '../../../core/figure/skeleton'
import { PoseScript } from '../../../core/schema/pose'
import { shippedExercises, shippedPerformances } from '../../support/exercises-with-poses'

const RUNS = { numRuns: 1500 }

const anyInstant = fc
  .tuple(
    fc.constantFrom(...shippedPerformances.map(([, performance]) => performance)),
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  )
  .map(([performance, share]): [Performance, number] => [
    performance,
    share * cycleSeconds(performance),
  ])

const farthest = (a: PoseFrame, b: PoseFrame): number =>
  Math.max(
    ...POINT_NAMES.map((name) => {
      const [p, q] = [a.body.points[name], b.body.points[name]]
      return Math.hypot(p.x - q.x, p.y - q.y, p.z - q.z)
    }),
  )

describe('the exercises that the product brings', () => {
  it('all have poses, in each of their ways', () => {
    expect(shippedExercises.filter(({ poses }) => !poses).map(({ id }) => id)).toEqual([])
    expect(shippedPerformances).toHaveLength(53)
  })

  it.each(shippedPerformances)('%s has a start, a middle and an end', (_, performance) => {
    for (const name of ['start', 'middle', 'end']) {
      expect(instantOf(performance, name)).not.toBeNull()
    }
  })

  it('never bend a joint past its range, at any instant', () => {
    fc.assert(
      fc.property(anyInstant, ([performance, seconds]) => {
        const { angles } = frameAt(performance, seconds).body
        return ANGLE_NAMES.every(
          (name) =>
            angles[name] >= RANGES[name].min - 0.6 && angles[name] <= RANGES[name].max + 0.6,
        )
      }),
      RUNS,
    )
  })

  it('never let a contact slide by more than 2 thousandths of body height', () => {
    fc.assert(
      fc.property(anyInstant, ([performance, seconds]) => {
        const { body, holds } = frameAt(performance, seconds)
        return [...contactErrors(body, holds).values()].every((error) => error <= 2)
      }),
      RUNS,
    )
  })

  it('keep what is pinned in two poses that follow each other at one place in between', () => {
    const stays = shippedPerformances.flatMap(([, performance]) =>
      performance.walk === null
        ? performance.moments.flatMap((before, index) => {
            const after = performance.moments[index + 1]
            return after ? [{ performance, before, after }] : []
          })
        : [],
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...stays),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ performance, before, after }, share) => {
          const from = (instantOf(performance, before.name) ?? 0) + before.hold / 2
          const { body, holds } = frameAt(performance, from + share * after.seconds)
          for (const [name, hold] of holds) {
            const [a, b] = [before.posture.holds.get(name), after.posture.holds.get(name)]
            const isPinned =
              a && b && hold.on === null && a.place.x === b.place.x && a.place.y === b.place.y
            if (!isPinned) continue
            const here = contactPoint(body, name, hold.part)
            expect(Math.hypot(here.x - a.place.x, here.y - a.place.y)).toBeLessThanOrEqual(2)
          }
        },
      ),
      RUNS,
    )
  })

  it('never sink through the floor by more than flesh gives', () => {
    fc.assert(
      fc.property(anyInstant, ([performance, seconds]) => {
        if (performance.walk !== null) return true
        return depthUnderFloor(frameAt(performance, seconds).body).depth <= 4.5
      }),
      RUNS,
    )
  })

  it('move on smoothly, and begin again where they end', () => {
    fc.assert(
      fc.property(anyInstant, ([performance, seconds]) => {
        const now = frameAt(performance, seconds)
        expect(farthest(now, frameAt(performance, seconds + 1 / 60))).toBeLessThan(40)
        const again = frameAt(performance, seconds + cycleSeconds(performance))
        expect(farthest(now, again)).toBeLessThan(0.01)
      }),
      RUNS,
    )
  })
})

const nod = PoseScript.parse({
  base: 'standing',
  lit: ['calf'],
  keys: [
    { name: 'start', hold: 1 },
    { name: 'middle', seconds: 2, hold: 0, angles: { 'neck.flexion': 10 } },
    { name: 'end', seconds: 2, hold: 2, angles: { 'neck.flexion': 30 } },
  ],
  easier: { keys: [{ name: 'end', angles: { 'neck.flexion': 20 } }] },
  harder: {
    base: 'sitting',
    props: { chair: {} },
    keys: [{ name: 'start' }, { name: 'middle' }, { name: 'end' }],
  },
})
const neckAt = (seconds: number, way: 'standard' | 'easier' | 'harder' = 'standard') =>
  poseAt(nod, way, seconds).body.angles['neck.flexion']

describe('a pose at a time', () => {
  it('is the key pose while that is held, and half way in the middle of the way', () => {
    expect(neckAt(0.5)).toBe(0)
    expect(neckAt(2)).toBeCloseTo(5, 6)
    expect(neckAt(6)).toBeCloseTo(30, 6)
  })

  it('tells what works and which pose it is in or comes to', () => {
    expect(poseAt(nod, 'standard', 0.5)).toMatchObject({ lit: ['calf'], phaseName: 'start' })
    expect(poseAt(nod, 'standard', 1.5).phaseName).toBe('middle')
  })

  it('starts and ends each way slowly', () => {
    expect(neckAt(1.1)).toBeLessThan(0.02 * 10)
    expect(neckAt(2.9)).toBeGreaterThan(0.98 * 10)
  })

  it('differs in the easier way only in what that way says', () => {
    expect(neckAt(6, 'easier')).toBeCloseTo(20, 6)
    expect(neckAt(2, 'easier')).toBeCloseTo(5, 6)
  })

  it('stands alone in a way with a base of its own', () => {
    const { body } = poseAt(nod, 'harder', 0)
    expect(body.points.pelvis.y).toBeCloseTo(288, 0)
  })
})
