import type { Claim, Reference } from '../schema/evidence'
import type { Bundle, Words } from '../schema/pack'
import type { Drafted } from './draft'
import type { DraftExercises, DraftExerciseWords } from './read-exercises'

type Sound = <Value>(thing: Drafted<Value> | null | undefined) => Value | null
type Rested = { claims: readonly string[]; references: readonly string[] }
type Kept = Pick<Bundle, 'exercises' | 'relief'>

/**
 * The exercises, in the order of their codes, and the relief cards that are sound, have words in
 * the language of the pack, and rest on claims and references that are there.
 */
export function soundExercises(
  draft: DraftExercises,
  source: string,
  claims: ReadonlyMap<string, Claim>,
  references: ReadonlyMap<string, Reference>,
  sound: Sound,
): Kept {
  const words = draft.words.get(source)
  const kept = <Value extends Rested>(
    things: readonly Drafted<Value>[],
    itsWords: DraftExerciseWords['exercises'] | DraftExerciseWords['relief'] | undefined,
  ): [string, Value][] =>
    things.flatMap((thing) => {
      const value = sound(thing)
      const hasWords =
        sound<unknown>(itsWords?.shared) && sound<unknown>(itsWords?.byId.get(thing.id))
      return value && hasWords && isFirm(value) ? [[thing.id, value]] : []
    })
  const isFirm = (thing: Rested) =>
    thing.claims.every((id) => claims.has(id)) && thing.references.every((id) => references.has(id))

  const exercises = kept(draft.exercises, words?.exercises)
  exercises.sort(([, one], [, other]) => (one.code < other.code ? -1 : 1))
  return {
    exercises: Object.fromEntries(exercises),
    relief: Object.fromEntries(kept(draft.relief, words?.relief)),
  }
}

/** The words of what is kept in one language; each is left out where one word is missing. */
export function exerciseWordsIn(
  draft: DraftExercises,
  tag: string,
  { exercises, relief }: Kept,
  sound: Sound,
): Pick<Words, 'exercises' | 'relief'> {
  const words = draft.words.get(tag)
  const itsExercises = wordsFor(Object.keys(exercises), words?.exercises, sound)
  const itsRelief = wordsFor(Object.keys(relief), words?.relief, sound)
  return {
    ...(itsExercises && {
      exercises: { ...itsExercises.shared, exercises: itsExercises.byId },
    }),
    ...(itsRelief && { relief: { ...itsRelief.shared, cards: itsRelief.byId } }),
  }
}

function wordsFor<Shared, Value>(
  ids: readonly string[],
  words: { shared: Drafted<Shared>; byId: ReadonlyMap<string, Drafted<Value>> } | null | undefined,
  sound: Sound,
): { shared: Shared; byId: Record<string, Value> } | null {
  const shared = sound(words?.shared)
  const found = ids.flatMap((id) => {
    const value = sound(words?.byId.get(id))
    return value === null ? [] : [[id, value] as const]
  })
  if (ids.length === 0 || shared === null || found.length < ids.length) return null
  return { shared, byId: Object.fromEntries(found) }
}
