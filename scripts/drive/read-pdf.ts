import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of letters, in points from the lower left corner of its page. */
export interface PdfText {
  text: string
  left: number
  bottom: number
  right: number
  top: number
}

/** What a reader for blind people meets: a heading, a line, a list item, a picture with its words. */
export interface PdfPart {
  role: string
  text: string
  alt: string | null
}

export interface PdfPage {
  width: number
  height: number
  texts: readonly PdfText[]
  /** In the order of the tags. */
  parts: readonly PdfPart[]
}

export interface ReadPdf {
  title: string
  language: string
  /** Titles of the bookmarks, from the first to the last. */
  bookmarks: readonly string[]
  pages: readonly PdfPage[]
}

interface Node {
  role?: string
  alt?: string
  id?: string
  children?: readonly Node[]
}
interface Bookmark {
  title: string
  items: readonly Bookmark[]
}

/** Roles that stand for themselves; all others only hold them. */
const PARTS: ReadonlySet<string> = new Set(['H1', 'H2', 'H3', 'H4', 'P', 'LI', 'TH', 'Figure'])

/** Reads a tagged PDF: its words where they stand, and its parts in the order of the tags. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as {
    info: { Title?: string; Language?: string }
  }
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items, styles } = await page.getTextContent({ includeMarkedContent: true })
    const texts: PdfText[] = []
    const marked = new Map<string, string>()
    let open = ''
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'beginMarkedContentProps') open = item.id
        if (item.type === 'endMarkedContent') open = ''
        continue
      }
      if (open) marked.set(open, `${marked.get(open) ?? ''} ${item.str}`)
      if (!item.str.trim()) continue
      const [, , , , left = 0, baseline = 0] = item.transform as number[]
      const { ascent = 1, descent = 0 } = styles[item.fontName] ?? {}
      texts.push({
        text: item.str,
        left,
        bottom: baseline + descent * item.height,
        right: left + item.width,
        top: baseline + ascent * item.height,
      })
    }
    const tree = (await page.getStructTree()) as Node | null
    pages.push({ width, height, texts, parts: tree ? partsOf(tree, marked) : [] })
  }
  const outline = (await document.getOutline()) as Bookmark[] | null
  await task.destroy()
  return {
    title: info.Title ?? '',
    language: info.Language ?? '',
    bookmarks: titlesOf(outline ?? []),
    pages,
  }
}

const titlesOf = (bookmarks: readonly Bookmark[]): string[] =>
  bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)])

function partsOf(node: Node, marked: ReadonlyMap<string, string>): PdfPart[] {
  const { role = '', alt = null, children = [] } = node
  const isPart = PARTS.has(role) || (role === 'NonStruct' && children.some(({ id }) => id))
  if (!isPart) return children.flatMap((child) => partsOf(child, marked))
  return [{ role, text: textOf(node, marked), alt }]
}

const textOf = ({ id, children = [] }: Node, marked: ReadonlyMap<string, string>): string =>
  id ? (marked.get(id) ?? '') : children.map((child) => textOf(child, marked)).join(' ')
