import type { Corner } from './names'

/** How long each place of the way in is held, in ms; a bag that leans on the screen holds longer. */
export const HOLD = { least: 3_000, most: 8_000 }
/** The longest pause between two places, in ms. */
const PAUSE = 4_000
/** Side of the square in a corner of the screen that counts as that corner, in mm. */
const CORNER_MM = 20

/** What a finger or a key holds: the place of the way in by its number, or anything else. */
export type Place = number | 'elsewhere'

/** How far somebody has come on the hidden way in. */
export interface WayIn {
  /** How many places were held, one after the other. */
  done: number
  /** When the last of them was let go, in ms of running time. */
  doneAt: number
  holding: { place: Place; since: number } | null
}
export const WAY_IN: WayIn = { done: 0, doneAt: 0, holding: null }

/**
 * What `places` come to: two corners for a finger, and for keys the first and second key in turn,
 * twice, since there are fewer keys than places on a screen.
 */
export const FINGER_PLACES = 2
export const KEY_PLACES = 4

/** Somebody begins to hold something. */
export function pressed(way: WayIn, place: Place, at: number): WayIn {
  const isInTime = way.done === 0 || at - way.doneAt <= PAUSE
  const done = isInTime && place === way.done ? way.done : place === 0 ? 0 : -1
  return done < 0 ? WAY_IN : { done, doneAt: way.doneAt, holding: { place, since: at } }
}

/** Somebody lets go. */
export function released(way: WayIn, at: number): WayIn {
  if (!way.holding) return WAY_IN
  const held = at - way.holding.since
  if (held < HOLD.least || held > HOLD.most) return WAY_IN
  return { done: way.done + 1, doneAt: at, holding: null }
}

/** Is the last of the places being held long enough? */
export function isWayInOpen(way: WayIn, places: number, at: number): boolean {
  return way.holding !== null && way.done === places - 1 && at - way.holding.since >= HOLD.least
}

/**
 * Which place of the way in lies under a finger.
 * @param x from the left edge of the screen, in mm
 * @param y from its upper edge, in mm
 */
export function placeAt(
  x: number,
  y: number,
  screen: { width: number; height: number },
  corners: readonly Corner[],
): Place {
  const across = x <= CORNER_MM ? 'left' : x >= screen.width - CORNER_MM ? 'right' : null
  const down = y <= CORNER_MM ? 'top' : y >= screen.height - CORNER_MM ? 'bottom' : null
  const place = corners.findIndex((corner) => corner === `${down}-${across}`)
  return place === -1 ? 'elsewhere' : place
}
