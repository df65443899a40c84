import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ExerciseStill from '../../../renderer/figure/ExerciseStill.vue'
import { shippedExercises } from '../../support/exercises-with-poses'

describe.each(shippedExercises.map((exercise) => [exercise.id, exercise] as const))(
  'the stills of %s',
  (_, exercise) => {
    it('are three numbered pictures that differ, each with its own words', () => {
      const stills = mount(ExerciseStill, {
        props: { exercise, descriptions: ['Start', 'Middle', 'End'] },
      })
      expect(stills.findAll('.number').map((number) => number.text())).toEqual(['1', '2', '3'])
      const said = stills.findAll('[role="img"]').map((one) => one.attributes('aria-label'))
      expect(said).toEqual(['Start', 'Middle', 'End'])
      const pictures = stills.findAll('svg').map((picture) => picture.html())
      expect(new Set(pictures).size).toBe(3)
    })
  },
)

it('shows the poses that it is asked for, without numbers if so', () => {
  const [exercise] = shippedExercises
  if (!exercise) throw new Error('There is no exercise')
  const stills = mount(ExerciseStill, {
    props: { exercise, phases: ['end'], numbered: false, descriptions: ['End'] },
  })
  expect(stills.findAll('svg')).toHaveLength(1)
  expect(stills.find('.number').exists()).toBe(false)
})
