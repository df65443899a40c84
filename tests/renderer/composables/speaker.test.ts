import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSpeaker, type Speaker } from '../../../renderer/composables/speaker'
import { FakeSynthesis, FakeUtterance, fakeVoice } from '../fake-synthesis'

let synthesis: FakeSynthesis
let speaker: Speaker
const manner = { volume: 0.6, rate: 1 }
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
  synthesis = new FakeSynthesis()
  speaker = createSpeaker({
    synthesis: synthesis as unknown as SpeechSynthesis,
    voiceFor: (tag) => (tag === 'xx' ? undefined : fakeVoice(tag)),
    manner: () => manner,
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const en = (...texts: string[]): { text: string; tag: string }[] =>
  texts.map((text) => ({ text, tag: 'en' }))
const said = (): string[] => synthesis.heard.filter((some) => some !== 'cancel')

describe('a speaker', () => {
  it('says one sentence after the other, and tells which and when it is over', () => {
    const onSentence = vi.fn()
    const onEnd = vi.fn()
    speaker.speak(en('One.', 'Two.'), { onSentence, onEnd })
    expect(said()).toEqual(['en: One.'])
    synthesis.end()
    expect(said()).toEqual(['en: One.', 'en: Two.'])
    expect(onEnd).not.toHaveBeenCalled()
    synthesis.end()
    expect(onEnd).toHaveBeenCalledTimes(1)
    expect(onSentence.mock.calls).toEqual([[0], [1]])
  })

  it('cuts off what was said before, and tells it once that it is over', () => {
    const onEnd = vi.fn()
    speaker.speak(en('1', '2'), { onEnd })
    speaker.speak(en('3'))
    expect(onEnd).toHaveBeenCalledTimes(1)
    synthesis.end()
    expect(said()).toEqual(['en: 1', 'en: 3'])
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('goes on with what is put at the end of the list meanwhile', () => {
    const list = en('One.')
    speaker.speak(list)
    list.push(...en('Two.'))
    synthesis.end()
    expect(said()).toEqual(['en: One.', 'en: Two.'])
  })

  it('falls silent when it is hushed', () => {
    speaker.speak(en('One.', 'Two.'))
    speaker.hush()
    synthesis.end()
    expect(said()).toEqual(['en: One.'])
    expect(synthesis.heard.at(-1)).toBe('cancel')
  })

  it('leaves out what has no voice', () => {
    speaker.speak([{ text: 'Ein Satz.', tag: 'xx' }, ...en('One.')])
    expect(said()).toEqual(['en: One.'])
  })

  it('gives up when the voice fails, and when it stays silent for too long', () => {
    const onEnd = vi.fn()
    speaker.speak(en('One.', 'Two.'), { onEnd })
    synthesis.fail()
    expect(onEnd).toHaveBeenCalledTimes(1)
    speaker.speak(en('Three.', 'Four.'), { onEnd })
    vi.advanceTimersByTime(60_000)
    expect(onEnd).toHaveBeenCalledTimes(2)
    expect(said()).toEqual(['en: One.', 'en: Three.'])
  })

  it('is quiet on a system without speech', () => {
    const onEnd = vi.fn()
    const none = createSpeaker({
      synthesis: undefined,
      voiceFor: () => undefined,
      manner: () => manner,
    })
    none.speak(en('One.'), { onEnd })
    expect(onEnd).toHaveBeenCalledTimes(1)
  })
})
