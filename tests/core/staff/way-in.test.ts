import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FINGER_PLACES,
  isWayInOpen,
  KEY_PLACES,
  placeAt,
  pressed,
  released,
  WAY_IN,
  type Place,
  type WayIn,
} from '../../../core/staff/way-in'
import type { Corner } from '../../../core/staff/names'

const SCREEN = { width: 268, height: 476 }
const CORNERS: Corner[] = ['top-left', 'top-right']

interface Hold {
  place: Place
  /** Both in ms. */
  pause: number
  held: number
}
/** How often the way in opens in a row of holds. */
function openings(holds: Iterable<Hold>, places: number): number {
  let way: WayIn = WAY_IN
  let at = 0
  let opened = 0
  for (const { place, pause, held } of holds) {
    at += pause
    way = pressed(way, place, at)
    at += held
    if (isWayInOpen(way, places, at)) {
      opened++
      way = WAY_IN
    } else way = released(way, at)
  }
  return opened
}
const hold = (place: Place, held = 3100, pause = 500): Hold => ({ place, held, pause })

/** A row of numbers from 0 to 1 that looks like chance and is the same each time (mulberry32). */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

describe('the way in', () => {
  it('opens for two corners, each held for three seconds, while the second is held', () => {
    expect(openings([hold(0), hold(1)], FINGER_PLACES)).toBe(1)
    expect(openings([hold('elsewhere', 80), hold(0), hold(1)], FINGER_PLACES)).toBe(1)
    expect(openings([hold(0), hold(0), hold(1)], FINGER_PLACES)).toBe(1)
  })

  it.each<[string, Hold[]]>([
    ['one corner', [hold(0)]],
    ['the wrong order', [hold(1), hold(0)]],
    ['a first corner held too short', [hold(0, 2900), hold(1)]],
    ['a second corner held too short', [hold(0), hold(1, 2900)]],
    ['something that leans on the screen', [hold(0, 60_000), hold(1)]],
    ['a long pause', [hold(0), hold(1, 3100, 4100)]],
    ['a touch between', [hold(0), hold('elsewhere', 80), hold(1)]],
    ['the same corner twice', [hold(0), hold(0)]],
  ])('stays shut for %s', (_, holds) => {
    expect(openings(holds, FINGER_PLACES)).toBe(0)
  })

  it('opens for two keys in turn, twice', () => {
    const keys: Place[] = [0, 1, 2, 3]
    expect(
      openings(
        keys.map((place) => hold(place)),
        KEY_PLACES,
      ),
    ).toBe(1)
    expect(openings([hold(0), hold(1), hold(2)], KEY_PLACES)).toBe(0)
  })

  it('opens in fewer than 1 of 100,000 random touches, even when most are long', () => {
    const TOUCHES = 5_000_000
    for (const [longest, seed] of [
      [600, 1],
      [10_000, 2],
    ] as const) {
      const random = chance(seed)
      const next = () => random.next().value
      const touches = function* (): Generator<Hold> {
        for (let touch = 0; touch < TOUCHES; touch++)
          yield {
            place: placeAt(next() * SCREEN.width, next() * SCREEN.height, SCREEN, CORNERS),
            held: next() * longest,
            pause: next() * 5000,
          }
      }
      expect(openings(touches(), FINGER_PLACES)).toBeLessThan(TOUCHES / 100_000)
    }
  }, 60_000)

  it('opens in fewer than 1 of 100,000 random keys, even when most are held', () => {
    const KEYS = 5_000_000
    const random = chance(3)
    const next = () => random.next().value
    let done = 0
    const keys = function* (): Generator<Hold> {
      // Whoever presses keys at random meets the right one of the twelve once in twelve.
      for (let key = 0; key < KEYS; key++) {
        const isRight = next() < 1 / 12
        const held = next() * 10_000
        const isHeld = held >= 3000 && held <= 8000
        yield { place: isRight ? done : 'elsewhere', held, pause: next() * 2000 }
        done = isRight && isHeld ? (done + 1) % KEY_PLACES : 0
      }
    }
    expect(openings(keys(), KEY_PLACES)).toBeLessThan(KEYS / 100_000)
  }, 60_000)

  it('never opens without as many holds as there are places', () => {
    const someHold = fc.record({
      place: fc.constantFrom<Place>(0, 1, 'elsewhere'),
      held: fc.integer({ min: 0, max: 12_000 }),
      pause: fc.integer({ min: 0, max: 6000 }),
    })
    fc.assert(
      fc.property(fc.array(someHold, { maxLength: 30 }), (holds) => {
        const long = holds.filter(({ place, held }) => place !== 'elsewhere' && held >= 3000)
        expect(openings(holds, FINGER_PLACES)).toBeLessThanOrEqual(long.length / FINGER_PLACES)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('placeAt', () => {
  it.each<[number, number, Place]>([
    [0, 0, 0],
    [20, 20, 0],
    [21, 10, 'elsewhere'],
    [10, 21, 'elsewhere'],
    [268, 0, 1],
    [248, 20, 1],
    [247, 20, 'elsewhere'],
    [0, 476, 'elsewhere'],
    [134, 238, 'elsewhere'],
  ])('%i mm from the left and %i from above is %s', (x, y, place) => {
    expect(placeAt(x, y, SCREEN, CORNERS)).toBe(place)
  })

  it('takes whichever corners are set', () => {
    expect(placeAt(5, 470, SCREEN, ['bottom-left', 'top-left'])).toBe(0)
    expect(placeAt(5, 5, SCREEN, ['bottom-left', 'top-left'])).toBe(1)
  })
})
