import { madeFromNow } from '../../core/content/made-from'

/**
 * The pack in a second language that says the same in the same words, and knows from what it was
 * made.
 */
export function translatedPack(pack: ReadonlyMap<string, string>, tag = 'es'): Map<string, string> {
  const both = new Map(pack)
  for (const [file, text] of pack) {
    if (file.startsWith('words/en/'))
      both.set(file.replace('/en/', `/${tag}/`), text.replace('tag: en', `tag: ${tag}`))
  }
  const { madeFrom } = madeFromNow(both, tag, [''])
  return both.set(`words/${tag}/made-from.json`, JSON.stringify(madeFrom))
}

/** The pack with one piece of one file replaced; the piece must stand there once. */
export function withPiece(
  pack: ReadonlyMap<string, string>,
  file: string,
  piece: string,
  by: string,
): Map<string, string> {
  const text = pack.get(file)
  if (text?.split(piece).length !== 2) throw new Error(`"${piece}" does not stand once in ${file}`)
  return new Map(pack).set(
    file,
    text.replace(piece, () => by),
  )
}
