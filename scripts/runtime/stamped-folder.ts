import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'

/** Lies in the folder itself. */
export const STAMP = 'stamp.json'
const Stamp = z.object({
  /** What the folder was made from; another value makes it anew. */
  madeFrom: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number(), mode: z.number() })),
})

/** Writes down what the folder was made from and every file in it; the last act of making one. */
export function stamp(folder: string, madeFrom: string): void {
  const files: z.infer<typeof Stamp>['files'] = {}
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files[relative(folder, path)] = sizeAndMode(path)
  }
  writeFileSync(join(folder, STAMP), JSON.stringify({ madeFrom, files }, null, 1))
}

/** Why the folder is not whole, in a few words, or null when it is: every file there, with its size and mode. */
export function whyBroken(folder: string, madeFrom: string): string | null {
  let content: string
  try {
    content = readFileSync(join(folder, STAMP), 'utf8')
  } catch {
    return 'it was never finished'
  }
  const read = z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(Stamp)
    .safeParse(content)
  if (!read.success) return `${STAMP} is damaged`
  if (read.data.madeFrom !== madeFrom) return 'it was made by another version of this program'
  for (const [name, expected] of Object.entries(read.data.files)) {
    let found: ReturnType<typeof sizeAndMode>
    try {
      found = sizeAndMode(join(folder, name))
    } catch {
      return `${name} is missing`
    }
    if (found.bytes !== expected.bytes) {
      return `${name} has ${found.bytes} bytes instead of ${expected.bytes}`
    }
    if (found.mode !== expected.mode) return `${name} has other permissions`
  }
  return null
}

function sizeAndMode(path: string): { bytes: number; mode: number } {
  const { size, mode } = statSync(path)
  return { bytes: size, mode: mode & 0o777 }
}
