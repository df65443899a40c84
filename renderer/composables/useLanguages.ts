import { computed, type ComputedRef } from 'vue'
import type { OfferedLanguage } from '../../core/schema/pack'
import { useContentStore, type OtherLanguage } from '../stores/content'

export interface Languages {
  /** The languages that visitors are offered, in their order. */
  offered: ComputedRef<readonly OfferedLanguage[]>
  /** The tag of the language that the screen speaks now. */
  spoken: ComputedRef<string>
  speak: (tag: string) => Promise<void>
  /** See `otherLanguage` of the content; with it what to tell the visitor. */
  otherLanguage: (path: string) => (OtherLanguage & { name: string }) | undefined
}

/** The languages of this kiosk, and the one of this visitor. */
export function useLanguages(): Languages {
  const content = useContentStore()
  const spoken = computed(() => content.words.language.tag)
  return {
    offered: computed(() => content.languages),
    spoken,
    speak: content.speak,
    otherLanguage: (path) => {
      const other = content.otherLanguage(path)
      if (!other) return undefined
      const names = new Intl.DisplayNames(spoken.value, { type: 'language' })
      return { ...other, name: names.of(other.lang) ?? other.lang }
    },
  }
}
