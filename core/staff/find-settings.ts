import type { Settings } from '../schema/settings'

/** What a search looks at. */
export interface FindableSetting {
  name: keyof Settings
  /** Its name, its help and its value, as staff read them. */
  texts: readonly string[]
}

/** The settings in which every word of the search occurs, whatever its case and accents. */
export function findSettings(
  settings: readonly FindableSetting[],
  search: string,
): (keyof Settings)[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return settings
    .filter(({ texts }) => {
      const all = plain(texts.join(' '))
      return words.every((word) => all.includes(word))
    })
    .map(({ name }) => name)
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
