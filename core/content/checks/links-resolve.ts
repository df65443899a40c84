import { slidesOf } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { nearMatch } from '../near-match'
import { below, entriesOf, writtenAt, type Part } from '../part'
import type { ProblemCode } from '../problem'

/** Every claim, reference, slide of a path and right answer that is pointed at exists. */
export const linksResolve: Check = function* (draft) {
  const slides = slidesOf(draft)
  if (draft.claims) {
    const known = idsOf(draft.claims)
    for (const slide of slides) {
      const list = below(slide.at, 'claims')
      yield* unresolved(list, 'claim', 'claims.yaml', 'claim-unresolved', known, () => slide)
    }
  }
  if (draft.references) {
    const known = idsOf(draft.references)
    for (const claim of draft.claims ?? []) {
      const list = below(claim.at, 'references')
      const file = 'references.json'
      yield* unresolved(list, 'reference', file, 'reference-unresolved', known, () => claim)
    }
  }
  for (const thing of [...draft.exercises.exercises, ...draft.exercises.relief]) {
    if (draft.claims) {
      const list = below(thing.at, 'claims')
      const known = idsOf(draft.claims)
      yield* unresolved(list, 'claim', 'claims.yaml', 'claim-unresolved', known, () => thing)
    }
    if (draft.references) {
      const list = below(thing.at, 'references')
      const known = idsOf(draft.references)
      const file = 'references.json'
      yield* unresolved(list, 'reference', file, 'reference-unresolved', known, () => thing)
    }
  }
  const known = idsOf(slides)
  for (const minutes of ['2', '5'] as const) {
    const entries = draft.story?.paths[minutes] ?? []
    const list = draft.story && below(draft.story.at, 'paths', minutes)
    if (!list) continue
    yield* unresolved(list, 'slide', 'the chapters', 'path-unresolved', known, (i) => entries[i])
  }
  for (const slide of slides) {
    if (slide.value?.kind !== 'teach-back') continue
    const { answers, right } = slide.value
    if (answers.includes(right)) continue
    const telling = {
      code: 'answer-unresolved',
      message: `The right answer "${right}" is none of the answers.`,
      cure: `Write one of ${answers.join(', ')}.`,
    } as const
    yield finding(below(slide.at, 'right'), telling, slide)
  }
}

const idsOf = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id))

function* unresolved(
  list: Part,
  thing: string,
  home: string,
  code: ProblemCode,
  known: ReadonlySet<string>,
  spoilsOf: (index: number) => object | undefined,
): Generator<Finding> {
  for (const [index, at] of entriesOf(list).entries()) {
    const id = writtenAt(at)
    if (known.has(id)) continue
    const near = nearMatch(id, known)
    yield finding(
      at,
      {
        code,
        message: `There is no ${thing} "${id}" in ${home}.`,
        cure: near
          ? `Write ${near} if you mean that one, or add "${id}" to ${home}.`
          : `Add "${id}" to ${home}, or take it out here.`,
      },
      spoilsOf(index) ?? null,
    )
  }
}
