/** More candidates than this are not looked through, since each broken link would cost seconds. */
const MAX_CANDIDATES = 1000

/** The candidate that differs from `word` by at most two letters, for "did you mean"; else null. */
export function nearMatch(word: string, candidates: ReadonlySet<string>): string | null {
  if (candidates.size > MAX_CANDIDATES) return null
  let best: string | null = null
  let bestDistance = 3
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word, candidate)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Letters to add, drop or change to make one word of the other (Levenshtein 1966). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, otherLetter] of [...other].entries()) {
      const change = (row[j] ?? 0) + (letter === otherLetter ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
