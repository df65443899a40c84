import type { Amount, Exercise } from '../../schema/exercise'
import { finding, type Check, type Finding } from '../finding'
import { below, type Part } from '../part'

/** Every exercise says in numbers how much and how often, and no two share a code or a part's id. */
export const exercisesHaveDose: Check = function* ({ exercises: { exercises, relief } }) {
  const fileOfCode = new Map<string, string>()
  for (const exercise of exercises) {
    const { at, value } = exercise
    if (!value) continue
    for (const { problem } of inOne(value, at)) yield { problem, spoils: exercise }
    const first = fileOfCode.get(value.code)
    if (first !== undefined) {
      const telling = {
        code: 'id-duplicate',
        message: `The exercise in ${first} already has the code ${value.code}.`,
        cure: 'Give this one a code of its own.',
      } as const
      yield finding(below(at, 'code'), telling, exercise)
    }
    fileOfCode.set(value.code, at.file.name)
  }
  for (const card of relief) {
    if (!card.value) continue
    const { minutes, timesPerDay } = card.value
    for (const { problem } of upsideDown(card.at, { minutes, timesPerDay })) {
      yield { problem, spoils: card }
    }
  }
}

function* inOne({ dose, easier, harder }: Exercise, at: Part): Generator<Finding> {
  const ids = new Set<string>()
  for (const [index, part] of dose.parts.entries()) {
    const place = below(at, 'dose', 'parts', index)
    yield* upsideDown(place, part)
    if (!part.reps && !part.minutes) yield lacks(place, '"reps" or "minutes"')
    if (part.holdSeconds && !part.reps) yield lacks(place, '"reps" beside "holdSeconds"')
    if (part.sets && !part.reps) yield lacks(place, '"reps" beside "sets"')
    if (part.restSeconds && !part.sets) yield lacks(place, '"sets" beside "restSeconds"')
    if (ids.has(part.id)) {
      yield finding(below(place, 'id'), {
        code: 'id-duplicate',
        message: `There already is a part "${part.id}" in this dose.`,
        cure: 'Give this part a name of its own.',
      })
    }
    ids.add(part.id)
  }
  const { timesPerDay, daysPerWeek, growth } = dose
  yield* upsideDown(below(at, 'dose'), { timesPerDay, daysPerWeek })
  if (daysPerWeek.max > 7) {
    yield finding(below(at, 'dose', 'daysPerWeek'), {
      code: 'field-wrong',
      message: 'A week has 7 days.',
      cure: 'Write at most 7.',
    })
  }
  if (growth) {
    yield* upsideDown(below(at, 'dose', 'growth'), { minutesPerWeek: growth.minutesPerWeek })
    if (!dose.parts.some(({ minutes }) => minutes)) {
      yield lacks(below(at, 'dose', 'growth'), '"minutes" that can grow in one of its parts')
    }
  }
  for (const [version, variant] of Object.entries({ easier, harder })) {
    if (variant?.dose) yield* upsideDown(below(at, version, 'dose'), variant.dose)
  }
}

const lacks = (at: Part, what: string): Finding =>
  finding(at, {
    code: 'dose-without-numbers',
    message: `This dose lacks ${what}.`,
    cure: 'Add the number, so that people know how much to do.',
  })

function* upsideDown(at: Part, amounts: object): Generator<Finding> {
  for (const [field, amount] of Object.entries(amounts) as [string, unknown][]) {
    if (!isAmount(amount) || amount.min <= amount.max) continue
    yield finding(below(at, field), {
      code: 'field-wrong',
      message: `The range "${field}" runs from ${String(amount.min)} down to ${String(amount.max)}.`,
      cure: 'Write the smaller number under "min".',
    })
  }
}

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'object' && value !== null && 'min' in value && 'max' in value
