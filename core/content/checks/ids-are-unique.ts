import { slidesOf, type Draft, type Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { below, entriesOf, writtenAt } from '../part'

/** No two chapters, slides, claims, references, or entries of one path share an id; the later one goes. */
export const idsAreUnique: Check = function* (draft: Draft) {
  yield* repeats('chapter', draft.story?.chapters ?? [])
  yield* repeats('slide', slidesOf(draft))
  yield* repeats('claim', draft.claims ?? [])
  yield* repeats('reference', draft.references ?? [])
  yield* repeats('relief card', draft.exercises.relief)
  yield* repeats('slide on this path', draft.story?.paths['2'] ?? [], [])
  yield* repeats('slide on this path', draft.story?.paths['5'] ?? [], [])
  for (const slide of slidesOf(draft)) {
    if (slide.value?.kind !== 'teach-back') continue
    const answers = entriesOf(below(slide.at, 'answers'))
    const drafted = answers.map((at) => ({ id: writtenAt(at), at, value: at.value }))
    for (const { problem } of repeats('answer', drafted, [])) yield { problem, spoils: slide }
  }
}

function* repeats(
  thing: string,
  all: readonly Drafted<unknown>[],
  idField: readonly string[] = ['id'],
): Generator<Finding> {
  const lineOfFirst = new Map<string, number>()
  for (const one of all) {
    if (!one.id) continue
    const at = below(one.at, ...idField)
    const first = lineOfFirst.get(one.id)
    if (first === undefined) {
      lineOfFirst.set(one.id, at.file.lineOf(at.path))
      continue
    }
    const telling = {
      code: 'id-duplicate',
      message: `Line ${String(first)} already has a ${thing} called "${one.id}".`,
      cure: 'Give this one a name of its own, or delete it.',
    } as const
    yield finding(at, telling, one)
  }
}
