import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { inflateSync, gunzipSync } from 'node:zlib'

/** Where a marker was found, and as what. */
export interface Find {
  file: string
  encoding: string
}

/** The bytes under which a text may lie in a file that a browser wrote. */
export function disguises(marker: string): Record<string, Buffer> {
  const bytes = Buffer.from(marker, 'utf8')
  const wide = Buffer.from(marker, 'utf16le')
  const asText = (text: string): Buffer => Buffer.from(text, 'latin1')
  /** Base64 of a text in the middle of other bytes: only the part that they cannot change. */
  const base64At = (offset: number): Buffer => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return asText(
      text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6)),
    )
  }
  return {
    'UTF-8': bytes,
    'UTF-16LE': wide,
    'UTF-16BE': Buffer.from(wide).swap16(),
    hex: asText(bytes.toString('hex')),
    HEX: asText(bytes.toString('hex').toUpperCase()),
    percent: asText(bytes.toString('hex').replace(/../g, '%$&')),
    'base64, first byte': base64At(0),
    'base64, second byte': base64At(1),
    'base64, third byte': base64At(2),
  }
}

/**
 * Looks for markers in every file below a folder, and in their names. Packed parts (zlib, gzip) are
 * unpacked where a file as a whole is one. Links and sockets are not followed.
 */
export async function scanForMarkers(folder: string, markers: readonly string[]): Promise<Find[]> {
  const finds: Find[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const isNamed = markers.some((marker) => name.includes(marker))
    if (isNamed) finds.push({ file: name, encoding: 'its name' })
    // What ends while it is looked at leaves nothing.
    const found = await lstat(path).catch(() => null)
    if (!found?.isFile()) continue
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    for (const content of [bytes, ...unpacked(bytes)])
      for (const marker of markers)
        for (const [encoding, disguise] of Object.entries(disguises(marker)))
          if (content.includes(disguise)) finds.push({ file: relative(folder, path), encoding })
  }
  return finds
}

function unpacked(bytes: Buffer): Buffer[] {
  return [inflateSync, gunzipSync].flatMap((unpack) => {
    try {
      return [unpack(bytes)]
    } catch {
      return []
    }
  })
}
