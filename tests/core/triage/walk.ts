import type { Age, Answer, Answers, Region } from '../../../core/schema/triage'
import type { Step } from '../../../core/triage/steps'

/** Somebody in front of the screens: the last answers stay when one goes back. */
export interface Person {
  age: Age
  region: readonly Region[]
  tiles: Readonly<Record<string, Answer>>
}

/** What is known after the person answered one step as they would. */
export function answeredBy(person: Person, answers: Answers, { asks, items }: Step): Answers {
  if (asks === 'age') return { ...answers, age: person.age }
  if (asks === 'region') return { ...answers, region: person.region }
  const given = items.map((item) => [item, person.tiles[item] ?? 'no'] as const)
  return { ...answers, tiles: { ...answers.tiles, ...Object.fromEntries(given) } }
}

/** Taps that a step costs: one for a single choice; else one a tile and one to go on, or None. */
export function tapsOf({ asks, items }: Step, person: Person): number {
  if (asks === 'age' || asks === 'gate') return 1
  // The region is tapped once: the well patient of the tap budget hurts in one place.
  if (asks === 'region') return person.region.length
  const tapped = items.filter((item) => (person.tiles[item] ?? 'no') !== 'no').length
  return tapped === 0 ? 1 : tapped + 1
}
