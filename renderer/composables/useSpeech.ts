import { useEventListener } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'

export interface Speech {
  /** Is there a voice for the language? Without one nothing should offer to speak. */
  canSpeak: ComputedRef<boolean>
  /** Says a text at once; what was being said before is cut off, so that counts never lag. */
  say: (text: string) => void
  hush: () => void
}

/**
 * Speaks with a voice of the system, and falls silent with the scope that uses it. Only voices of
 * this machine are used: the others would need a network.
 * @param language the tag of the language to speak
 */
export function useSpeech(language: () => string): Speech {
  /** Missing where the system has no speech at all. */
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined
  /** Thousands on some systems, so they are not watched one by one. */
  const voices = shallowRef<readonly SpeechSynthesisVoice[]>(synthesis?.getVoices() ?? [])
  useEventListener(synthesis, 'voiceschanged', () => {
    voices.value = synthesis?.getVoices() ?? []
  })
  const voice = computed(() => {
    const fitting = voices.value.filter(
      ({ lang, localService }) => localService && primary(lang) === primary(language()),
    )
    return fitting.find(({ lang }) => same(lang, language())) ?? fitting[0]
  })

  const hush = (): void => synthesis?.cancel()
  function say(text: string): void {
    if (!synthesis || !voice.value) return
    hush()
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice.value
    utterance.lang = voice.value.lang
    synthesis.speak(utterance)
  }
  onScopeDispose(hush)
  return { canSpeak: computed(() => voice.value !== undefined), say, hush }
}

/** Systems write tags as en-US and as en_US. */
const same = (one: string, other: string): boolean =>
  one.replace('_', '-').toLowerCase() === other.toLowerCase()
const primary = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? ''
