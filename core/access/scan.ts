import type { Box } from './neighbour'

/** Passes over everything without a press, after which the scan rests until the switch is pressed. */
export const RESTS_AFTER = 3

/**
 * Where the light of a scan is: on a row of controls, on one control of it, on a slider's value
 * that runs by itself, or nowhere because nobody has pressed for some passes.
 */
export interface Scan {
  level: 'rows' | 'items' | 'value' | 'rest'
  row: number
  item: number
  /** Whole passes since the last press. */
  passes: number
}

/**
 * Rows of controls as they lie on the screen, from above, each from its start: two are in one row
 * when the middle of one lies within the height of the other.
 * @param isRtl does a row start on the right?
 * @returns the places of the boxes, each exactly once
 */
export function rowsOf(boxes: readonly Box[], isRtl: boolean): readonly (readonly number[])[] {
  const rows: { top: number; bottom: number; places: number[] }[] = []
  const fromAbove = boxes
    .map((box, place) => ({ box, place }))
    .toSorted((one, other) => middle(one.box) - middle(other.box))
  for (const { box, place } of fromAbove) {
    const row = rows.at(-1)
    const isSame =
      row && ((middle(box) >= row.top && middle(box) <= row.bottom) || isAcross(row, box))
    if (row && isSame) row.places.push(place)
    else rows.push({ top: box.top, bottom: box.bottom, places: [place] })
  }
  const start = (place: number): number => {
    const box = boxes[place]
    if (!box) return 0
    return isRtl ? -box.right : box.left
  }
  return rows.map(({ places }) => places.toSorted((one, other) => start(one) - start(other)))
}

const middle = ({ top, bottom }: Pick<Box, 'top' | 'bottom'>): number => (top + bottom) / 2
const isAcross = (row: { top: number; bottom: number }, box: Box): boolean =>
  middle(row) >= box.top && middle(row) <= box.bottom

/** The scan at its begin: at the row that was pressed last, or the first. */
export function beginScan(lengths: readonly number[], row = 0): Scan {
  const at = row < lengths.length ? row : 0
  return { level: lengths.length === 1 ? 'items' : 'rows', row: at, item: 0, passes: 0 }
}

/**
 * One step of time.
 * @param lengths how many controls each row has
 */
export function nextOfScan(scan: Scan, lengths: readonly number[]): Scan {
  if (scan.level === 'rest' || scan.level === 'value' || lengths.length === 0) return scan
  if (scan.level === 'rows') {
    const row = (scan.row + 1) % lengths.length
    return rested({ ...scan, row, passes: scan.passes + (row === 0 ? 1 : 0) })
  }
  const item = (scan.item + 1) % (lengths[scan.row] ?? 1)
  const passes = scan.passes + (item === 0 ? 1 : 0)
  // Nothing in this row was meant: back to the rows after two passes over it.
  if (passes >= 2 && lengths.length > 1) return { ...scan, level: 'rows', item: 0, passes: 0 }
  return rested({ ...scan, item, passes })
}

const rested = (scan: Scan): Scan =>
  scan.passes >= RESTS_AFTER ? { ...scan, level: 'rest', row: 0, item: 0 } : scan

/**
 * The switch is pressed.
 * @returns the scan from now, and the control that is pressed by it, by row and item
 */
export function pressedInScan(
  scan: Scan,
  lengths: readonly number[],
): { scan: Scan; pressed: { row: number; item: number } | null } {
  if (scan.level === 'rest') return { scan: beginScan(lengths), pressed: null }
  if (scan.level === 'value') return { scan: beginScan(lengths, scan.row), pressed: null }
  if (scan.level === 'rows' && (lengths[scan.row] ?? 0) > 1)
    return { scan: { ...scan, level: 'items', item: 0, passes: 0 }, pressed: null }
  return {
    scan: beginScan(lengths, scan.row),
    pressed: { row: scan.row, item: scan.level === 'items' ? scan.item : 0 },
  }
}
