/** How long a voice may stay silent, and how long it may take for a letter, in ms. */
const PATIENCE = 12_000
const PER_LETTER = 250

export interface Sentence {
  text: string
  /** The tag of its language. */
  tag: string
}
export interface Listeners {
  /** This sentence of the list begins. */
  onSentence?: (at: number) => void
  /** The list is over: it was said, cut off, or could not be said. Comes once for each list. */
  onEnd?: () => void
}
export interface Speaker {
  /** Says a list one by one; what was being said before is cut off. */
  speak: (sentences: readonly Sentence[], listeners?: Listeners) => void
  hush: () => void
}

/**
 * Says lists of sentences, each as an utterance of its own: voices on Linux tell only of the begin
 * and end of an utterance, and Chromium cuts long ones off. A voice that falls silent ends the list,
 * so that nobody who has left counts as listening for ever.
 */
export function createSpeaker({
  synthesis,
  voiceFor,
  manner,
}: {
  synthesis: SpeechSynthesis | undefined
  voiceFor: (tag: string) => SpeechSynthesisVoice | undefined
  /** `volume` from 0 to 1, `rate` from 0.1 to 10. */
  manner: () => { volume: number; rate: number }
}): Speaker {
  let current: { listeners: Listeners; utterance?: SpeechSynthesisUtterance } | null = null
  let patience: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    clearTimeout(patience)
    const ended = current
    // First, so that nothing goes on with a list that is cut off.
    current = null
    synthesis?.cancel()
    ended?.listeners.onEnd?.()
  }
  function speak(sentences: readonly Sentence[], listeners: Listeners = {}): void {
    end()
    const mine = { listeners, utterance: undefined as SpeechSynthesisUtterance | undefined }
    current = mine as NonNullable<typeof current>
    function say(at: number): void {
      if (current !== mine) return
      clearTimeout(patience)
      const sentence = sentences[at]
      if (!sentence) return end()
      const voice = voiceFor(sentence.tag)
      if (!synthesis || !voice) return say(at + 1)
      const utterance = new SpeechSynthesisUtterance(sentence.text)
      const { volume, rate } = manner()
      Object.assign(utterance, { voice, lang: voice.lang, volume, rate })
      utterance.addEventListener('end', () => say(at + 1))
      utterance.addEventListener('error', ({ error }) => {
        if (current !== mine || mine.utterance !== utterance) return
        if (error === 'interrupted' || error === 'canceled') say(at + 1)
        else end()
      })
      // Kept, because an utterance that nobody holds is collected and never tells of its end.
      mine.utterance = utterance
      patience = setTimeout(end, PATIENCE + (sentence.text.length * PER_LETTER) / rate)
      listeners.onSentence?.(at)
      synthesis.speak(utterance)
    }
    say(0)
  }
  return { speak, hush: end }
}
