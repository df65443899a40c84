import {
  AGE_BANDS,
  REGIONS,
  type Age,
  type Answer,
  type Answers,
  type Region,
} from '../schema/triage'
import { decide, withDerived } from './decide'
import { flagsOf } from './flags-of'
import type { Triage } from './triage'

const REGION_SETS: readonly (readonly Region[])[] = [
  ...REGIONS.map((one) => [one]),
  ...REGIONS.flatMap((one, index) => REGIONS.slice(index + 1).map((other) => [one, other])),
  REGIONS,
]
const AGES: readonly Age[] = ['18-49', ...AGE_BANDS.filter((band) => band !== '18-49'), 'unsaid']

/**
 * Answers with as few yeses as can be in which all these flags are set; none where they can never
 * be set together. Everything else that is due is answered No.
 */
export function* witnessesOf(triage: Triage, flags: readonly string[]): Generator<Answers> {
  for (const plain of withoutDerived(triage, flags)) {
    for (const opened of withParents(triage, plain)) {
      const tiles = allNo(triage)
      for (const flag of opened) if (Object.hasOwn(tiles, flag)) tiles[flag] = 'yes'
      for (const age of AGES) {
        for (const region of REGION_SETS) {
          const answers = { age, region, tiles }
          const set = withDerived(triage.ruleSet, flagsOf(triage.screens, answers))
          if (flags.every((flag) => set.has(flag))) yield answers
        }
      }
    }
  }
}

/** Can this rule be the one that decides? Without it, some answers must lead to a later visit. */
export function isReachable(triage: Triage, index: number): boolean {
  const { screens, ruleSet } = triage
  const without = { ...ruleSet, rules: ruleSet.rules.filter((_, at) => at !== index) }
  for (const all of ruleSet.rules[index]?.when ?? []) {
    for (const answers of witnessesOf(triage, all)) {
      const flags = flagsOf(screens, answers)
      const [before, after] = [decide(ruleSet, flags), decide(without, flags)]
      if (before.level !== after.level || before.withinDays !== after.withinDays) return true
    }
  }
  return false
}

/** Every gate and tile answered No. */
function allNo({ screens }: Triage): Record<string, Answer> {
  const items = screens.screens.flatMap(({ gate, tiles }) => [
    ...(gate === undefined ? [] : [gate]),
    ...tiles.map(({ id }) => id),
  ])
  return Object.fromEntries(items.map((item) => [item, 'no']))
}

/** The flags with each derived one replaced by each of the ways to set it. */
export function* withoutDerived(
  triage: Triage,
  flags: readonly string[],
): Generator<readonly string[]> {
  const first = flags.find((flag) => triage.ruleSet.derived.some((one) => one.flag === flag))
  if (first === undefined) {
    yield flags
    return
  }
  const others = flags.filter((flag) => flag !== first)
  for (const { flag, when } of triage.ruleSet.derived) {
    if (flag !== first) continue
    for (const all of when) yield* withoutDerived(triage, [...others, ...all])
  }
}

/** The flags with the gates and the tiles that must be tapped for them to be asked. */
export function* withParents(
  triage: Triage,
  flags: readonly string[],
): Generator<readonly string[]> {
  for (const screen of triage.screens.screens) {
    if (!screen.tiles.some(({ id }) => flags.includes(id))) continue
    if (screen.gate !== undefined && !flags.includes(screen.gate)) {
      yield* withParents(triage, [...flags, screen.gate])
      return
    }
    if (screen.askIf && !screen.askIf.some((flag) => flags.includes(flag))) {
      for (const flag of screen.askIf) yield* withParents(triage, [...flags, flag])
      return
    }
  }
  yield flags
}
