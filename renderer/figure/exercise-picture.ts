import type { PropShape } from '../../core/figure/props'
import type { Point } from '../../core/figure/kinematics'
import type { Tone } from './drawing'
import { simplifyLine } from './simplify-line'
import { smoothPath } from './smooth-path'
import type { Pair, Warp } from './warp'

/** What a path is made of; `figure.css` and `exercise.css` give each its colour and line. */
export type ExerciseTone =
  | Tone
  | `prop-${PropShape['stuff']}`
  | 'shoe'
  | 'shoe-sole'
  | 'sock'
  | 'lit'
  | 'lit-line'
  | 'floor'
  | 'cue'

/** One path of the picture. Keys and order stay the same while a performance goes on. */
export interface ExerciseShape {
  readonly key: string
  readonly tone: ExerciseTone
  readonly d: string
  /** Width of a line in the units of the path, where it is the prop's own. */
  readonly width?: number
}

/** How many units of a path are one thousandth of stature: paths hold whole numbers alone. */
export const UNITS = 10

const inUnits = (line: readonly Point[]): Point[] =>
  line.map(({ x, y }) => ({ x: UNITS * x, y: UNITS * y }))

/** How far a picture reaches, y up, in thousandths of stature. */
export interface Extent {
  left: number
  right: number
  bottom: number
  top: number
}

interface Form {
  readonly isClosed: boolean
  readonly isRound?: boolean
  /** Does it count for how far the picture reaches? */
  readonly counts?: boolean
  readonly width?: number
}

/** Collects the paths of an exercise from back to front, and how far they reach. */
export class ExercisePicture {
  readonly shapes: ExerciseShape[] = []
  readonly extent: Extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }

  /** @param tolerance by how much round lines may be off, in thousandths of stature */
  constructor(private readonly tolerance = 0) {}

  path(
    key: string,
    tone: ExerciseTone,
    lines: readonly (readonly Point[])[],
    { isClosed, isRound = true, counts = true, width }: Form,
  ): void {
    if (counts) lines.forEach((line) => this.reachTo(line))
    const straight = (line: readonly Point[]): string =>
      `M${line.map(({ x, y }) => `${String(Math.round(UNITS * x))} ${String(Math.round(-UNITS * y))}`).join('L')}${isClosed ? 'Z' : ''}`
    const d = lines
      .map((line) =>
        isRound ? smoothPath(this.drawn(line, isClosed), isClosed, true) : straight(line),
      )
      .join('')
    this.shapes.push(
      width === undefined ? { key, tone, d } : { key, tone, d, width: UNITS * width },
    )
  }

  closed(key: string, tone: ExerciseTone, warp: Warp, lines: readonly (readonly Pair[])[]): void {
    const warped = lines.map((line) => line.map(warp))
    this.path(key, tone, warped, { isClosed: true })
  }

  open(key: string, tone: ExerciseTone, warp: Warp, lines: readonly (readonly Pair[])[]): void {
    const warped = lines.map((line) => line.map(warp))
    this.path(key, tone, warped, { isClosed: false })
  }

  /** Adds outlines twice, first as line and then as skin, so that only the line round all stays. */
  body(
    key: string,
    parts: readonly (readonly [string, Warp, readonly Pair[]])[],
    isFar = false,
  ): void {
    const drawn = parts.map(([name, warp, outline]) => {
      const line = outline.map(warp)
      this.reachTo(line)
      return [name, smoothPath(this.drawn(line, true), true, true)] as const
    })
    for (const tone of isFar
      ? (['far-outline', 'far-skin'] as const)
      : (['outline', 'skin'] as const)) {
      for (const [name, d] of drawn) this.shapes.push({ key: `${key}-${name}-${tone}`, tone, d })
    }
  }

  private drawn(line: readonly Point[], isClosed: boolean): Point[] {
    return inUnits(this.tolerance > 0 ? simplifyLine(line, isClosed, this.tolerance) : line)
  }

  /** Widens the picture to hold these points. */
  reachTo(points: readonly Point[]): void {
    const { extent } = this
    for (const { x, y } of points) {
      extent.left = Math.min(extent.left, x)
      extent.right = Math.max(extent.right, x)
      extent.bottom = Math.min(extent.bottom, y)
      extent.top = Math.max(extent.top, y)
    }
  }
}
