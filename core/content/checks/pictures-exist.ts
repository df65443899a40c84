import { slidesOf } from '../draft'
import { finding, type Check } from '../finding'
import { nearMatch } from '../near-match'
import { below } from '../part'

/** Every drawing that a slide or a relief card names lies in `pictures/`, and every exercise exists. */
export const picturesExist: Check = function* (draft, { pictures }) {
  const exercises = new Set(draft.exercises.exercises.map(({ value }) => value?.id ?? ''))
  for (const thing of [...slidesOf(draft), ...draft.exercises.relief]) {
    const picture = thing.value?.picture
    if (picture && 'exercise' in picture && !exercises.has(picture.exercise)) {
      const near = nearMatch(picture.exercise, exercises)
      const telling = {
        code: 'picture-missing',
        message: `There is no exercise ${picture.exercise} to show.`,
        cure: near ? `Write ${near} if you mean that one.` : 'Name an exercise that is there.',
      } as const
      yield finding(below(thing.at, 'picture', 'exercise'), telling, thing)
    }
    if (!picture || !('file' in picture) || pictures.has(picture.file)) continue
    const near = nearMatch(picture.file, pictures)
    const telling = {
      code: 'picture-missing',
      message: `There is no picture ${picture.file} in the folder pictures.`,
      cure: near
        ? `Write ${near} if you mean that one, or add the missing picture.`
        : `Put ${picture.file} into the folder pictures, or name one that is there.`,
    } as const
    yield finding(below(thing.at, 'picture', 'file'), telling, thing)
  }
}
