import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useSpeech, type Speech } from '../../../renderer/composables/useSpeech'

/** A speech synthesizer that keeps what it was told, in order. */
class FakeSynthesis extends EventTarget {
  readonly heard: string[] = []
  voices: SpeechSynthesisVoice[] = []
  getVoices = (): SpeechSynthesisVoice[] => this.voices
  speak = ({ text, lang }: SpeechSynthesisUtterance): void =>
    void this.heard.push(`${lang}: ${text}`)
  cancel = (): void => void this.heard.push('cancel')
  come(...voices: SpeechSynthesisVoice[]): void {
    this.voices = voices
    this.dispatchEvent(new Event('voiceschanged'))
  }
}
const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({
  lang,
  localService,
  default: false,
  name: lang,
  voiceURI: lang,
})

let synthesis: FakeSynthesis
let scope: EffectScope
beforeEach(() => {
  synthesis = new FakeSynthesis()
  vi.stubGlobal('speechSynthesis', synthesis)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = ''
      voice: SpeechSynthesisVoice | null = null
      constructor(readonly text: string) {}
    },
  )
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
})
const speechIn = (language: () => string): Speech => scope.run(() => useSpeech(language))!

describe('useSpeech', () => {
  it('offers to speak when a voice for the language has come, and not before', async () => {
    const speech = speechIn(() => 'es')
    expect(speech.canSpeak.value).toBe(false)
    synthesis.come(voice('en-US'))
    await nextTick()
    expect(speech.canSpeak.value).toBe(false)
    synthesis.come(voice('en-US'), voice('es_MX'))
    await nextTick()
    expect(speech.canSpeak.value).toBe(true)
  })

  it('does not use a voice that needs a network', () => {
    synthesis.voices = [voice('en-US', false)]
    const speech = speechIn(() => 'en')
    expect(speech.canSpeak.value).toBe(false)
    speech.say('1')
    expect(synthesis.heard).toEqual([])
  })

  it('says each text at once and cuts off the one before', () => {
    synthesis.voices = [voice('en-GB'), voice('en-US')]
    const speech = speechIn(() => 'en-US')
    speech.say('1')
    speech.say('2')
    expect(synthesis.heard).toEqual(['cancel', 'en-US: 1', 'cancel', 'en-US: 2'])
  })

  it('speaks the language that the visitor changes to', () => {
    synthesis.voices = [voice('en-US'), voice('es-ES')]
    const language = ref('en')
    const speech = speechIn(() => language.value)
    speech.say('one')
    language.value = 'es'
    speech.say('dos')
    expect(synthesis.heard.filter((some) => some !== 'cancel')).toEqual([
      'en-US: one',
      'es-ES: dos',
    ])
  })

  it('falls silent when the screen that uses it goes', () => {
    synthesis.voices = [voice('en-US')]
    speechIn(() => 'en').say('1')
    scope.stop()
    expect(synthesis.heard.at(-1)).toBe('cancel')
  })

  it('is quiet on a system without speech', () => {
    vi.stubGlobal('speechSynthesis', undefined)
    const speech = speechIn(() => 'en')
    expect(speech.canSpeak.value).toBe(false)
    expect(() => speech.say('1')).not.toThrow()
  })
})
