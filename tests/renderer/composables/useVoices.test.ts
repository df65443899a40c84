import { describe, expect, it } from 'vitest'
import { computed, effectScope } from 'vue'
import { watchVoices, type Voices } from '../../../renderer/composables/useVoices'
import { FakeSynthesis, fakeVoice } from '../fake-synthesis'

const voicesOf = (synthesis: FakeSynthesis | undefined): Voices =>
  effectScope().run(() => watchVoices(synthesis as unknown as SpeechSynthesis | undefined))!

describe('the voices of a machine', () => {
  it('are asked for only when nothing else is waited for', () => {
    const synthesis = new FakeSynthesis()
    synthesis.voices = [fakeVoice('en-US')]
    const voices = voicesOf(synthesis)
    expect(voices.voiceFor('en')).toBeUndefined()
    voices.warmUp()
    expect(voices.voiceFor('en')?.lang).toBe('en-US')
  })

  it('are found once the system tells of them', () => {
    const synthesis = new FakeSynthesis()
    const voices = voicesOf(synthesis)
    voices.warmUp()
    const canSpeak = computed(() => voices.voiceFor('es') !== undefined)
    expect(canSpeak.value).toBe(false)
    synthesis.come(fakeVoice('en-US'))
    expect(canSpeak.value).toBe(false)
    synthesis.come(fakeVoice('en-US'), fakeVoice('es_MX'))
    expect(canSpeak.value).toBe(true)
    expect(voices.voicesByLanguage(['en', 'es', 'ar'])).toEqual({ en: true, es: true, ar: false })
  })

  it('are none on a system without speech', () => {
    const voices = voicesOf(undefined)
    voices.warmUp()
    expect(voices.voiceFor('en')).toBeUndefined()
  })
})
