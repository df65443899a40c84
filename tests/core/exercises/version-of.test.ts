import { describe, expect, it } from 'vitest'
import { versionOf, wordsOfVersion } from '../../../core/exercises/version-of'
import { compile } from '../../../core/content/compile'
import { exercisesWith } from '../../support/sample-exercises'
import { SAMPLE_DAY, SAMPLE_PICTURES } from '../../support/sample-pack'

const pack = exercisesWith(
  'exercises/calf-stretch.yaml',
  'harder: { props: [step]',
  'harder: { dose: { holdSeconds: 60 }, props: [step]',
)
const { bundle } = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
const sample = (id: string) => {
  const exercise = bundle?.exercises[id]
  const words = bundle?.words.en?.exercises?.exercises[id]
  if (!exercise || !words) throw new Error(`The sample has no ${id}`)
  return { exercise, words }
}
const { exercise, words } = sample('calf-stretch')

describe('a way of doing an exercise', () => {
  it('is the exercise itself when it is the main one', () => {
    expect(versionOf(exercise, 'main')).toBe(exercise)
    expect(wordsOfVersion(words, 'main')).toEqual({
      text: null,
      start: words.start,
      steps: words.steps,
    })
  })

  it('has its own position, props, start and steps where it has some', () => {
    expect(versionOf(exercise, 'easier')).toMatchObject({ position: 'sit', props: ['chair'] })
    expect(wordsOfVersion(words, 'easier')).toEqual({
      text: 'Sit down for it.',
      start: 'Sit on a chair.',
      steps: ['Pull your foot up.'],
    })
  })

  it('keeps those of the exercise where it has none, and changes only the numbers it names', () => {
    const harder = versionOf(exercise, 'harder')
    expect(harder?.position).toBe('stand')
    expect(
      harder?.dose.parts.map(({ reps, holdSeconds }) => [reps?.max, holdSeconds?.max]),
    ).toEqual([
      [3, 60],
      [3, 60],
    ])
    expect(harder?.dose.daysPerWeek).toEqual(exercise.dose.daysPerWeek)
    expect(wordsOfVersion(words, 'harder')).toMatchObject({
      text: 'Use a step.',
      steps: words.steps,
    })
  })

  it('is none where there is no harder one', () => {
    const stroll = sample('stroll')
    expect(versionOf(stroll.exercise, 'harder')).toBeNull()
    expect(wordsOfVersion(stroll.words, 'harder')).toBeNull()
  })
})
