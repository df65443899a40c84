import type { FigureLink } from '../../core/figure/chain-presets'
import type { FigureLight, FigurePart, FigureState } from '../../core/schema/figure'
import { FIGURE_PARTS } from '../../core/schema/figure-names'
import type { Point } from '../../core/figure/kinematics'
import { smoothPath } from './smooth-path'
import type { Pair, Warp } from './warp'

/** What a path is made of; `figure.css` gives each its colour and line. */
export type Tone =
  | 'ground-shadow'
  | 'outline'
  | 'skin'
  | 'far-outline'
  | 'far-skin'
  | 'shade'
  | 'hair'
  | 'cloth'
  | 'edge'
  | 'axis'
  | 'fibre'
  | 'line'
  | 'fold'
  | 'nail'
  | 'bone'
  | 'rib'
  | 'muscle'
  | 'tendon'
  | 'nerve-sheath'
  | 'nerve'
  | 'fascia'
  | 'insert'
  | 'link'
  | 'halo'
  | 'mark'

/** One path of the picture. Keys and order stay the same from pose to pose. */
export interface Shape {
  readonly key: string
  readonly tone: Tone
  readonly light?: FigureLight
  readonly d: string
}

/** A box on the picture, with y down as SVG has it. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The whole picture: what to see, its paths from back to front, and where each part is. */
export interface Drawing {
  readonly box: Box
  /** How wide lines are, against those of the whole body. */
  readonly unit: number
  readonly shapes: readonly Shape[]
  /** Where each part is on the picture, y down. */
  readonly anchors: Readonly<Record<FigurePart, Point>>
}

/** Collects paths from back to front. */
export class Sheet {
  readonly shapes: Shape[] = []

  /** Adds one path made of closed outlines, all moved by the same warp. */
  closed(
    key: string,
    tone: Tone,
    warp: Warp,
    outlines: readonly (readonly Pair[])[],
    light?: FigureLight,
  ): void {
    const d = outlines.map((outline) => smoothPath(outline.map(warp), true)).join('')
    this.shapes.push(light ? { key, tone, light, d } : { key, tone, d })
  }

  /** Adds one path made of open lines. */
  open(
    key: string,
    tone: Tone,
    warp: Warp,
    lines: readonly (readonly Pair[])[],
    light?: FigureLight,
  ): void {
    const d = lines.map((line) => smoothPath(line.map(warp), false)).join('')
    this.shapes.push(light ? { key, tone, light, d } : { key, tone, d })
  }

  /** Adds one closed path with straight edges and sharp corners. */
  straight(key: string, tone: Tone, warp: Warp, outline: readonly Pair[]): void {
    const points = outline.map(warp).map(({ x, y }) => `${x.toFixed(1)} ${(-y).toFixed(1)}`)
    this.shapes.push({ key, tone, d: `M${points.join('L')}Z` })
  }

  /** Adds outlines twice, first as line and then as skin, so that only the line round all stays. */
  body(
    key: string,
    parts: readonly (readonly [string, Warp, readonly (readonly Pair[])[]])[],
    far = false,
  ): void {
    const drawn = parts.map(([name, warp, outlines]) => ({
      name,
      d: outlines.map((outline) => smoothPath(outline.map(warp), true)).join(''),
    }))
    for (const tone of far
      ? (['far-outline', 'far-skin'] as const)
      : (['outline', 'skin'] as const)) {
      for (const { name, d } of drawn) this.shapes.push({ key: `${key}-${name}-${tone}`, tone, d })
    }
  }

  /** Adds a round mark with its halo. */
  mark(part: FigurePart, { x, y }: Point, radius: number, light: FigureLight): void {
    const circle = (r: number): string =>
      `M${(x - r).toFixed(1)} ${(-y).toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
    this.shapes.push(
      { key: `halo-${part}`, tone: 'halo', light, d: circle(radius * 1.75) },
      { key: `mark-${part}`, tone: 'mark', light, d: circle(radius) },
    )
  }
}

/** The layer in which a part is lit by itself, so that it needs no round mark. */
const SHOWN_BY: Partial<Record<FigurePart, FigureState['layers'][number]>> = {
  calf: 'calf',
  hamstring: 'hamstring',
  buttock: 'gluteals',
  arch: 'fascia',
  'low-back': 'spine',
  'mid-back': 'spine',
  neck: 'spine',
}

/** The lit parts that need a round mark. */
export function markedParts(state: FigureState): readonly (readonly [FigurePart, FigureLight])[] {
  return (Object.entries(state.lit) as [FigurePart, FigureLight][]).filter(([part]) => {
    const layer = SHOWN_BY[part]
    const seenInView = !(
      state.view === 'front' &&
      (layer === 'calf' || layer === 'hamstring' || layer === 'gluteals')
    )
    return !(layer && state.layers.includes(layer) && seenInView)
  })
}

/** The links between lit parts, from the ground up; as pale as the paler end. */
export function linksOf(lit: FigureState['lit']): readonly FigureLink[] {
  const parts = FIGURE_PARTS.filter((part) => lit[part])
  return parts.slice(1).flatMap((to, i) => {
    const from = parts[i]
    if (!from) return []
    return [{ from, to, light: lit[from] === 'strong' && lit[to] === 'strong' ? 'strong' : 'pale' }]
  })
}

/** Does a link lie below where the sciatic nerve leaves the spine, so that it can follow it? */
export const followsNerve = ({ to }: FigureLink): boolean => to !== 'mid-back' && to !== 'neck'

/** The stretch of a route between the places nearest to two points. */
export function stretchOf(route: readonly Point[], from: Point, to: Point): readonly Point[] {
  const nearest = (point: Point): number =>
    route.reduce(
      (best, place, i) => {
        const distance = Math.hypot(place.x - point.x, place.y - point.y)
        return distance < best.distance ? { i, distance } : best
      },
      { i: 0, distance: Infinity },
    ).i
  const [a, b] = [nearest(from), nearest(to)].sort((p, q) => p - q) as [number, number]
  return a === b ? [from, to] : route.slice(a, b + 1)
}

/** How thick something of so many mm is drawn under a foot, in thousandths of stature. */
export const thickness = (mm: number): number => mm / 1.7
