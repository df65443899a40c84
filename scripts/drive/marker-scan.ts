import { lstat, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
 * Looks for markers in every file below a folder, and in their names. What is packed is unpacked: a
 * file that is zlib or gzip as a whole, and every packed stream within one, as PDF and spool files
 * have them. Of a PDF the text is read as well, which lies in it only as numbers of glyphs. Links and
 * sockets are not followed; `besides` names what is passed over.
 */
export async function scanForMarkers(
  folder: string,
  markers: readonly string[],
  besides: (name: string) => boolean = () => false,
): Promise<Find[]> {
  const finds: Find[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    if (besides(name)) continue
    const path = join(folder, name)
    const isNamed = markers.some((marker) => name.includes(marker))
    if (isNamed) finds.push({ file: name, encoding: 'its name' })
    // What ends while it is looked at leaves nothing.
    const found = await lstat(path).catch(() => null)
    if (!found?.isFile()) continue
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    for (const encoding of await encodingsIn(bytes, markers)) finds.push({ file: name, encoding })
  }
  return finds
}

/** As what markers lie in these bytes. */
async function encodingsIn(bytes: Buffer, markers: readonly string[]): Promise<string[]> {
  const found = [bytes, ...unpacked(bytes)].flatMap((content) => plainlyIn(content, markers))
  const text = await textOfPdfIn(bytes)
  return markers.some((marker) => text.includes(marker)) ? [...found, 'text of a PDF'] : found
}

function plainlyIn(content: Buffer, markers: readonly string[]): string[] {
  return markers.flatMap((marker) =>
    Object.entries(disguises(marker)).flatMap(([encoding, disguise]) =>
      content.includes(disguise) ? [encoding] : [],
    ),
  )
}

/** What is packed in these bytes: as a whole, and wherever a zlib or gzip stream may begin. */
function unpacked(bytes: Buffer): Buffer[] {
  const starts = new Set<number>()
  for (const magic of ['789c', '7801', '78da', '785e', '1f8b08'])
    for (
      let at = bytes.indexOf(magic, 0, 'hex');
      at >= 0 && starts.size < 10_000;
      at = bytes.indexOf(magic, at + 1, 'hex')
    )
      starts.add(at)
  return [...starts].flatMap((at) => {
    const part = bytes.subarray(at)
    try {
      // What was cut off is unpacked as far as it goes.
      const how = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 20_000_000 }
      // Not gunzip, which takes what follows the stream for a broken second one.
      return [part[0] === 0x78 ? inflateSync(part, how) : inflateRawSync(afterGzipHead(part), how)]
    } catch {
      return []
    }
  })
}

/** What follows the head of a gzip stream (RFC 1952): ten bytes, and a name where one is given. */
function afterGzipHead(bytes: Buffer): Buffer {
  const hasName = ((bytes[3] ?? 0) & 0x08) !== 0
  return bytes.subarray(hasName ? bytes.indexOf(0, 10) + 1 : 10)
}

/** The words of the PDF in these bytes, wherever it begins, with single spaces; empty where there is none. */
export async function textOfPdfIn(bytes: Buffer): Promise<string> {
  const start = bytes.indexOf('%PDF-')
  if (start < 0) return ''
  const task = getDocument({ data: new Uint8Array(bytes.subarray(start)), verbosity: 0 })
  try {
    const document = await task.promise
    const words: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      words.push(...items.map((item) => ('str' in item ? item.str : '')))
    }
    return words.join(' ').replace(/\s+/g, ' ')
  } catch {
    return ''
  } finally {
    await task.destroy()
  }
}

/**
 * Looks for markers in the memory that a process of ours can write to, as the letters of a program
 * lie there: of one byte or of two. Linux only.
 * @throws where the process is gone or not ours
 */
export async function scanMemory(pid: number, markers: readonly string[]): Promise<string[]> {
  const maps = await readFile(`/proc/${pid}/smaps`, 'latin1')
  const memory = await open(`/proc/${pid}/mem`, 'r')
  const found = new Set<string>()
  const spellings = markers.flatMap((marker) =>
    (['utf8', 'utf16le'] as const).map((name) => [name, Buffer.from(marker, name)] as const),
  )
  try {
    for (const [, from = '', to = ''] of maps.matchAll(USED)) {
      const end = Number.parseInt(to, 16)
      for (let at = Number.parseInt(from, 16); at < end; at += CHUNK) {
        // Chunks overlap, so that nothing lies across their border.
        const bytes = Buffer.alloc(Math.min(CHUNK + 1_024, end - at))
        const read = await memory.read(bytes, 0, bytes.length, at).catch(() => null)
        if (!read) continue
        const content = bytes.subarray(0, read.bytesRead)
        for (const [encoding, letters] of spellings)
          if (content.includes(letters)) found.add(encoding)
      }
    }
  } finally {
    await memory.close()
  }
  return [...found]
}
const CHUNK = 4_000_000
/** A range of smaps that can be written to and of which some pages are there. */
const USED = /^([0-9a-f]+)-([0-9a-f]+) rw.*\n(?:(?!Rss|[0-9a-f]+-).*\n)*Rss: +[1-9]/gm
