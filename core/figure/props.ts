import type { PropPlace } from '../schema/pose'
import type { BodyPlace, SceneProp, Surface } from '../schema/pose-names'
import type { Moves, Performance } from './pose-script'
import type { Body } from './contacts'
import type { PointName, Vec3 } from './skeleton'

/** A place on the picture: across and up, in thousandths of stature. */
export type Spot = readonly [number, number]

/** What a shape of a prop is made of; the drawing gives each its colour and line. */
export type PropStuff =
  | 'wood'
  | 'wood-dark'
  | 'wall'
  | 'mat'
  | 'ball'
  | 'cloth'
  | 'metal'
  | 'ground'
  | 'cord'
  | 'rod'
  | 'strip'

/** One shape of a prop, behind or before the body. */
export interface PropShape {
  readonly key: string
  readonly stuff: PropStuff
  readonly layer: 'back' | 'front'
  readonly form: 'area' | 'line'
  readonly isRound: boolean
  readonly spots: readonly Spot[]
  /** Of a line, in thousandths of stature. */
  readonly width?: number
}

type PropPlaces = Readonly<Partial<Record<SceneProp, PropPlace>>>

const HEIGHTS: Readonly<Partial<Record<SceneProp, number>>> = {
  chair: 230,
  counter: 530,
  step: 90,
}

/** The height of the upper side of a prop, in thousandths of stature. */
export const heightOf = (prop: SceneProp, props: PropPlaces): number =>
  props[prop]?.height ?? HEIGHTS[prop] ?? 0

/** Half the thickness of a hand that lies on something. */
const HAND = 9

/** Where in the room a touch is, or from which place on the body it is measured. */
export function surfaceOf(
  on: Surface | BodyPlace,
  at: number | readonly [number, number],
  isHand: boolean,
  props: PropPlaces,
): { on: BodyPlace | null; place: { x: number; y: number } } {
  const [first, second] = typeof at === 'number' ? [at, 0] : at
  const flesh = isHand ? HAND : 0
  const level = (height: number) => ({ on: null, place: { x: first, y: height + flesh + second } })
  switch (on) {
    case 'floor':
    case 'mat':
      return level(0)
    case 'chair':
    case 'counter':
    case 'step':
      return level(heightOf(on, props))
    case 'wall':
      return { on: null, place: { x: (props.wall?.at ?? 0) - flesh, y: first } }
    case 'air':
      return { on: null, place: { x: first, y: second } }
    default:
      return { on, place: { x: first, y: second } }
  }
}

const box = (left: number, bottom: number, right: number, top: number): Spot[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]

const circle = (x: number, y: number, radius: number): Spot[] =>
  Array.from({ length: 16 }, (_, i): Spot => {
    const angle = (i * Math.PI) / 8
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

const spotOf = ({ x, y }: Vec3): Spot => [x, y]

type Draft = Omit<PropShape, 'key'>

const area = (
  stuff: PropStuff,
  spots: readonly Spot[],
  isRound = false,
  layer: PropShape['layer'] = 'back',
): Draft => ({ stuff, layer, form: 'area', isRound, spots })

const line = (
  stuff: PropStuff,
  width: number,
  spots: readonly Spot[],
  layer: PropShape['layer'] = 'front',
  isRound = false,
): Draft => ({ stuff, layer, form: 'line', isRound, spots, width })

/** A towel that lies on the floor from below: the more it is gathered, the higher its folds. */
function lyingTowel(from: number, length: number, gathered: number): readonly Spot[] {
  const folds = Math.max(2, Math.round(length / 40))
  const rise = 2.6 * Math.sqrt(Math.max(0, gathered))
  const end = from + length - gathered
  const top = Array.from({ length: folds * 6 + 1 }, (_, i): Spot => {
    const share = i / (folds * 6)
    const wave = (1 - Math.cos(share * folds * 2 * Math.PI)) / 2
    return [from + share * (end - from), 5 + rise * wave]
  })
  return [...top, [end + 2, 2], [end, -2], [from, -2], [from - 2, 2]]
}

/** A towel folded to a small pillow. */
function foldedTowel(x: number, length: number, height: number): Draft[] {
  const half = length / 2
  const fold: readonly Spot[] = [
    [x - half, height / 2],
    [x + half - 6, height / 2],
  ]
  return [
    area(
      'cloth',
      [
        [x - half, height - 6],
        [x - half + 8, height],
        [x, height + 2],
        [x + half - 8, height],
        [x + half, height - 8],
        [x + half, 7],
        [x + half - 8, 0],
        [x - half + 8, 0],
        [x - half, 6],
      ],
      true,
    ),
    line('cord', 2.4, fold, 'back'),
  ]
}

function along(names: readonly string[], body: Body): Spot[] {
  return names.flatMap((name) => {
    const point = body.points[name as PointName]
    return point ? [spotOf(point)] : []
  })
}

/** A stick that lies along the back from the seat to the head. */
function stickOnBack(body: Body): Spot[] {
  const { pelvis } = body.points
  const turn = (-(body.lean + body.angles['pelvis.tilt']) * Math.PI) / 180
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const place = (x: number, y: number): Spot => [pelvis.x + c * x - s * y, pelvis.y + s * x + c * y]
  return [place(-88, -50), place(-82, 480)]
}

/** The shapes of one prop at one instant. */
function shapesOf(prop: SceneProp, place: PropPlace, shift: Spot, body: Body): Draft[] {
  const x = place.at + shift[0]
  const top = (place.height ?? HEIGHTS[prop] ?? 0) + shift[1]
  switch (prop) {
    case 'chair': {
      const [left, right] = [x - 112, x + (place.size ?? 112)]
      return [
        area('wood-dark', box(right - 44, 0, right - 26, top - 10)),
        area('wood-dark', [
          [left + 6, top - 10],
          [left + 26, top - 10],
          [left - 2, 0],
          [left - 22, 0],
        ]),
        area('wood', [
          [left - 26, top + 268],
          [left - 8, top + 270],
          [left + 16, top],
          [left - 4, top],
        ]),
        area('wood', box(left - 4, top - 24, right, top)),
        ...(place.arms
          ? [
              line('rod', 14, [
                [left - 10, top + 142],
                [x + 100, top + 142],
                [x + 84, top - 4],
              ]),
            ]
          : []),
      ]
    }
    case 'wall':
      return [area('wall', box(x, -14, x + 34, place.height ?? 1060))]
    case 'mat': {
      const half = (place.size ?? 900) / 2
      if (body.onSide) {
        return [
          area('mat', [
            [x - half + 40, 66],
            [x + half - 40, 66],
            [x + half, -124],
            [x - half, -124],
          ]),
        ]
      }
      return [area('mat', box(x - half, -15, x + half, 0))]
    }
    case 'counter':
      return [
        area('wood', box(x + 14, 0, x + (place.size ?? 190), top - 24)),
        area('wood-dark', box(x, top - 24, x + (place.size ?? 190) + 8, top)),
      ]
    case 'step':
      return [area('wood', box(x, 0, x + (place.size ?? 170), top))]
    case 'ball':
      return [
        area('ball', circle(x, (place.size ?? 38) / 2 + shift[1], (place.size ?? 38) / 2), true),
      ]
    case 'towel':
      if (place.along) return [line('strip', 13, along(place.along, body), 'front')]
      if (place.height !== undefined && place.size !== undefined) {
        return foldedTowel(x, place.size, place.height)
      }
      if (place.height !== undefined) {
        const radius = place.height / 2
        return [
          area('cloth', circle(x, radius, radius), true),
          line(
            'cord',
            2.4,
            Array.from({ length: 22 }, (_, i): Spot => {
              const turn = i * 0.62
              const r = radius * (0.94 - 0.036 * i)
              return [x + r * Math.cos(turn), radius + r * Math.sin(turn)]
            }),
            'back',
            true,
          ),
        ]
      }
      return [
        area(
          'cloth',
          lyingTowel(place.at, place.size ?? 200, shift[0]).map(([a, b]): Spot => [
            a,
            b + shift[1],
          ]),
          true,
        ),
      ]
    case 'strap':
      return [line('cord', 8, along(place.along ?? [], body))]
    case 'stick':
      return [line('rod', 11, stickOnBack(body), 'back')]
    case 'band': {
      const [a, b] = (['left', 'right'] as const).map((side): Spot => {
        const [hip, knee] = [body.points[`${side}.hip`], body.points[`${side}.knee`]]
        return [hip.x + 0.8 * (knee.x - hip.x), hip.y + 0.8 * (knee.y - hip.y)]
      })
      return a && b ? [line('cord', 16, [a, b])] : []
    }
    case 'can':
      return [area('metal', box(x - 16, top, x + 16, top + 46), false, 'front')]
    case 'bag': {
      const [hand] = along(['right.fingertip'], body)
      const [hx, hy] = hand ?? [0, 0]
      return [
        line('cord', 5, [
          [hx - 20, hy - 26],
          [hx, hy + 10],
          [hx + 20, hy - 26],
        ]),
        area(
          'cloth',
          [
            [hx - 40, hy - 24],
            [hx + 40, hy - 24],
            [hx + 48, hy - 104],
            [hx - 48, hy - 104],
          ],
          false,
          'front',
        ),
      ]
    }
    case 'cane': {
      const [hand] = along(['left.fingertip'], body)
      const [hx, hy] = hand ?? [0, 0]
      return [
        line(
          'rod',
          9,
          [
            [hx - 22, hy + 34],
            [hx + 8, hy + 40],
            [hx + 26, 0],
          ],
          'back',
        ),
      ]
    }
    case 'path': {
      const top = place.height ?? 0
      const hill = Array.from({ length: 25 }, (_, i): Spot => {
        const share = i / 24
        return [x - 600 + 1200 * share, top * (1 - Math.cos(share * 2 * Math.PI)) - 2]
      })
      return [area('ground', hill, true)]
    }
  }
}

/** The shapes of all props of a performance at one instant, from back to front. */
export function sceneShapes(performance: Performance, body: Body, moves: Moves): PropShape[] {
  return (Object.entries(performance.props) as [SceneProp, PropPlace][]).flatMap(([prop, place]) =>
    shapesOf(prop, place, moves[prop] ?? [0, 0], body).map((draft, i) => ({
      key: `${prop}-${String(i)}`,
      ...draft,
    })),
  )
}
