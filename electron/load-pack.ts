import type { Bundle } from '../core/schema/pack'
import { compile } from '../core/content/compile'
import { readPack } from './content-files'

/** The compiled content, or why there is nothing to show. */
export type LoadedPack =
  { ok: true; bundle: Bundle } | { ok: false; reason: 'folder-missing' | 'nothing-sound' }

/**
 * Reads and compiles a folder of content. What is unsound is left out, and each problem is told to
 * staff on the console with file, line, field and cure; visitors see what is sound.
 */
export async function loadPack(folder: string): Promise<LoadedPack> {
  const pack = await readPack(folder)
  if (!pack) {
    console.error(`content: no pack in ${folder}`)
    return { ok: false, reason: 'folder-missing' }
  }
  const today = new Date().toISOString().slice(0, 10)
  const { bundle, problems } = compile(pack.files, pack.pictures, today)
  for (const { file, line, field, message, cure } of problems)
    console.error(`content: ${file}:${line} ${field} ${message} ${cure}`)
  return bundle ? { ok: true, bundle } : { ok: false, reason: 'nothing-sound' }
}
