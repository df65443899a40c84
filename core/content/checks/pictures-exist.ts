import { slidesOf } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { nearMatch } from '../near-match'
import { below, type Part } from '../part'

/**
 * Every drawing that a slide, a relief card or a question names lies in `pictures/`, and every
 * exercise exists. A question without its drawing is still asked.
 */
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
    yield missing(below(thing.at, 'picture', 'file'), picture.file, pictures, thing)
  }
  const questions = draft.triage?.screens
  if (!questions?.value) return
  for (const [at, { tiles }] of questions.value.screens.entries()) {
    for (const [index, { picture }] of tiles.entries()) {
      if (picture === undefined || pictures.has(picture)) continue
      yield missing(
        below(questions.at, 'screens', at, 'tiles', index, 'picture'),
        picture,
        pictures,
      )
    }
  }
}

function missing(at: Part, file: string, pictures: ReadonlySet<string>, spoils?: object): Finding {
  const near = nearMatch(file, pictures)
  const telling = {
    code: 'picture-missing',
    message: `There is no picture ${file} in the folder pictures.`,
    cure: near
      ? `Write ${near} if you mean that one, or add the missing picture.`
      : `Put ${file} into the folder pictures, or name one that is there.`,
  } as const
  return finding(at, telling, spoils)
}
