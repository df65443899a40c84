import { createGlobalState } from '@vueuse/core'
import { useSpeechStore } from '../stores/speech'
import { createSpeaker } from './speaker'
import { useVoices } from './useVoices'

/** The one voice of the kiosk, as loud and fast as the visitor wants it. */
export const useSpeaker = createGlobalState(() => {
  const speech = useSpeechStore()
  return createSpeaker({
    synthesis: window.speechSynthesis,
    voiceFor: useVoices().voiceFor,
    manner: () => speech.manner,
  })
})
