import type { Draft } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { nearMatch } from '../near-match'
import { below, entriesOf, fieldsOf, type Part } from '../part'

/**
 * Every flag that rules, screens and the exercise filter name is set by something that comes
 * before it, every source of a rule exists, and no tile, screen or rule stands twice.
 */
export const triageFlagsResolve: Check = function* (draft) {
  const { triage } = draft
  if (!triage?.screens?.value) return
  const { ages, screens } = triage.screens.value
  const { at } = triage.screens

  const known = new Set<string>(['back', 'leg', 'foot', ...ages.flatMap(({ sets }) => sets)])
  const seenScreens = new Set<string>()
  for (const [index, screen] of screens.entries()) {
    const place = below(at, 'screens', index)
    yield* onlyOnce(below(place, 'id'), screen.id, seenScreens, triage)
    yield* unresolved(below(place, 'askIf'), known, triage)
    if (screen.gate !== undefined) yield* onlyOnce(below(place, 'gate'), screen.gate, known, triage)
    for (const [number, tile] of screen.tiles.entries()) {
      yield* onlyOnce(below(place, 'tiles', number, 'id'), tile.id, known, triage)
    }
  }
  const safety = triage.exerciseSafety
  if (safety?.value) {
    for (const field of ['signsOf', 'without']) {
      for (const one of fieldsOf(below(safety.at, field)).values()) {
        yield* unresolvedFlag(one, String(one.path.at(-1)), known, triage)
      }
    }
    yield* unresolved(below(safety.at, 'noneWith'), known, triage)
  }
  const rules = triage.ruleSet
  if (!rules?.value) return
  for (const [index, derived] of rules.value.derived.entries()) {
    const place = below(rules.at, 'derived', index)
    yield* unresolvedIn(below(place, 'when'), known, triage)
    yield* sourcesOf(below(place, 'sources'), draft, triage)
    yield* onlyOnce(below(place, 'flag'), derived.flag, known, triage)
  }
  const seenRules = new Set<string>()
  for (const [index, rule] of rules.value.rules.entries()) {
    const place = below(rules.at, 'rules', index)
    yield* unresolvedIn(below(place, 'when'), known, triage)
    yield* sourcesOf(below(place, 'sources'), draft, triage)
    yield* onlyOnce(
      below(place, 'id'),
      `${rule.id} at level ${String(rule.level)}`,
      seenRules,
      triage,
    )
  }
}

function* onlyOnce(at: Part, name: string, seen: Set<string>, spoils: object): Generator<Finding> {
  if (seen.has(name)) {
    const telling = {
      code: 'id-duplicate',
      message: `There is already something called "${name}" above.`,
      cure: 'Give this one a name of its own, or delete it.',
    } as const
    yield finding(at, telling, spoils)
  }
  seen.add(name)
}

function* unresolvedIn(when: Part, known: ReadonlySet<string>, spoils: object): Generator<Finding> {
  for (const all of entriesOf(when)) yield* unresolved(all, known, spoils)
}

function* unresolved(list: Part, known: ReadonlySet<string>, spoils: object): Generator<Finding> {
  for (const at of entriesOf(list)) yield* unresolvedFlag(at, String(at.value), known, spoils)
}

function* unresolvedFlag(
  at: Part,
  flag: string,
  known: ReadonlySet<string>,
  spoils: object,
): Generator<Finding> {
  if (known.has(flag)) return
  const near = nearMatch(flag, known)
  const telling = {
    code: 'flag-unresolved',
    message: `Nothing before this sets the flag "${flag}".`,
    cure: near
      ? `Write ${near} if you mean that one, or add a tile "${flag}".`
      : `Add a tile "${flag}" to a screen, or take it out here.`,
  } as const
  yield finding(at, telling, spoils)
}

function* sourcesOf(list: Part, { references }: Draft, spoils: object): Generator<Finding> {
  if (!references) return
  const known = new Set(references.map(({ id }) => id))
  for (const source of entriesOf(list)) {
    const at = below(source, 'reference')
    if (typeof at.value !== 'string' || known.has(at.value)) continue
    const near = nearMatch(at.value, known)
    const telling = {
      code: 'reference-unresolved',
      message: `There is no reference "${at.value}" in references.json.`,
      cure: near
        ? `Write ${near} if you mean that one, or add "${at.value}" to references.json.`
        : `Add "${at.value}" to references.json, or tell the source in words under "note".`,
    } as const
    yield finding(at, telling, spoils)
  }
}
