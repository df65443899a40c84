import { computed, onScopeDispose, type ComputedRef } from 'vue'
import { useSpeaker } from './useSpeaker'
import { useVoices } from './useVoices'

export interface Speech {
  /** Is there a voice for the language? Without one nothing should offer to speak. */
  canSpeak: ComputedRef<boolean>
  /** Says a text at once; what was being said before is cut off, so that counts never lag. */
  say: (text: string) => void
  hush: () => void
}

/**
 * Speaks with a voice of the system, and falls silent with the scope that uses it.
 * @param language the tag of the language to speak
 */
export function useSpeech(language: () => string): Speech {
  const { voiceFor } = useVoices()
  const { speak, hush } = useSpeaker()
  onScopeDispose(hush)
  return {
    canSpeak: computed(() => voiceFor(language()) !== undefined),
    say: (text) => speak([{ text, tag: language() }]),
    hush,
  }
}
