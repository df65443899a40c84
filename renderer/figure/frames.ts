import { showsPastArms } from '../../core/figure/chain-presets'
import type { FigureState } from '../../core/schema/figure'
import type { Box } from './drawing'

/** What part of the body fills the picture. */
export interface Frame {
  readonly box: Box
  /** How much finer than on the whole body lines and marks are drawn. */
  readonly unit: number
}

interface Extent {
  left: number
  right: number
  bottom: number
  top: number
}

const frame = ({ left, right, bottom, top }: Extent): Frame => ({
  box: { x: left, y: -top, width: right - left, height: top - bottom },
  unit: ((top - bottom) / 1060) ** 0.85,
})

/**
 * The frame of a state's picture, in thousandths of stature, wide enough for a walking body. One
 * foot in front or back view stands on the right of the middle, or with `sign` -1 on the left.
 */
export function frameOf(view: FigureState['view'], state: FigureState, sign: 1 | -1 = 1): Frame {
  const walks = state.motion === 'walk'
  if (view === 'side') {
    const [left, right] = walks ? [-245, 285] : [-120, showsPastArms(state) ? 228 : 140]
    switch (state.frame) {
      case 'body':
        return frame({ left, right, bottom: -28, top: 1026 })
      case 'legs':
        return frame({ left, right, bottom: -28, top: 640 })
      case 'foot':
        return frame({ left: -62, right: 128, bottom: -26, top: 150 })
      case 'low-back':
        return frame({ left: -125, right: 130, bottom: 440, top: 730 })
    }
  }
  // The foot in front, or the one behind, lies lower as one looks down on it.
  const bottom = (view === 'front' ? -48 : -24) - (walks ? 36 : 0)
  switch (state.frame) {
    case 'body':
      return frame({ left: -185, right: 185, bottom, top: 1016 })
    case 'legs':
      return frame({ left: -125, right: 125, bottom, top: 640 })
    case 'foot':
      return frame({
        left: sign === 1 ? -6 : -116,
        right: sign === 1 ? 116 : 6,
        bottom: view === 'front' ? -40 : -10,
        top: 150,
      })
    case 'low-back':
      return frame({ left: -125, right: 125, bottom: 440, top: 730 })
  }
}
