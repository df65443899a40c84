import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Compiled } from '../core/content/compile'
import type { PackFiles } from './content-files'

/** What the build left of the content: whole, and the stamp of the files that it was made from. */
export interface CompiledContent extends Compiled {
  stamp: string
}

/** One value for the names and texts of a pack. */
export function stampOf({ files, pictures }: PackFiles): string {
  const hash = createHash('sha256')
  for (const [name, text] of files) hash.update(`${name}\0${String(text.length)}\0`).update(text)
  return hash.update([...pictures].sort().join('\0')).digest('hex')
}

/**
 * The content as the build compiled it, which takes milliseconds where compiling takes a second;
 * null where it was made from other files than those of the pack, or cannot be read.
 */
export async function readCompiled(file: string, pack: PackFiles): Promise<Compiled | null> {
  try {
    const compiled = JSON.parse(await readFile(file, 'utf8')) as CompiledContent
    return compiled.stamp === stampOf(pack) ? compiled : null
  } catch {
    return null
  }
}
