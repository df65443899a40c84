import type { Draft } from './draft'
import type { Part } from './part'

/** The files of words of a language that visitors read and that could be read, each as a whole. */
export function filesOfWords(draft: Draft, tag: string): Part[] {
  const words = [draft.words, ...draft.translations].find((one) => one.tag === tag)
  const more = draft.exercises.words.get(tag)
  const places = [
    words?.story,
    words?.claims,
    words?.safetyNet,
    words?.screens,
    words?.handout,
    more?.exercises?.shared,
    more?.relief?.shared,
    draft.chain?.words.get(tag),
    draft.triage?.words.get(tag),
  ]
  return places.flatMap((place) => place?.at ?? [])
}
