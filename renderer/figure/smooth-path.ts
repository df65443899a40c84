import type { Point } from '../../core/figure/kinematics'

const inTenths = (value: number): number => Math.round(value * 10) / 10
/** Whole numbers are written much faster than others. */
const inWholes = (value: number): number => Math.round(value)

/**
 * An SVG path through points given with y up, written with y down.
 *
 * The curve is a Catmull-Rom spline whose handles are kept to about a third of the way to the next
 * point, so that near points do not make loops, and shorter still at sharp turns, or hems and the
 * notches between toes would bulge. A coarse path holds whole numbers alone.
 */
export function smoothPath(points: readonly Point[], closed: boolean, isCoarse = false): string {
  const written = isCoarse ? inWholes : inTenths
  const count = points.length
  const [first] = points
  const last = points[count - 1]
  if (!first || !last || count < 2) return ''
  let path = `M${written(first.x)} ${written(-first.y)}`
  let before = closed ? last : first
  let handleX = 0
  let handleY = 0
  let toBefore = Math.hypot(first.x - before.x, first.y - before.y)
  // Each point needs the one before and after it; the handle that leaves a point waits in handleX
  // and handleY until the one that arrives at the next is known.
  for (let i = 0; i <= (closed ? count : count - 1); i += 1) {
    const here = points[i % count] ?? first
    const after = (closed ? points[(i + 1) % count] : points[Math.min(count - 1, i + 1)]) ?? last
    const [inX, inY] = [here.x - before.x, here.y - before.y]
    const [outX, outY] = [after.x - here.x, after.y - here.y]
    const toAfter = Math.sqrt(outX * outX + outY * outY)
    const [acrossX, acrossY] = [inX + outX, inY + outY]
    const across = Math.sqrt(acrossX * acrossX + acrossY * acrossY)
    const straight = (inX * outX + inY * outY) / (toBefore * toAfter || 1)
    const reach = across === 0 ? 0 : (0.36 * Math.min(1, Math.max(0.12, 0.3 + straight))) / across
    if (i > 0) {
      const [x, y] = [here.x - toBefore * reach * acrossX, here.y - toBefore * reach * acrossY]
      path += `C${written(handleX)} ${written(-handleY)} ${written(x)} ${written(-y)} ${written(here.x)} ${written(-here.y)}`
    }
    handleX = here.x + toAfter * reach * acrossX
    handleY = here.y + toAfter * reach * acrossY
    before = here
    toBefore = toAfter
  }
  return closed ? `${path}Z` : path
}
