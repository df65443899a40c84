import type { Point } from '../../core/figure/kinematics'

const written = (value: number): string => String(Math.round(value * 10) / 10)

/**
 * An SVG path through points given with y up, written with y down.
 *
 * The curve is a Catmull-Rom spline whose handles are kept shorter than a third of the way to the
 * next point, so that near points do not make loops.
 */
export function smoothPath(points: readonly Point[], closed: boolean): string {
  const count = points.length
  const first = points[0]
  if (!first || count < 2) return ''
  const at = (i: number): Point =>
    points[closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i))] ?? first
  const handle = (i: number, towards: 1 | -1): Point => {
    const [before, here, after] = [at(i - 1), at(i), at(i + 1)]
    const toBefore = Math.hypot(here.x - before.x, here.y - before.y)
    const toAfter = Math.hypot(after.x - here.x, after.y - here.y)
    const whole = Math.hypot(after.x - before.x, after.y - before.y)
    const reach = whole === 0 ? 0 : (0.36 * (towards === 1 ? toAfter : toBefore)) / whole
    // Sharp turns keep short handles, or hems and the notches between toes would bulge.
    const turn =
      ((here.x - before.x) * (after.x - here.x) + (here.y - before.y) * (after.y - here.y)) /
      (toBefore * toAfter || 1)
    const even = Math.min(1, Math.max(0.12, 0.3 + turn))
    return {
      x: here.x + towards * reach * even * (after.x - before.x),
      y: here.y + towards * reach * even * (after.y - before.y),
    }
  }
  let path = `M${written(first.x)} ${written(-first.y)}`
  for (let i = 0; i < (closed ? count : count - 1); i += 1) {
    const [a, b, end] = [handle(i, 1), handle(i + 1, -1), at(i + 1)]
    path += `C${written(a.x)} ${written(-a.y)} ${written(b.x)} ${written(-b.y)} ${written(end.x)} ${written(-end.y)}`
  }
  return closed ? `${path}Z` : path
}
