import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '../core/content/compile'
import { opener } from '../core/content/open-file'
import { readStaffWords } from '../core/content/read-staff-words'
import type { Bundle } from '../core/schema/pack'
import type { StaffWords } from '../core/schema/staff-words'
import { readCompiled } from './compiled-content'
import { readPack } from './content-files'

/** The compiled content, or why there is nothing to show. */
export type LoadedPack =
  { ok: true; bundle: Bundle } | { ok: false; reason: 'folder-missing' | 'nothing-sound' }

/**
 * Reads and compiles a folder of content. What is unsound is left out, and each problem is told to
 * staff on the console with file, line, field and cure; visitors see what is sound.
 * @param own the content that comes with the program: its folder, whose words staff read where a
 * pack brings none of its own, and the file into which the build compiled it, which is taken where it
 * was made from these same files
 */
export async function loadPack(
  folder: string,
  own: { folder: string; compiledFile?: string } = { folder },
): Promise<LoadedPack> {
  const pack = await readPack(folder)
  if (!pack) {
    console.error(`content: no pack in ${folder}`)
    return { ok: false, reason: 'folder-missing' }
  }
  const today = new Date().toISOString().slice(0, 10)
  const ahead = own.compiledFile ? await readCompiled(own.compiledFile, pack) : null
  const { bundle, problems } = ahead ?? compile(pack.files, pack.pictures, today)
  for (const { file, line, field, message, cure } of problems)
    console.error(`content: ${file}:${line} ${field} ${message} ${cure}`)
  return bundle
    ? { ok: true, bundle: await withStaffWords(bundle, own.folder) }
    : { ok: false, reason: 'nothing-sound' }
}

/**
 * A pack of exercises need not say how a kiosk is set up, nor must every translation: staff then
 * read the language of the pack, or the program's own words.
 */
async function withStaffWords(bundle: Bundle, ownFolder: string): Promise<Bundle> {
  const staff = bundle.words[bundle.manifest.source]?.staff ?? (await programStaffWords(ownFolder))
  if (!staff) return bundle
  const words = Object.entries(bundle.words).map(([tag, one]) => [tag, { staff, ...one }] as const)
  return { ...bundle, words: Object.fromEntries(words) }
}

async function programStaffWords(ownFolder: string): Promise<StaffWords | null> {
  const name = 'words/en/staff.yaml'
  const text = await readFile(join(ownFolder, name), 'utf8').catch(() => null)
  if (text === null) return null
  const texts = new Map([[name, text]])
  return readStaffWords(texts, 'en', opener(texts), () => undefined)?.value ?? null
}
