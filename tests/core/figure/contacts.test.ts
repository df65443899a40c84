import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactErrors, contactPoint, depthUnderFloor, solve } from '../../../core/figure/contacts'
import type { Hold, Posture } from '../../../core/figure/contacts'
import { NEUTRAL_POSE, NEUTRAL_POINTS, POINT_NAMES } from '../../../core/figure/skeleton'
import type { ContactName } from '../../../core/schema/pose-names'

const RUNS = { numRuns: 1000 }

const hold = (x: number, y: number, more: Partial<Hold> = {}): Hold => ({
  on: null,
  place: { x, y },
  part: 'sole',
  slope: 0,
  onSurface: true,
  open: 0,
  ...more,
})

const standing = (more: Partial<Posture> = {}): Posture => ({
  angles: NEUTRAL_POSE,
  lean: 0,
  onSide: false,
  anchor: { x: 0, y: 500, z: 0 },
  holds: new Map<ContactName, Hold>([
    ['left.foot', hold(0, 0)],
    ['right.foot', hold(0, 0)],
  ]),
  ...more,
})

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('a body with its contacts solved', () => {
  it('keeps its feet where they are held, wherever the pelvis goes within reach', () => {
    fc.assert(
      fc.property(
        within(-120, 120),
        within(360, 460),
        within(-90, 90),
        within(-40, 15),
        (x, y, lean, slope) => {
          const posture = standing({
            lean,
            anchor: { x, y, z: 0 },
            holds: new Map<ContactName, Hold>([
              ['left.foot', hold(-60, 0, { slope })],
              ['right.foot', hold(60, 0)],
            ]),
          })
          const errors = [...contactErrors(solve(posture), posture.holds).values()]
          return errors.length === 2 && errors.every((error) => error < 0.01)
        },
      ),
      RUNS,
    )
  })

  it('keeps a heel-raised foot on its ball, its toes flat', () => {
    fc.assert(
      fc.property(within(-45, 0), (slope) => {
        const posture = standing({
          anchor: 'left.foot',
          holds: new Map<ContactName, Hold>([['left.foot', hold(72, 0, { part: 'ball', slope })]]),
        })
        const { points } = solve(posture)
        expect(points['left.ball'].x).toBeCloseTo(72, 6)
        expect(points['left.ball'].y).toBeCloseTo(0, 6)
        expect(points['left.toe'].y).toBeCloseTo(0, 6)
        expect(points['left.heel'].y).toBeGreaterThanOrEqual(-1e-6)
      }),
      RUNS,
    )
  })

  it('brings its hands to any place that its arms are long enough for', () => {
    fc.assert(
      fc.property(
        within(0, 360),
        within(120, 320),
        within(0, 60),
        fc.option(within(0, 180)),
        (way, far, lean, slope) => {
          const shoulder = solve(standing({ lean })).points['right.shoulder']
          const angle = (way * Math.PI) / 180
          // A hand with a slope of its own takes its length from what the arm can reach.
          const reach = slope === null ? far : Math.min(far, 260)
          const target = hold(
            shoulder.x + reach * Math.cos(angle),
            shoulder.y + reach * Math.sin(angle),
            { part: slope === null ? 'palm' : 'wrist', slope },
          )
          const posture = standing({ lean, holds: new Map([['right.hand', target]]) })
          const [error] = contactErrors(solve(posture), posture.holds).values()
          return error !== undefined && error < 0.01
        },
      ),
      RUNS,
    )
  })

  it('lets a foot stay where it is while the knee over it opens outward', () => {
    fc.assert(
      fc.property(
        within(20, 70),
        within(60, 110),
        within(-15, 10),
        within(1, 55),
        (hip, knee, aside, open) => {
          const opened = (degrees: number) =>
            solve({
              angles: {
                ...NEUTRAL_POSE,
                'right.hip.flexion': hip,
                'right.hip.abduction': aside,
                'right.knee.flexion': knee,
              },
              lean: 0,
              onSide: true,
              anchor: { x: 0, y: 100, z: 0 },
              holds: new Map([['right.foot', hold(0, 0, { on: 'left.ankle', open: degrees })]]),
            }).points
          const [before, after] = [opened(0.001), opened(open)]
          for (const axis of ['x', 'y', 'z'] as const) {
            expect(Math.abs(after['right.ankle'][axis] - before['right.ankle'][axis])).toBeLessThan(
              0.2,
            )
          }
          expect(after['right.knee'].y).toBeGreaterThan(before['right.knee'].y)
        },
      ),
      RUNS,
    )
  })

  it('keeps every bone as long as it is', () => {
    fc.assert(
      fc.property(within(-120, 120), within(300, 520), within(-90, 90), (x, y, lean) => {
        const { points } = solve(standing({ lean, anchor: { x, y, z: 0 } }))
        const length = (of: typeof NEUTRAL_POINTS, a: 'right.hip', b: 'right.knee') =>
          Math.hypot(of[a].x - of[b].x, of[a].y - of[b].y, of[a].z - of[b].z)
        return (
          Math.abs(
            length(points, 'right.hip', 'right.knee') -
              length(NEUTRAL_POINTS, 'right.hip', 'right.knee'),
          ) < 1e-6
        )
      }),
      RUNS,
    )
  })

  it('tells what is out of reach, and stays a body', () => {
    const posture = standing({
      holds: new Map<ContactName, Hold>([['right.hand', hold(900, 900, { part: 'palm' })]]),
    })
    const body = solve(posture)
    expect(contactErrors(body, posture.holds).get('right.hand')).toBeGreaterThan(100)
    for (const name of POINT_NAMES) expect(Number.isFinite(body.points[name].x)).toBe(true)
  })

  it('sits where it is told to', () => {
    const holds = new Map<ContactName, Hold>([['seat', hold(10, 230)]])
    const body = solve(standing({ anchor: 'seat', lean: 30, holds }))
    const seat = contactPoint(body, 'seat', 'sole')
    expect([seat.x, seat.y]).toEqual([10, 230])
  })
})

describe('the depth under the floor', () => {
  it('is how deep the lowest part lies', () => {
    const body = solve(standing({ anchor: { x: 0, y: 500, z: 0 }, holds: new Map() }))
    const { depth, point } = depthUnderFloor(body)
    expect(depth).toBeCloseTo(30, 6)
    expect(point).toMatch(/heel|ball|toe/)
  })

  it('is none for a body that stands', () => {
    expect(depthUnderFloor(solve(standing())).depth).toBeLessThan(0.01)
  })
})
