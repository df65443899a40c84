import { expect, it } from 'vitest'
import { NEUTRAL_STATE } from '../../../core/figure/neutral-state'
import { FigureState } from '../../../core/schema/figure'

it('the neutral figure is what the schema fills in', () => {
  expect(FigureState.parse({})).toEqual(NEUTRAL_STATE)
})
