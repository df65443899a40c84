import { computed, type ComputedRef } from 'vue'
import { fillIn } from '../../core/exercises/fill-in'
import type { Words } from '../../core/schema/pack'
import type { ScreenWords } from '../../core/schema/words'
import { useContentStore } from '../stores/content'

export interface WordsInUse {
  /** The words of the screens, as written. */
  screens: ComputedRef<ScreenWords>
  /** All words of the visitor's language. */
  words: ComputedRef<Words>
  /** Puts numbers and names into a text in ICU MessageFormat, by the rules of the language. */
  say: (text: string, values: Record<string, string | number>) => string
}

/** The words in the visitor's language. */
export function useWords(): WordsInUse {
  const content = useContentStore()
  const words = computed(() => content.words)
  return {
    words,
    screens: computed(() => words.value.screens),
    say: (text, values) => fillIn(text, values, words.value.language.tag),
  }
}
