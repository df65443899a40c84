import { COUNTED, type CountedThing, type ShownCell, type ShownCounts } from '../schema/counts'
import type { DayCounts } from '../schema/counts'

/** A number below this one is not shown: on a quiet day it could point at a person. */
export const HIDDEN_BELOW = 5

/** The counts as staff may see them. */
export function shownCounts(days: DayCounts): ShownCounts {
  return Object.fromEntries(
    Object.entries(days).map(([day, things]) => [
      day,
      Object.fromEntries(
        Object.entries(things).map(([what, kinds]) => [
          what,
          Object.fromEntries(
            Object.entries(kinds).map(([which, count]): [string, ShownCell] => [
              which,
              count < HIDDEN_BELOW ? 'few' : count,
            ]),
          ),
        ]),
      ),
    ]),
  )
}

/** A sum of cells: what is hidden adds nothing, so that no sum gives a hidden number away. */
export interface Sum {
  known: number
  /** Is any of its cells hidden? Then the true sum is greater. */
  isMore: boolean
}

export function sumOf(cells: readonly (ShownCell | undefined)[]): Sum {
  return {
    known: cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0),
    isMore: cells.includes('few'),
  }
}

/** The cells of one thing on these days, by kind; a day without one has `undefined`. */
export function cellsByKind(
  shown: ShownCounts,
  what: CountedThing,
  days: readonly string[],
): Map<string, (ShownCell | undefined)[]> {
  const kinds = new Set(days.flatMap((day) => Object.keys(shown[day]?.[what] ?? {})))
  return new Map([...kinds].map((which) => [which, days.map((day) => shown[day]?.[what]?.[which])]))
}

/**
 * All counts as comma-separated values (RFC 4180), one line for each cell. Every field is a number,
 * a day or an id, so none needs quotes.
 */
export function countsAsCsv(shown: ShownCounts): string {
  const lines = Object.keys(shown)
    .sort()
    .flatMap((day) =>
      COUNTED.flatMap((what) =>
        Object.entries(shown[day]?.[what] ?? {})
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([which, cell]) => `${day},${what},${which},${cell === 'few' ? '1-4' : cell}`),
      ),
    )
  return ['day,what,which,count', ...lines, ''].join('\r\n')
}
