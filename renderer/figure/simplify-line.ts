import type { Point } from '../../core/figure/kinematics'

/**
 * A line with fewer points that nowhere leaves the given one by more than `tolerance` (Ramer 1972,
 * Douglas and Peucker 1973). A closed line is cut at its first point and the one farthest from it.
 */
export function simplifyLine(
  points: readonly Point[],
  isClosed: boolean,
  tolerance: number,
): readonly Point[] {
  const [first] = points
  if (!first || points.length < 4) return points
  if (!isClosed) return open(points, tolerance)
  const distances = points.map(({ x, y }) => Math.hypot(x - first.x, y - first.y))
  const opposite = distances.indexOf(Math.max(...distances))
  const there = open(points.slice(0, opposite + 1), tolerance)
  const back = open([...points.slice(opposite), first], tolerance)
  return [...there, ...back.slice(1, -1)]
}

function open(points: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return points
  const [alongX, alongY] = [last.x - first.x, last.y - first.y]
  const length = Math.hypot(alongX, alongY)
  let farthest = 0
  let most = 0
  points.forEach(({ x, y }, at) => {
    const [outX, outY] = [x - first.x, y - first.y]
    const off =
      length === 0 ? Math.hypot(outX, outY) : Math.abs(outX * alongY - outY * alongX) / length
    if (off > most) [most, farthest] = [off, at]
  })
  if (most <= tolerance) return [first, last]
  const before = open(points.slice(0, farthest + 1), tolerance)
  return [...before, ...open(points.slice(farthest), tolerance).slice(1)]
}
