import { onScopeDispose, watch } from 'vue'

/** Two soft notes, a few times, so that the desk looks up and nobody is startled. */
const NOTES = [
  { hertz: 587.33, afterSeconds: 0 },
  { hertz: 880, afterSeconds: 0.32 },
]
const NOTE_SECONDS = 0.9
const LOUDNESS = 0.16
const REPEATS = 4
const EVERY_SECONDS = 5

/** Plays a soft tone while it is called for; it ends with the scope. Without sound nothing happens. */
export function useDeskTone(isCalling: () => boolean): void {
  let context: AudioContext | undefined
  const stop = (): void => {
    void context?.close().catch(() => undefined)
    context = undefined
  }
  function play(): void {
    stop()
    try {
      context = new AudioContext()
      for (let time = 0; time < REPEATS; time += 1) {
        for (const { hertz, afterSeconds } of NOTES)
          playNote(context, hertz, context.currentTime + time * EVERY_SECONDS + afterSeconds)
      }
    } catch {
      // No sound on this machine: the card shows all the same.
      context = undefined
    }
  }
  watch(isCalling, (calls) => (calls ? play() : stop()), { immediate: true })
  onScopeDispose(stop)
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const loudness = new GainNode(context, { gain: 0 })
  // Swells and fades, since a note that is cut off clicks.
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.06)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS)
  tone.connect(loudness).connect(context.destination)
  tone.start(at)
  tone.stop(at + NOTE_SECONDS)
}
