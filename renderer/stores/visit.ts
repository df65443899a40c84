import { defineStore } from 'pinia'
import { ref } from 'vue'

export const TEXT_SIZES = 4
export type Theme = 'light' | 'dark'

/** How this visitor likes the screen. It ends with the visit, because the whole page does. */
export const useVisitStore = defineStore('visit', () => {
  /** A language tag; null is the one that every visit begins with. */
  const language = ref<string | null>(null)
  /** From 1 (standard) to `TEXT_SIZES`. */
  const textSize = ref(1)
  const theme = ref<Theme>('light')
  /** Does everything that can be touched lie low, for who sits or is small? */
  const reach = ref(false)
  /** How much slower than the clinic has set the light of a scan walks. */
  const scanPace = ref(1)
  /** Does the visitor do something without touching the screen, so that nobody asks "Still there?" */
  const isBusy = ref(false)

  const nextTextSize = (): void => void (textSize.value = (textSize.value % TEXT_SIZES) + 1)
  const switchTheme = (): void => void (theme.value = theme.value === 'light' ? 'dark' : 'light')
  const switchReach = (): void => void (reach.value = !reach.value)
  /** Slower or faster by a quarter, within a quarter and four times the clinic's pace. */
  const changePace = (by: 'slower' | 'faster'): void => {
    const pace = scanPace.value * (by === 'slower' ? 1.25 : 0.8)
    scanPace.value = Math.min(4, Math.max(0.25, pace))
  }

  return {
    language,
    textSize,
    theme,
    reach,
    scanPace,
    isBusy,
    nextTextSize,
    switchTheme,
    switchReach,
    changePace,
  }
})
