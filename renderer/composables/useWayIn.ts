import { useEventListener } from '@vueuse/core'
import {
  FINGER_PLACES,
  HOLD,
  isWayInOpen,
  KEY_PLACES,
  placeAt,
  pressed,
  released,
  WAY_IN,
  type WayIn,
} from '../../core/staff/way-in'
import type { Corner } from '../../core/staff/names'

/** A finger that moves so far, in mm, does not hold a corner. */
const DRIFT = 10
/** The keys of the way in, held in turn, twice. */
const KEYS = ['Home', 'End']

/**
 * Watches for the hidden way in, by finger and by keys, without any sign on the screen.
 * @param isOn false where staff are already in
 */
export function useWayIn(
  corners: () => readonly Corner[],
  diagonalInches: () => number,
  isOn: () => boolean,
  open: () => void,
): void {
  const finger = { way: WAY_IN, places: FINGER_PLACES, timer: 0 }
  const keys = { way: WAY_IN, places: KEY_PLACES, timer: 0 }
  type Tracked = typeof finger

  const step = (tracked: Tracked, way: WayIn): void => {
    tracked.way = way
    clearTimeout(tracked.timer)
    if (!way.holding) return
    tracked.timer = window.setTimeout(() => {
      if (!isOn() || !isWayInOpen(tracked.way, tracked.places, performance.now())) return
      tracked.way = WAY_IN
      open()
    }, HOLD.least)
  }

  let start: { id: number; x: number; y: number } | null = null
  let fingers = 0
  const mm = (): number => Math.hypot(innerWidth, innerHeight) / (diagonalInches() * 25.4)
  useEventListener(
    document,
    'pointerdown',
    ({ pointerId, clientX, clientY }) => {
      fingers++
      start = { id: pointerId, x: clientX, y: clientY }
      const one = mm()
      const screen = { width: innerWidth / one, height: innerHeight / one }
      const place = placeAt(clientX / one, clientY / one, screen, corners())
      step(finger, fingers > 1 ? WAY_IN : pressed(finger.way, place, performance.now()))
    },
    { capture: true, passive: true },
  )
  useEventListener(
    document,
    'pointermove',
    ({ pointerId, clientX, clientY }) => {
      if (start?.id !== pointerId) return
      if (Math.hypot(clientX - start.x, clientY - start.y) > DRIFT * mm()) step(finger, WAY_IN)
    },
    { capture: true, passive: true },
  )
  for (const event of ['pointerup', 'pointercancel'] as const)
    useEventListener(
      document,
      event,
      () => {
        fingers = Math.max(0, fingers - 1)
        const isLetGo = event === 'pointerup' && finger.way.holding !== null
        step(finger, isLetGo ? released(finger.way, performance.now()) : WAY_IN)
        start = null
      },
      { capture: true, passive: true },
    )
  useEventListener(
    document,
    'keydown',
    ({ key, repeat }) => {
      if (repeat) return
      const at = KEYS.indexOf(key)
      const isTurn = at !== -1 && at === keys.way.done % KEYS.length
      const place = isTurn ? keys.way.done : at === 0 ? 0 : 'elsewhere'
      step(keys, pressed(keys.way, place, performance.now()))
    },
    { capture: true, passive: true },
  )
  useEventListener(document, 'keyup', () => step(keys, released(keys.way, performance.now())), {
    capture: true,
    passive: true,
  })
}
