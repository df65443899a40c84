import { createGlobalState, useEventListener } from '@vueuse/core'
import { ref, shallowRef } from 'vue'
import { chooseVoice } from '../../core/speech/choose-voice'

export interface Voices {
  /** The voice for a language, once the system has told of one. Reactive. */
  voiceFor: (tag: string) => SpeechSynthesisVoice | undefined
  /** Is there a voice for each of these languages? For staff; false also until the list has come. */
  voicesByLanguage: (tags: readonly string[]) => Record<string, boolean>
  /**
   * From now the list is asked for, which takes the system some seconds. Call it when nothing else
   * is waited for.
   */
  warmUp: () => void
}

/** The voices of a synthesizer; none where the system has no speech at all. */
export function watchVoices(synthesis: SpeechSynthesis | undefined): Voices {
  // Of thousands only the few that were chosen are kept.
  const chosen = shallowRef(new Map<string, SpeechSynthesisVoice | undefined>())
  const isWarm = ref(false)
  const forget = (): void => void (chosen.value = new Map())
  if (synthesis) useEventListener(synthesis, 'voiceschanged', forget)

  function voiceFor(tag: string): SpeechSynthesisVoice | undefined {
    if (!isWarm.value) return undefined
    const known = chosen.value
    if (!known.has(tag)) known.set(tag, chooseVoice(synthesis?.getVoices() ?? [], tag))
    return known.get(tag)
  }
  return {
    voiceFor,
    voicesByLanguage: (tags) =>
      Object.fromEntries(tags.map((tag) => [tag, voiceFor(tag) !== undefined])),
    warmUp: () => void (isWarm.value = true),
  }
}

/** The voices of this machine. */
export const useVoices = createGlobalState(() =>
  watchVoices(window.speechSynthesis as SpeechSynthesis | undefined),
)
