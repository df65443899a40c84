import type { FigurePart, FigureState } from '../../core/schema/figure'
import type { Point } from '../../core/figure/kinematics'
import type { Box } from './drawing'

type Column = 'left' | 'right'

interface Size {
  readonly width: number
  readonly height: number
}

/** A label as measured on the screen, in CSS pixels. */
export interface MeasuredLabel {
  readonly part: FigurePart
  readonly width: number
  readonly height: number
}

/** A label's place in CSS pixels from the top left of the picture. */
export interface PlacedLabel {
  readonly part: FigurePart
  readonly column: Column
  readonly left: number
  readonly top: number
  /** Where the line to the part begins. */
  readonly lineFrom: Point
}

export interface LabelLayout {
  readonly viewBox: Box
  /** CSS pixels per unit of the view box. */
  readonly scale: number
  readonly labels: readonly PlacedLabel[]
}

/** From the back of a body in side view; all other labels stand on the right. */
const BEHIND: ReadonlySet<FigurePart> = new Set([
  'heel',
  'calf',
  'hamstring',
  'buttock',
  'low-back',
  'mid-back',
  'neck',
])

/** On one big foot the parts of the sole lie at one height; their labels fan out round the toes. */
const FANNED: Partial<Record<FigurePart, number>> = {
  toes: -34,
  'ball-of-foot': -8,
  arch: 18,
  heel: 40,
}

/** Which column each part's label stands in. */
export type Columns = ReadonlyMap<FigurePart, Column>

/**
 * The side of the picture on which each part's label stands, so that its line crosses little. A
 * narrow picture has one column, or the figure would shrink between two. `litLeg` is the side of the
 * picture on which the lit leg stands, as seen from in front or behind.
 */
export function columnsOf(
  parts: readonly FigurePart[],
  view: FigureState['view'],
  size: Size,
  litLeg: Column = 'right',
): Columns {
  const own = (part: FigurePart): Column => {
    if (view !== 'side') return litLeg
    return BEHIND.has(part) ? 'left' : 'right'
  }
  const left = parts.filter((part) => own(part) === 'left').length
  const shared = left > parts.length / 2 ? 'left' : 'right'
  const isNarrow = size.width < size.height
  return new Map(parts.map((part) => [part, isNarrow ? shared : own(part)]))
}

/** How wide a label may be, in CSS pixels, before it breaks into lines. */
export function widestLabel(width: number, columns: Columns): number {
  return width * (new Set(columns.values()).size > 1 ? 0.3 : 0.4)
}

/** Tops of labels that would like to be centred on some heights, without overlap and in the room. */
function stacked(
  wishes: readonly { height: number; middle: number }[],
  gap: number,
  room: number,
): readonly number[] {
  const tops: number[] = []
  wishes.forEach(({ height, middle }, i) => {
    const above = wishes[i - 1]
    const free = above ? (tops[i - 1] ?? 0) + above.height + gap : 0
    tops.push(Math.max(free, middle - height / 2))
  })
  let limit = room
  for (let i = wishes.length - 1; i >= 0; i -= 1) {
    const height = wishes[i]?.height ?? 0
    tops[i] = Math.max(0, Math.min(tops[i] ?? 0, limit - height))
    limit = (tops[i] ?? 0) - gap
  }
  return tops
}

/**
 * Where the figure and its labels stand in a picture of a given size.
 *
 * Labels stand in a column on one or both sides of the figure, each as near as can be to the height
 * of its part, never over one another, over the figure or past the edge. Sizes in CSS pixels;
 * `anchors` and `box` in units of the drawing, y down.
 */
export function layoutLabels(
  size: Size,
  box: Box,
  { view, frame }: Pick<FigureState, 'view' | 'frame'>,
  anchors: Readonly<Record<FigurePart, Point>>,
  labels: readonly MeasuredLabel[],
  columns: Columns = columnsOf(
    labels.map(({ part }) => part),
    view,
    size,
  ),
): LabelLayout {
  const gap = Math.max(10, size.width * 0.025)
  const isFanned = view === 'side' && frame === 'foot'
  const wish = (part: FigurePart): number => {
    const fan = isFanned && columns.get(part) === 'right' ? FANNED[part] : undefined
    return anchors[part].y + (fan ?? 0)
  }
  const column = (side: Column): readonly MeasuredLabel[] =>
    labels
      .filter(({ part }) => columns.get(part) === side)
      .toSorted((a, b) => wish(a.part) - wish(b.part))
  const widthOf = (side: Column): number =>
    column(side).reduce((widest, { width }) => Math.max(widest, width + gap), 0)
  const [left, right] = [widthOf('left'), widthOf('right')]
  const scale = Math.max(
    0.01,
    Math.min((size.width - left - right) / box.width, size.height / box.height),
  )
  const figure = box.width * scale
  const start = (size.width - left - figure - right) / 2 + left
  const above = (size.height - box.height * scale) / 2
  const viewBox = {
    x: box.x - start / scale,
    y: box.y - above / scale,
    width: size.width / scale,
    height: size.height / scale,
  }
  const placed = (['left', 'right'] as const).flatMap((side) => {
    const inColumn = column(side)
    const tops = stacked(
      inColumn.map(({ part, height }) => ({
        height,
        middle: (wish(part) - viewBox.y) * scale,
      })),
      gap * 0.7,
      size.height,
    )
    return inColumn.map(({ part, width, height }, i): PlacedLabel => {
      const top = tops[i] ?? 0
      const edge = side === 'right' ? start + figure + gap : start - gap
      return {
        part,
        column: side,
        left: side === 'right' ? edge : edge - width,
        top,
        lineFrom: { x: side === 'right' ? edge - 6 : edge + 6, y: top + height / 2 },
      }
    })
  })
  return { viewBox, scale, labels: placed }
}
