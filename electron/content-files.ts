import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { MAX_FILE_BYTES } from '../core/content/read-yaml'

/** What lies in the folder of a pack. */
export interface PackFiles {
  /** Texts by path inside the pack, with forward slashes, like words/en/story.yaml. */
  files: Map<string, string>
  /** Names of the files in `pictures/`. */
  pictures: Set<string>
}

/** Where texts of a pack may lie. */
const TEXT_PATHS =
  /^(pack\.yaml|claims\.yaml|references\.json|stories\/[^/]+\.yaml|triage\/[^/]+\.yaml|exercises\/[^/]+\.yaml|relief\.yaml|chain\.yaml|words\/[^/]+\/([^/]+\.yaml|made-from\.json))$/

/**
 * Reads the texts of a pack and the names of its pictures; null where there is no folder or no
 * pack.yaml in it. Links inside the folder are not followed, so that a pack from a stick can show
 * nothing but itself. Of a file that is too large only the start is read, for the compiler to
 * refuse.
 */
export async function readPack(folder: string): Promise<PackFiles | null> {
  const manifest = await stat(join(folder, 'pack.yaml')).catch(() => null)
  if (!manifest?.isFile()) return null
  const files = new Map<string, string>()
  const pictures = new Set<string>()
  for await (const path of filesIn(folder, '')) {
    if (TEXT_PATHS.test(path)) files.set(path, await startOf(join(folder, path)))
    if (/^pictures\/[^/]+$/.test(path)) pictures.add(path.slice('pictures/'.length))
  }
  return files.has('pack.yaml') ? { files, pictures } : null
}

/** How deep the folders of a pack go: words/<language>. */
const MAX_FOLDERS = 2

/** Paths of the files below a folder, in the order of their names, with forward slashes. */
async function* filesIn(root: string, below: string, depth = 0): AsyncGenerator<string> {
  const entries = await readdir(join(root, below), { withFileTypes: true })
  for (const entry of entries.sort(byName)) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isFile()) yield path
    if (entry.isDirectory() && depth < MAX_FOLDERS) yield* filesIn(root, path, depth + 1)
  }
}

const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : 1)

/** The text of a file, or where it is too large one byte more than is allowed. */
async function startOf(path: string): Promise<string> {
  // Not following links here either: a file can be replaced by one since the folder was listed.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, MAX_FILE_BYTES + 1))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
