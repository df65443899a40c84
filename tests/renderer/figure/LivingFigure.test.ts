import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { FigureState } from '../../../core/schema/figure'
import LivingFigure from '../../../renderer/figure/LivingFigure.vue'

it('is one picture with a description for people who cannot see it', () => {
  const figure = mount(LivingFigure, {
    props: { state: FigureState.parse({}), description: 'A person from behind.' },
  })
  const pictures = figure.findAll('[role="img"]')
  expect(pictures).toHaveLength(1)
  expect(pictures[0]?.attributes('aria-label')).toBe('A person from behind.')
})

it('shows the words of the parts that the state labels, and of no other', () => {
  const figure = mount(LivingFigure, {
    props: {
      state: FigureState.parse({ labels: ['heel', 'knee'] }),
      labels: { heel: 'Heel tips in', neck: 'Neck' },
    },
  })
  expect(figure.findAll('.figure-label').map((label) => label.text())).toEqual(['Heel tips in'])
})

it('follows its state', async () => {
  const figure = mount(LivingFigure, { props: { state: FigureState.parse({}) } })
  const before = figure.findAll('path').map((path) => path.attributes('d'))
  await figure.setProps({ state: FigureState.parse({ rollIn: 1 }) })
  const after = figure.findAll('path').map((path) => path.attributes('d'))
  expect(after).toHaveLength(before.length)
  expect(after.filter((d, i) => d !== before[i]).length).toBeGreaterThan(5)
})

it('draws older people with grey hair and any skin it is asked for', () => {
  const figure = mount(LivingFigure, {
    props: { state: FigureState.parse({ body: 'older' }), skin: 'dark' },
  })
  expect(figure.classes()).toEqual(expect.arrayContaining(['figure-older', 'figure-skin-dark']))
})
