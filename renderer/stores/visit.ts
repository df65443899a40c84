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
  /** Does the visitor do something without touching the screen, so that nobody asks "Still there?" */
  const isBusy = ref(false)

  const nextTextSize = (): void => void (textSize.value = (textSize.value % TEXT_SIZES) + 1)
  const switchTheme = (): void => void (theme.value = theme.value === 'light' ? 'dark' : 'light')

  return { language, textSize, theme, isBusy, nextTextSize, switchTheme }
})
