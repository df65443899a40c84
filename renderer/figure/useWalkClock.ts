import type { Ref } from 'vue'
import { STRIDE_SECONDS } from '../../core/figure/gait'
import { useSecondsClock } from './useSecondsClock'

/**
 * Calls back with the phase of the walk (0 to 1) on every frame while the figure is to walk and
 * can be seen, and never when the visitor asked for reduced motion.
 *
 * Returns whether it walks now.
 */
export const useWalkClock = (
  picture: Readonly<Ref<Element | null>>,
  walks: Readonly<Ref<boolean>>,
  show: (phase: number) => void,
): Readonly<Ref<boolean>> =>
  useSecondsClock(picture, walks, (seconds) => {
    show((seconds / STRIDE_SECONDS) % 1)
  })
