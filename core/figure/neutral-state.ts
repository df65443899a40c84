import type { FigureState } from '../schema/figure'

/** The figure as it is when nothing is said: what the schema fills in. */
export const NEUTRAL_STATE: FigureState = {
  view: 'back',
  frame: 'body',
  body: 'adult',
  motion: 'stand',
  arch: 0,
  rollIn: 0,
  tightCalf: 0,
  layers: [],
  lit: {},
  joined: false,
  labels: [],
}
