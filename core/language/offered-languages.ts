import type { Bundle, Words } from '../schema/pack'

/**
 * The words of each language that visitors are offered, the one that a visit begins with first:
 * those that the clinic `wants`, in its order, or all that there are in the order of their names,
 * after the language of the pack. A clinic that wants none that is there gets that one.
 */
export function offeredLanguages(
  { words, manifest }: Pick<Bundle, 'words' | 'manifest'>,
  wants: readonly string[],
): readonly [Words, ...Words[]] {
  const source = words[manifest.source]
  if (!source) throw new Error(`not in the content: ${manifest.source}`)
  const wanted = [...new Set(wants)].flatMap((tag) => words[tag] ?? [])
  const [first, ...rest] = wanted
  if (first) return [first, ...rest]
  if (wants.length > 0) return [source]
  const others = Object.values(words)
    .filter((one) => one !== source)
    .sort((one, other) => one.language.name.localeCompare(other.language.name, manifest.source))
  return [source, ...others]
}
