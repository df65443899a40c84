import { Manifest } from '../schema/pack'
import { opener } from './open-file'
import { MadeFrom, textsByPath, TRANSLATED_FILES } from './translate'

/**
 * What `words/<tag>/made-from.json` should say once all texts of the translation below one of the
 * paths `only` say what the source says now; '' is all of them. Notes for texts that either
 * language no longer has are dropped. `noted` is how many texts are below these paths.
 */
export function madeFromNow(
  texts: ReadonlyMap<string, string>,
  tag: string,
  only: readonly string[],
): { madeFrom: MadeFrom; noted: number } {
  const open = opener(texts)
  const read = (name: string) => open(name, () => undefined)
  const { source } = Manifest.parse(read('pack.yaml')?.value)
  const before = MadeFrom.safeParse(read(`words/${tag}/made-from.json`)?.value).data ?? {}
  const textsOf = (language: string) =>
    TRANSLATED_FILES.flatMap((file) => {
      const part = read(`words/${language}/${file}.yaml`)
      return part ? [...textsByPath(file, part)] : []
    })
  const translated = new Map(textsOf(tag))
  const isMeant = (path: string) =>
    only.some((one) => one === '' || path === one || path.startsWith(`${one}.`))
  const entries = textsOf(source).flatMap(([path, text]) => {
    if (!translated.has(path)) return []
    const from = isMeant(path) ? text : before[path]
    return from === undefined ? [] : [[path, from] as const]
  })
  return {
    madeFrom: Object.fromEntries(entries),
    noted: entries.filter(([path]) => isMeant(path)).length,
  }
}
