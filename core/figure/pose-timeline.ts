import type { PoseScript } from '../schema/pose'
import type { ContactName } from '../schema/pose-names'
import { solve } from './contacts'
import type { Body, Hold, Holds } from './contacts'
import { walkOrigin, walkPose } from './gait'
import { performanceOf } from './pose-script'
import type { Moment, Moves, Performance, PoseWay } from './pose-script'
import { pointsOf, pinnedAt } from './kinematics'
import { ANGLE_NAMES } from './skeleton'
import type { AngleName, Vec3 } from './skeleton'

/** What is to be seen at one instant. */
export interface PoseFrame {
  readonly body: Body
  readonly holds: Holds
  readonly lit: Performance['lit']
  /** The key pose that the body is in or on its way to. */
  readonly phaseName: string
  readonly moves: Moves
  /** Arrows that a still of this instant shows. */
  readonly cues: Moment['cues']
}

const cache = new WeakMap<PoseScript, Map<PoseWay, Performance>>()

/** The performance of one way, worked out once for each script. */
export function performanceFor(script: PoseScript, way: PoseWay): Performance {
  const ways = cache.get(script) ?? new Map<PoseWay, Performance>()
  cache.set(script, ways)
  const performance = ways.get(way) ?? performanceOf(script, way)
  ways.set(way, performance)
  return performance
}

/** Seconds until the performance begins again. */
export const cycleSeconds = ({ walk, moments }: Performance): number =>
  walk ?? moments.reduce((sum, { seconds, hold }) => sum + seconds + hold, 0)

/**
 * The instant in the middle of the hold of a key pose, in seconds from the beginning; null where
 * there is no such pose. Key poses of a walk lie evenly over one step.
 */
export function instantOf(performance: Performance, name: string): number | null {
  const { walk, moments } = performance
  const index = moments.findIndex((moment) => moment.name === name)
  if (index < 0) return null
  if (walk !== null) return (walk * (0.02 + index * (0.5 / moments.length))) % walk
  return moments
    .slice(0, index + 1)
    .reduce(
      (sum, { seconds, hold }, i) =>
        sum + (i === 0 ? 0 : seconds) + (i === index ? hold / 2 : hold),
      0,
    )
}

const eased = (ease: Moment['ease'], t: number): number =>
  ease === 'even' ? t : t * t * t * (t * (6 * t - 15) + 10)

const between = (a: number, b: number, t: number): number => a + t * (b - a)

const placeBetween = (a: Vec3, b: Vec3, t: number): Vec3 => ({
  x: between(a.x, b.x, t),
  y: between(a.y, b.y, t),
  z: between(a.z, b.z, t),
})

/** The contacts that two key poses share, on their way from one place to the other. */
function sharedHolds(before: Holds, after: Holds, t: number): Holds {
  const shared = new Map<ContactName, Hold>()
  for (const [name, a] of before) {
    const b = after.get(name)
    if (!b || a.on !== b.on || a.part !== b.part || (a.slope === null) !== (b.slope === null)) {
      continue
    }
    shared.set(name, {
      ...b,
      place: { x: between(a.place.x, b.place.x, t), y: between(a.place.y, b.place.y, t) },
      slope: a.slope === null || b.slope === null ? null : between(a.slope, b.slope, t),
      open: between(a.open, b.open, t),
    })
  }
  return shared
}

function movesBetween(a: Moves, b: Moves, t: number): Moves {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Moves>
  return Object.fromEntries(
    [...names].map((name) => {
      const [from, to] = [a[name] ?? [0, 0], b[name] ?? [0, 0]]
      return [name, [between(from[0], to[0], t), between(from[1], to[1], t)]]
    }),
  )
}

/** The instant a share `t` of the way from one key pose to the next. */
function passing(before: Moment, after: Moment, t: number, lit: Performance['lit']): PoseFrame {
  const [from, to] = [before.posture, after.posture]
  const holds = sharedHolds(from.holds, to.holds, t)
  const isOpen = (holdsOfOne: Holds): boolean =>
    [...holdsOfOne.values()].some(({ open }) => open > 0)
  // A knee that opens over its foot is given as it is before it opens.
  const [a, b] =
    isOpen(from.holds) || isOpen(to.holds)
      ? [from.angles, to.angles]
      : [before.body.angles, after.body.angles]
  const angles = {} as Record<AngleName, number>
  for (const name of ANGLE_NAMES) angles[name] = between(a[name], b[name], t)
  const anchor =
    from.anchor === to.anchor && typeof to.anchor === 'string' && holds.has(to.anchor)
      ? to.anchor
      : placeBetween(before.body.points.pelvis, after.body.points.pelvis, t)
  return {
    body: solve({
      angles,
      lean: between(from.lean, to.lean, t),
      onSide: to.onSide,
      anchor,
      holds,
    }),
    holds,
    lit,
    phaseName: after.name,
    moves: movesBetween(before.moves, after.moves, t),
    cues: [],
  }
}

function walking(performance: Performance, walk: number, time: number): PoseFrame {
  const phase = (time / walk) % 1
  const angles = walkPose(phase)
  const points = pinnedAt(pointsOf(angles), 'pelvis', { x: 0, y: walkOrigin(phase).y, z: 0 })
  return {
    body: { angles, points, lean: 0, onSide: false },
    holds: new Map(),
    lit: performance.lit,
    phaseName: 'walk',
    moves: {},
    cues: [],
  }
}

/** The frame of a performance at a time in seconds; it begins again at the end of its cycle. */
export function frameAt(performance: Performance, time: number): PoseFrame {
  const { walk, moments, lit } = performance
  if (walk !== null) return walking(performance, walk, time)
  let rest = time % cycleSeconds(performance)
  for (const [index, moment] of moments.entries()) {
    if (rest <= moment.hold) {
      const { body, posture, name, moves, cues } = moment
      return { body, holds: posture.holds, lit, phaseName: name, moves, cues }
    }
    rest -= moment.hold
    const next = moments[(index + 1) % moments.length] ?? moment
    if (rest < next.seconds) {
      return passing(moment, next, eased(next.ease, rest / next.seconds), lit)
    }
    rest -= next.seconds
  }
  return frameAt(performance, 0)
}

/**
 * The pose of an exercise at a time in seconds, with its contacts, what is lit and the name of the
 * key pose it is in or comes to. Stills are the same call at `instantOf` a key pose.
 */
export const poseAt = (script: PoseScript, way: PoseWay, time: number): PoseFrame =>
  frameAt(performanceFor(script, way), time)
