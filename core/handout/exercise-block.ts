import { cautionsInWords } from '../exercises/care-in-words'
import { doseInWords } from '../exercises/dose-in-words'
import { fillIn } from '../exercises/fill-in'
import { wordsOfVersion } from '../exercises/version-of'
import { leadIn } from '../language/in-a-row'
import type { HandoutRequest } from '../schema/handout'
import type { ExerciseBlock } from './block'
import type { PaperWords } from './build-sheets'
import type { KeptExercise } from './kept-items'

/** An exercise in words, the `n`th of its sheet. */
export function exerciseBlock(
  { exercise, version }: KeptExercise,
  n: number,
  { filter }: Pick<HandoutRequest, 'filter'>,
  words: readonly PaperWords[],
): ExerciseBlock {
  return {
    kind: 'exercise',
    key: `exercise-${exercise.id}`,
    id: exercise.id,
    way: version === 'main' ? 'standard' : version,
    said: words.map(({ handout, exercises, language: { tag } }) => {
      const its = exercises?.exercises[exercise.id]
      const shown = its && wordsOfVersion(its, version)
      if (!exercises || !shown) throw new Error(`no words on paper: ${exercise.id} in ${tag}`)
      const { name } = its
      const still = (text: string): string => fillIn(text, { name }, tag)
      return {
        heading: fillIn(handout.exercise, { n, name }, tag),
        goesOn: fillIn(handout.goesOn, { name }, tag),
        way:
          shown.text === null
            ? null
            : { lead: leadIn(exercises.versions[version], tag), text: shown.text },
        start: shown.start,
        steps: shown.steps,
        howMuch: handout.howMuch,
        dose: doseInWords(exercise, exercises.dose, tag, its.parts),
        cautions: cautionsInWords(exercise, its, new Set(filter.signs)),
        stopIf: { lead: leadIn(handout.stopIf, tag), text: its.stopIf },
        stills: [still(handout.stillStart), still(handout.stillMiddle), still(handout.stillEnd)],
      }
    }),
  }
}
