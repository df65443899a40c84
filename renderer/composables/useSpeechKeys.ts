import { useEventListener } from '@vueuse/core'
import type { KeypadAction } from '../../core/access/keypads'
import { useSpeechStore } from '../stores/speech'
import { useReadAloud } from './useReadAloud'

/**
 * Hears the keys of a keypad that are about speech. The first key of all, and a headset that is
 * plugged in, turn it on: who uses them may not see the screen.
 * @param table what each key does, by its `KeyboardEvent.code`
 */
export function useSpeechKeys(table: () => ReadonlyMap<string, KeypadAction>): void {
  const speech = useSpeechStore()
  const readAloud = useReadAloud()
  let isWelcomed = false

  const acts: Partial<Record<KeypadAction, () => void>> = {
    louder: readAloud.louder,
    quieter: readAloud.quieter,
    repeat: readAloud.again,
  }
  function act(action: KeypadAction): void {
    if (action === 'headset-out') {
      speech.isHeadsetOut = true
      return readAloud.stop()
    }
    if (action === 'headset-in') speech.isHeadsetOut = false
    if (speech.isOn) return acts[action]?.()
    const isAsked = action === 'headset-in' || action === 'repeat'
    if (isWelcomed && !isAsked) return
    isWelcomed = true
    readAloud.welcome()
  }
  useEventListener(
    window,
    'keydown',
    (event) => {
      const action = table().get(event.code)
      if (action && !event.repeat) act(action)
    },
    { capture: true },
  )
}
