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

/**
 * The words of what is kept in one language. What a translation lacks is taken from the language
 * of the pack, and `lacks` is told its path.
 */
export function exerciseWordsIn(
  draft: DraftExercises,
  languages: { source: string; tag: string },
  { exercises, relief }: Kept,
  sound: Sound,
  lacks: (path: string) => void,
): Pick<Words, 'exercises' | 'relief'> {
  const [own, source] = [draft.words.get(languages.tag), draft.words.get(languages.source)]
  const itsExercises = wordsFor(
    Object.keys(exercises),
    [own?.exercises, source?.exercises],
    sound,
    (id) => {
      lacks(id === null ? 'exercises' : `exercises.exercises.${id}`)
    },
  )
  const itsRelief = wordsFor(Object.keys(relief), [own?.relief, source?.relief], sound, (id) => {
    lacks(id === null ? 'relief' : `relief.cards.${id}`)
  })
  return {
    ...(itsExercises && {
      exercises: { ...itsExercises.shared, exercises: itsExercises.byId },
    }),
    ...(itsRelief && { relief: { ...itsRelief.shared, cards: itsRelief.byId } }),
  }
}

type WordsById<Shared, Value> = {
  shared: Drafted<Shared>
  byId: ReadonlyMap<string, Drafted<Value>>
}

function wordsFor<Shared, Value>(
  ids: readonly string[],
  [own, source]: readonly (WordsById<Shared, Value> | null | undefined)[],
  sound: Sound,
  lacks: (id: string | null) => void,
): { shared: Shared; byId: Record<string, Value> } | null {
  const orSource = <Some>(id: string | null, its: Some | null, inSource: Some | null) => {
    if (its === null) lacks(id)
    return its ?? inSource
  }
  const shared = orSource(null, sound(own?.shared), sound(source?.shared))
  const found = ids.flatMap((id) => {
    const value = orSource(id, sound(own?.byId.get(id)), sound(source?.byId.get(id)))
    return value === null ? [] : [[id, value] as const]
  })
  if (ids.length === 0 || shared === null || found.length < ids.length) return null
  return { shared, byId: Object.fromEntries(found) }
}
