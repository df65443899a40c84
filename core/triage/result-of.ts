import type { Answers, Disposition, When } from '../schema/triage'
import { decide, withDerived } from './decide'
import { flagsOf } from './flags-of'
import { nextOf } from './steps'
import type { Triage } from './triage'

/** What a result says it rests on. */
export interface Reasons {
  /** What was told with a plain yes: tiles that are not private, and age flags. */
  told: readonly string[]
  /** What was not sure, or not said. */
  unsure: readonly string[]
  /** Is a private tile among them? Which one is never said. */
  hasPrivate: boolean
}

export interface Result extends Disposition {
  /** Does the level rest on something not sure or not said? With plain answers it would be lower. */
  isUnsure: boolean
  reasons: Reasons
  /** What was told; `exerciseFilterOf` makes of it what is left of the exercises. */
  flags: ReadonlySet<string>
}

/** Answers in, level and rules out; whatever is due and unanswered counts as yes. */
export const assess = ({ screens, ruleSet }: Triage, answers: Answers): Disposition =>
  decide(ruleSet, flagsOf(screens, answers))

/**
 * The result that may be shown, or null while something has to be asked: level 4 needs proof, so
 * every step that is due must have been answered in this visit. Level 1 needs no more than what
 * was said.
 */
export function resultOf(triage: Triage, answers: Answers): Result | null {
  if (nextOf(triage, answers).kind !== 'result') return null
  const { screens, ruleSet } = triage
  const flags = flagsOf(screens, answers, 'no')
  const disposition = decide(ruleSet, flags)
  const plain = new Set([...flags].filter((flag) => isPlain(triage, answers, flag)))
  return {
    ...disposition,
    isUnsure: decide(ruleSet, plain).level > disposition.level,
    reasons: reasonsOf(triage, disposition, flags, plain),
    flags,
  }
}

/** Was the flag set by a plain yes, an age or a region that was said? */
function isPlain({ screens }: Triage, answers: Answers, flag: string): boolean {
  if (Object.hasOwn(answers.tiles, flag)) return answers.tiles[flag] === 'yes'
  const isOfAge = screens.ages.some(({ sets }) => sets.includes(flag))
  return isOfAge ? answers.age !== 'unsaid' : (answers.region?.length ?? 0) > 0
}

/** The flags behind the rules that decide, in the order in which they were asked. */
function reasonsOf(
  { screens, ruleSet }: Triage,
  { level, fired }: Disposition,
  flags: ReadonlySet<string>,
  plain: ReadonlySet<string>,
): Reasons {
  const known = withDerived(ruleSet, flags)
  const behind = new Set<string>()
  const explain = (name: string): void => {
    const derived = ruleSet.derived.find(({ flag }) => flag === name)
    if (derived) explainAll(derived.when)
    else if (flags.has(name)) behind.add(name)
  }
  const explainAll = (when: When): void => {
    for (const all of when) if (all.every((flag) => known.has(flag))) all.forEach(explain)
  }
  for (const rule of fired) if (rule.level === level) explainAll(rule.when)
  const tiles = screens.screens.flatMap(({ tiles }) => tiles)
  const ageFlags = [...new Set(screens.ages.flatMap(({ sets }) => sets))]
  const named = [...ageFlags, ...tiles.filter((tile) => !tile.private).map(({ id }) => id)]
  const reasons = named.filter((flag) => behind.has(flag))
  return {
    told: reasons.filter((flag) => plain.has(flag)),
    unsure: reasons.filter((flag) => !plain.has(flag)),
    hasPrivate: tiles.some((tile) => tile.private && behind.has(tile.id)),
  }
}
