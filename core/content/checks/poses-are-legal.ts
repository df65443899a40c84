import { versionOf } from '../../exercises/version-of'
import { contactErrors, depthUnderFloor } from '../../figure/contacts'
import { frameAt } from '../../figure/pose-timeline'
import type { PoseFrame } from '../../figure/pose-timeline'
import { performanceOf } from '../../figure/pose-script'
import type { Performance, PoseWay } from '../../figure/pose-script'
import { ANGLE_NAMES, RANGES } from '../../figure/skeleton'
import type { Exercise } from '../../schema/exercise'
import type { PoseScript } from '../../schema/pose'
import { SCENE_PROPS } from '../../schema/pose-names'
import { finding, type Check, type Finding } from '../finding'
import { below, type Part } from '../part'

/** How far a held part may be from where it is held, in thousandths of body height. */
const TOLERANCE = 2
/** How deep a point may sink: the skeleton is stiff, and flesh gives that much. */
const FLESH_GIVES = 4
/** How far past its range a joint may be, in degrees: a rounding, not a pose. */
const ROUNDING = 0.5
/** The fastest that a joint may turn in an exercise for everybody, in degrees a second. */
const FASTEST_TURN = 240
/** The fastest that the pelvis may travel, in body units a second. */
const FASTEST_TRAVEL = 900
const STEPS_PER_SECOND = 10
const LEAST_STEPS = 8

const STILLS = ['start', 'middle', 'end'] as const

/**
 * Every exercise with poses keeps its joints in range, its body above the floor and its contacts
 * where they are, passes from pose to pose without a jump, and shows the props that it needs.
 */
export const posesAreLegal: Check = function* ({ exercises: { exercises } }) {
  for (const { value, at } of exercises) {
    const script = value?.poses
    if (!value || !script) continue
    for (const way of ['standard', 'easier', 'harder'] as const) {
      const version = versionOf(value, way === 'standard' ? 'main' : way)
      if (version) yield* inOneWay(script, version, way, below(at, 'poses'))
    }
  }
}

function* inOneWay(
  script: PoseScript,
  { props }: Exercise,
  way: PoseWay,
  at: Part,
): Generator<Finding> {
  const place = placeOf(script, way, at)
  const performance = performanceOf(script, way)
  const whole = place(null)
  for (const prop of props) {
    if (isDrawn(prop) && !performance.props[prop]) yield noProp(whole, prop, way)
  }
  const names = performance.moments.map(({ name }) => name)
  for (const still of STILLS) {
    if (names.filter((name) => name === still).length !== 1) {
      yield finding(below(whole, 'keys'), {
        code: 'field-wrong',
        message: `There must be one key pose called "${still}", and there ${names.includes(still) ? 'are more' : 'is none'}.`,
        cure: `Give the poses that are printed the names ${STILLS.join(', ')}.`,
      })
    }
  }
  if (performance.walk !== null) return
  yield* touchedProps(script, performance, way, whole)
  const told = new Set<string>()
  for (const moment of performance.moments) {
    const { body, posture } = moment
    const frame = { body, holds: posture.holds }
    if (typeof posture.anchor === 'string' && !posture.holds.has(posture.anchor)) {
      yield finding(below(place(moment.name), 'anchor'), {
        code: 'contact-lost',
        message: `The body is anchored at "${posture.anchor}", which touches nothing here.`,
        cure: 'Say under "touch" where it lies, or name another anchor.',
      })
      continue
    }
    yield* inOneFrame(frame, place(moment.name), told)
  }
  yield* onTheWay(performance, place, told)
}

/** Where the key pose of a way stands in the file: with the way, or else with the exercise. */
function placeOf(script: PoseScript, way: PoseWay, at: Part): (name: string | null) => Part {
  const variant = way === 'standard' ? undefined : script[way]
  return (name) => {
    const own = variant?.keys.findIndex((key) => key.name === name) ?? -1
    if (variant && (name === null || own >= 0 || variant.base)) {
      const inVariant = below(at, way)
      return own >= 0 ? below(inVariant, 'keys', own) : inVariant
    }
    const index = script.keys.findIndex((key) => key.name === name)
    return index >= 0 ? below(at, 'keys', index) : at
  }
}

function* inOneFrame(
  { body, holds }: Pick<PoseFrame, 'body' | 'holds'>,
  at: Part,
  told: Set<string>,
): Generator<Finding> {
  // What is wrong on both sides is told once.
  const once = (what: string, name: string): boolean => {
    const key = `${what} ${name.replace(/^(left|right)\./, '')}`
    if (told.has(key)) return false
    told.add(key)
    return true
  }
  for (const name of ANGLE_NAMES) {
    const [{ min, max }, angle] = [RANGES[name], body.angles[name]]
    const isInRange = angle >= min - ROUNDING && angle <= max + ROUNDING
    if (isInRange || !once('range', name)) continue
    yield finding(below(at, 'angles', name), {
      code: 'joint-out-of-range',
      message: `"${name}" is ${angle.toFixed(0)} degrees here, and people can do ${String(min)} to ${String(max)}.`,
      cure: 'Change the angle, or move what is touched so that the joint need not bend so far.',
    })
  }
  for (const [name, error] of contactErrors(body, holds)) {
    if (error <= TOLERANCE || !once('contact', name)) continue
    yield finding(below(at, 'touch', name), {
      code: 'contact-lost',
      message: `"${name}" cannot reach where it should lie: ${error.toFixed(0)} thousandths of body height are missing.`,
      cure: 'Bring the body or the place nearer, or write "free" to let go.',
    })
  }
  const { depth, point } = depthUnderFloor(body)
  if (depth > FLESH_GIVES && once('floor', point)) {
    yield finding(at, {
      code: 'body-through-floor',
      message: `"${point}" is ${depth.toFixed(0)} thousandths of body height under the floor.`,
      cure: 'Bend a joint before it, or say under "touch" that it lies on the floor.',
    })
  }
}

/** Follows the body on its way from each pose to the next. */
function* onTheWay(
  performance: Performance,
  place: (name: string | null) => Part,
  told: Set<string>,
): Generator<Finding> {
  const { moments } = performance
  let begins = 0
  for (const [index, { hold }] of moments.entries()) {
    const next = moments[(index + 1) % moments.length]
    if (!next) return
    begins += hold
    const steps = Math.max(LEAST_STEPS, Math.ceil(next.seconds * STEPS_PER_SECOND))
    const at = place(next.name)
    let before = frameAt(performance, begins)
    for (let step = 1; step < steps; step += 1) {
      const frame = frameAt(performance, begins + (step / steps) * next.seconds)
      yield* inOneFrame(frame, at, told)
      const jump = jumpBetween(before, frame, next.seconds / steps)
      if (jump && !told.has(`jump ${next.name}`)) {
        told.add(`jump ${next.name}`)
        yield finding(below(at, 'seconds'), {
          code: 'pose-jumps',
          message: `On the way to "${next.name}" the body jumps: ${jump}.`,
          cure: 'Give it more seconds, or put a pose between.',
        })
      }
      before = frame
    }
    begins += next.seconds
  }
}

/** What is too fast between two frames, or null. */
function jumpBetween(before: PoseFrame, after: PoseFrame, seconds: number): string | null {
  for (const name of ANGLE_NAMES) {
    const speed = Math.abs(after.body.angles[name] - before.body.angles[name]) / seconds
    if (speed > FASTEST_TURN) return `"${name}" turns ${speed.toFixed(0)} degrees a second`
  }
  const [a, b] = [before.body.points.pelvis, after.body.points.pelvis]
  const travel = Math.hypot(b.x - a.x, b.y - a.y) / seconds
  return travel > FASTEST_TRAVEL
    ? `the pelvis travels ${travel.toFixed(0)} thousandths of body height a second`
    : null
}

type Drawn = (typeof SCENE_PROPS)[number]
const isDrawn = (prop: string): prop is Drawn => (SCENE_PROPS as readonly string[]).includes(prop)

const noProp = (at: Part, prop: string, way: PoseWay): Finding =>
  finding(below(at, 'props'), {
    code: 'prop-missing',
    message: `The ${way === 'standard' ? 'exercise' : `${way} way`} needs a ${prop}, and its picture shows none.`,
    cure: `Add "${prop}" under "props" of the poses.`,
  })

/** What is touched must be there. */
function* touchedProps(
  script: PoseScript,
  { props }: Performance,
  way: PoseWay,
  at: Part,
): Generator<Finding> {
  const variant = way === 'standard' ? undefined : script[way]
  const keys = variant?.base ? variant.keys : [...script.keys, ...(variant?.keys ?? [])]
  const touched = new Set(
    keys.flatMap(({ touch }) =>
      Object.values(touch ?? {}).flatMap((one) => (one === 'free' || !one ? [] : [one.on])),
    ),
  )
  for (const on of touched) {
    if (on === 'floor' || on === 'air' || !isDrawn(on)) continue
    if (!props[on]) yield noProp(at, on, way)
  }
}
