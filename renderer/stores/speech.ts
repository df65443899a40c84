import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { bridge } from '../bridge'

/** Shares of the loudest. Speech begins in the middle and is back there with the next visitor. */
const VOLUMES = [0.2, 0.4, 0.6, 0.8, 1]
/** How often faster than the voice speaks by itself. */
const SPEEDS = [0.75, 1, 1.3, 1.7]
export const VOLUME_STEPS = VOLUMES.length
export const SPEED_STEPS = SPEEDS.length

/** Whether and how this visitor is read to. It is off until asked for, and ends with the visit. */
export const useSpeechStore = defineStore('speech', () => {
  const isOn = ref(false)
  /** Is something being said now? Somebody who listens is there, though nothing is touched. */
  const isReading = ref(false)
  /** Has the keypad told that the headset was pulled out? Then all hear what is said. */
  const isHeadsetOut = ref(false)
  /** From 1 to `VOLUME_STEPS`. */
  const volume = ref(3)
  /** From 1 to `SPEED_STEPS`. */
  const speed = ref(2)

  const manner = computed(() => ({
    volume: VOLUMES[volume.value - 1] ?? 1,
    rate: SPEEDS[speed.value - 1] ?? 1,
  }))
  const nextVolume = (): void => void (volume.value = (volume.value % VOLUME_STEPS) + 1)
  const nextSpeed = (): void => void (speed.value = (speed.value % SPEED_STEPS) + 1)
  /** One step louder or quieter, as far as it goes. */
  function changeVolume(by: 1 | -1): void {
    volume.value = Math.min(VOLUME_STEPS, Math.max(1, volume.value + by))
  }

  /** Makes the volume count where an utterance cannot carry it. Never fails: speech goes on. */
  const applyVolume = (): Promise<void> =>
    bridge.setSpeechVolume({ share: manner.value.volume }).catch(() => undefined)

  return {
    isOn,
    isReading,
    isHeadsetOut,
    volume,
    speed,
    manner,
    nextVolume,
    nextSpeed,
    changeVolume,
    applyVolume,
  }
})
