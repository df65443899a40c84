import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** One value for the names and contents of files and whole folders; what does not exist counts as such. */
export function fingerprint(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name))
      return
    }
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}

/** Something made from sources: whether it is up to date is written beside it, in `stampFile`. */
export interface Product {
  root: string
  sources: readonly string[]
  /** The files without which it is no product, relative to the root. */
  outputs: readonly string[]
  stampFile: string
}

/** Whether the product was made, to its end, from the sources as they are now. */
export function isUpToDate({ root, sources, outputs, stampFile }: Product): boolean {
  if (!outputs.every((output) => existsSync(join(root, output)))) return false
  const stampPath = join(root, stampFile)
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint(root, sources)
}

/** Makes the product; its stamp is taken from the sources as they were before, and written only at the end. */
export async function makeAnew(product: Product, make: () => Promise<void>): Promise<void> {
  const { root, sources, stampFile } = product
  const stampPath = join(root, stampFile)
  rmSync(stampPath, { force: true })
  const before = fingerprint(root, sources)
  await make()
  mkdirSync(dirname(stampPath), { recursive: true })
  writeFileSync(stampPath, before)
}
