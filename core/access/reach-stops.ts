/** From and to, measured downwards. */
export interface Span {
  from: number
  to: number
}

/** A control that sits half a pixel off is still in the window. */
const SLACK = 1

/** Does a control lie whole in the window when the screen is moved down by so much? */
export const isWithin = (control: Span, window: Span, moved: number): boolean =>
  control.from + moved >= window.from - SLACK && control.to + moved <= window.to + SLACK

/**
 * How far down to move a screen so that each of its controls comes into a window at its foot: as
 * few stops as that needs, the first where the screen belongs. Controls come into the window from
 * above, so the lowest of those that are missing lies at its lower edge, together with what fits
 * over it; one that is taller than the window begins at its upper edge.
 * @param window where a hand can reach, in the same unit and from the same origin as the controls
 * @param margin what is left free at the lower edge, where there is room
 * @returns 0 and then larger ones
 */
export function reachStops(controls: readonly Span[], window: Span, margin = 0): readonly number[] {
  const stops = [0]
  let missing = controls.filter((control) => !isWithin(control, window, 0))
  while (missing.length > 0) {
    const lowest = missing.reduce((one, other) => (other.to > one.to ? other : one))
    const stop = Math.max(0, window.from - lowest.from, window.to - margin - lowest.to)
    stops.push(stop)
    missing = missing.filter((control) => control !== lowest && !isWithin(control, window, stop))
  }
  return [...new Set(stops)].toSorted((one, other) => one - other)
}
