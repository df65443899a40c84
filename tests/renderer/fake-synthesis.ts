/** A speech synthesizer that keeps what it was told, in order, and speaks when the test says so. */
export class FakeSynthesis extends EventTarget {
  readonly heard: string[] = []
  voices: SpeechSynthesisVoice[] = []
  #current: FakeUtterance | null = null

  getVoices = (): SpeechSynthesisVoice[] => this.voices
  speak = (utterance: SpeechSynthesisUtterance): void => {
    this.heard.push(`${utterance.lang}: ${utterance.text}`)
    this.#current = utterance
  }
  cancel = (): void => {
    this.heard.push('cancel')
    this.#tell('error', 'interrupted')
  }

  /** The system tells of its voices. */
  come(...voices: SpeechSynthesisVoice[]): void {
    this.voices = voices
    this.dispatchEvent(new Event('voiceschanged'))
  }
  /** What is being said ends. */
  end(): void {
    this.#tell('end')
  }
  fail(): void {
    this.#tell('error', 'synthesis-failed')
  }
  #tell(name: string, error?: string): void {
    const ended = this.#current
    this.#current = null
    ended?.dispatchEvent(Object.assign(new Event(name), { error }))
  }
}

export class FakeUtterance extends EventTarget {
  lang = ''
  volume = 1
  rate = 1
  voice: SpeechSynthesisVoice | null = null
  constructor(readonly text: string) {
    super()
  }
}

export const fakeVoice = (lang: string, localService = true): SpeechSynthesisVoice => ({
  lang,
  localService,
  default: false,
  name: lang,
  voiceURI: lang,
})
