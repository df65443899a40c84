import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RangeSlider from '../../../renderer/components/RangeSlider.vue'

const slider = () =>
  mount(RangeSlider, {
    props: {
      modelValue: 0,
      label: 'Shape of the foot',
      start: 'Flat foot',
      end: 'High arch',
      said: 'In the middle',
      min: -10,
      max: 10,
    },
  })

it('is a slider with a name and a value in words', () => {
  const input = slider().get('input')
  expect(input.attributes()).toMatchObject({
    type: 'range',
    'aria-label': 'Shape of the foot',
    'aria-valuetext': 'In the middle',
  })
})

it('gives numbers while it moves, and tells once when it is let go', async () => {
  const one = slider()
  const input = one.get('input')
  input.element.value = '-7'
  await input.trigger('input')
  expect(one.emitted('update:modelValue')).toEqual([[-7]])
  expect(one.emitted('released')).toBeUndefined()
  await input.trigger('change')
  expect(one.emitted('released')).toHaveLength(1)
})
