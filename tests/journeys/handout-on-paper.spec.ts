import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExerciseBlock, HandoutBlock } from '../../core/handout/block'
import { buildSheets, pageInWords, type HandoutSheet } from '../../core/handout/build-sheets'
import type { HandoutRequest } from '../../core/schema/handout'
import type { Bundle } from '../../core/schema/pack'
import { openPaperLab, type PaperLab } from '../../scripts/drive/paper-lab'
import { handoutOf, someClinic } from '../support/handout-request'
import { readPdf, type PdfPage, type PdfText, type ReadPdf } from '../../scripts/drive/read-pdf'
import { shippedBundle } from '../support/words'

/** Handouts as they are: made by the real print window, and read back from their PDF. */
/** Chromium counts paper in hundredths of an inch, and rounds up. */
const POINT = 1.5

// One window makes them all.
test.describe.configure({ mode: 'default' })

let bundle: Bundle
let lab: PaperLab
let folder: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-pdf-'))
  bundle = await shippedBundle()
  lab = await openPaperLab({
    settings: {
      clinicName: someClinic.name,
      clinicPhone: someClinic.phone,
      emergencyNumber: someClinic.emergencyNumber,
    },
  })
})
test.afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true, force: true })
})

/** So many exercises, each time others, with a card, points of the story and questions. */
function requestOf(count: number, change: Partial<HandoutRequest>): HandoutRequest {
  const ids = Object.keys(bundle.exercises).filter((id) => bundle.exercises[id]?.enabled)
  const from = (count * (change.points ?? 14)) % ids.length
  const chosen = [...ids, ...ids].slice(from, from + count)
  const handout = handoutOf(chosen, {
    learned: ['both-sore', 'tight-calf'],
    questions: ['how-long', 'work'],
    ...change,
  })
  return { ...handout, items: [...handout.items, { kind: 'relief', id: 'heat' }] }
}

interface Case {
  count: number
  change: Partial<HandoutRequest>
}
const nameOf = ({ count, change }: Case): string => {
  const { languages, layout, paper, points, tickDays } = { ...handoutOf([]), ...change }
  return `${count} in ${languages.join(' and ')}, ${layout}, ${paper}, ${points} pt, ${tickDays} days`
}

const LANGUAGES = ['en', 'es', 'zh-Hans', 'ar'] as const
const PAPERS = ['a4', 'letter'] as const
const POINTS = [14, 18, 24] as const
const LAYOUTS = ['side-by-side', 'sheet-after-sheet'] as const

/** Each language, paper, size and layout at least once, and each number of exercises. */
const TELLING: Case[] = [
  { count: 1, change: { languages: ['en'], colour: true } },
  { count: 2, change: { languages: ['es'], paper: 'letter', points: 18 } },
  { count: 3, change: { languages: ['zh-Hans'], points: 24 } },
  { count: 4, change: { languages: ['ar'], points: 14 } },
  { count: 5, change: { languages: ['ar'], paper: 'letter', points: 24 } },
  { count: 6, change: { languages: ['en'], paper: 'letter', points: 24, tickDays: 28 } },
  { count: 7, change: { languages: ['es', 'en'], layout: 'side-by-side', points: 18 } },
  { count: 8, change: { languages: ['zh-Hans', 'en'], layout: 'sheet-after-sheet' } },
  { count: 9, change: { languages: ['ar', 'en'], layout: 'side-by-side', paper: 'letter' } },
  { count: 10, change: { languages: ['en', 'ar'], layout: 'side-by-side', points: 24 } },
  { count: 11, change: { languages: ['zh-Hans'], paper: 'letter', colour: true } },
  { count: 12, change: { languages: ['en'] } },
]
const numbers = Array.from({ length: 12 }, (_, at) => at + 1)
const EVERY: Case[] = PAPERS.flatMap((paper) =>
  POINTS.flatMap((points) => [
    ...LANGUAGES.flatMap((tag) =>
      numbers.map((count): Case => ({ count, change: { languages: [tag], paper, points } })),
    ),
    ...LANGUAGES.slice(1).flatMap((tag) =>
      LAYOUTS.flatMap((layout) =>
        [1, 4, 12].map((count): Case => ({
          count,
          change: { languages: [tag, 'en'], layout, paper, points },
        })),
      ),
    ),
  ]),
)

for (const some of process.env['TEST_FULL'] === '1' ? EVERY : TELLING)
  test(`a handout is whole on its pages: ${nameOf(some)}`, async () => {
    const request = requestOf(some.count, some.change)
    const sheets = buildSheets(request, bundle, someClinic)
    const pdf = await lab.pdf(request)
    const file = join(folder, 'handout.pdf')
    await writeFile(file, pdf)
    const read = await readPdf(pdf)
    const bySheet = pagesOfSheets(read, sheets)

    for (const page of read.pages) {
      const [width, height] = request.paper === 'a4' ? [595.3, 841.9] : [612, 792]
      expect(Math.abs(page.width - width)).toBeLessThan(POINT)
      expect(Math.abs(page.height - height)).toBeLessThan(POINT)
      const { languages } = sheetOf(page, bySheet)
      // What a PDF says of the width of Arabic letters is not how they are drawn.
      if (!languages.some(({ direction }) => direction === 'rtl'))
        expect(overlapping(page)).toEqual([])
      expect(page.parts.at(-1 - languages.length)?.role).not.toMatch(/^H/)
    }
    expect(inkInMargins(file, read)).toEqual([])
    for (const { sheet, pages } of bySheet) {
      expect(missingOf(sheet, pages)).toEqual([])
      for (const block of sheet.blocks)
        if (block.kind === 'exercise') standsOnOnePage(block, sheet, pages)
    }

    expect(read.language).toBe(sheets[0]?.languages[0]?.tag)
    expect(read.title).toBe(sheets[0]?.title)
    const bookmarks = read.bookmarks.map(lettersOf)
    for (const heading of headingsOf(sheets)) expect(bookmarks).toContain(lettersOf(heading))
    execFileSync('qpdf', ['--check', file])
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged: +yes/)
    for (const font of fontsOf(file)) expect(font).toMatch(/ TrueType .* yes yes yes /)
  })

for (const tag of LANGUAGES)
  test(`four exercises are light in ${tag}`, async () => {
    const pdf = await lab.pdf(
      handoutOf(['calf-stretch', 'cat-cow', 'bird-dog', 'ball-roll'], { languages: [tag] }),
    )
    // Some 400 letters of Chinese in two weights are 68 kB of it.
    expect(pdf.length).toBeLessThan(tag === 'zh-Hans' ? 180_000 : 150_000)
  })

test('what is read aloud goes from top to bottom', async () => {
  const read = await readPdf(await lab.pdf(requestOf(4, {})))
  for (const { parts, texts } of read.pages) {
    const tops = parts
      .filter(({ role }) => role === 'H2' || role === 'H3')
      .map(({ text }) => texts.find((one) => bare(text).startsWith(bare(one.text)))?.top ?? NaN)
    expect(tops).toEqual([...tops].sort((one, other) => other - one))
  }
})

interface PagesOfSheet {
  sheet: HandoutSheet
  pages: readonly PdfPage[]
}

/** Shares the pages out by their numbers, each of which must be right. */
function pagesOfSheets({ pages }: ReadPdf, sheets: readonly HandoutSheet[]): PagesOfSheet[] {
  const left = [...pages]
  const shares = sheets.map((sheet) => {
    const total = numbers
      .concat(left.map((_, at) => at + 13))
      .find((count) => isNumbered(left[0], sheet, 1, count))
    expect(total, 'pages of the sheet').toBeDefined()
    const its = left.splice(0, total)
    its.forEach((page, at) =>
      expect(isNumbered(page, sheet, at + 1, its.length), `number of page ${at + 1}`).toBe(true),
    )
    return { sheet, pages: its }
  })
  expect(left).toEqual([])
  return shares
}

function isNumbered(
  page: PdfPage | undefined,
  sheet: HandoutSheet,
  n: number,
  total: number,
): boolean {
  const foot = page?.parts.slice(-sheet.languages.length).map(({ text }) => text) ?? []
  return pageInWords(sheet, n, total).every((text, at) =>
    sheet.languages[at]?.direction === 'rtl'
      ? sameNumbers(text, foot[at] ?? '')
      : bare(text) === bare(foot[at] ?? ''),
  )
}
/** The numbers of a page in a script that runs the other way; both orders are met in a PDF. */
const sameNumbers = (one: string, other: string): boolean =>
  numbersOf(one).join() === numbersOf(other).join()
const numbersOf = (text: string): string[] =>
  [...text.matchAll(/\p{Nd}+/gu)].map(([number]) => number).sort()

const sheetOf = (page: PdfPage, shares: readonly PagesOfSheet[]): HandoutSheet => {
  const share = shares.find(({ pages }) => pages.includes(page))
  if (!share) throw new Error('a page of no sheet')
  return share.sheet
}

/** Pairs of texts that lie over one another, by more than descenders and wide punctuation do. */
function overlapping({ texts }: PdfPage): string[] {
  const lies = (one: PdfText, other: PdfText): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) >
      0.6 * (one.top - one.bottom) &&
    Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 0.3 * (one.top - one.bottom)
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => lies(one, other))
      .map((other) => `${one.text} / ${other.text}`),
  )
}

/** Pages with anything at all, also lines and pictures, in the 12 mm along their edges. */
function inkInMargins(file: string, { pages }: ReadPdf): number[] {
  const dotsPerInch = 50
  return pages.flatMap((_, at) => {
    const number = String(at + 1)
    const pgm = execFileSync(
      'pdftoppm',
      ['-gray', '-r', String(dotsPerInch), '-f', number, '-l', number, file],
      { maxBuffer: 64 << 20 },
    )
    const [header = '', width = '', height = ''] =
      /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 60)) ?? []
    // Tall letters of a first line may rise above their line by a millimetre.
    const edge = Math.floor((11 / 25.4) * dotsPerInch) - 1
    const isInMargin = (dot: number): boolean => {
      const x = dot % Number(width)
      const y = Math.floor(dot / Number(width))
      return x < edge || y < edge || x >= Number(width) - edge || y >= Number(height) - edge
    }
    const dots = pgm.subarray(header.length)
    expect(dots.length).toBe(Number(width) * Number(height))
    return dots.some((grey, dot) => grey < 250 && isInMargin(dot)) ? [at + 1] : []
  })
}

/** Words as they are compared: without what a PDF may set otherwise. */
const bare = (text: string): string =>
  text.normalize('NFKC').replace(/[\s•\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** In any order, since a bookmark holds Arabic with a number in the order in which it is drawn. */
const lettersOf = (text: string): string => [...bare(text)].sort().join('')

/** Every text of a block that is for reading, by language. */
function textsOf({ said }: HandoutBlock): string[][] {
  const inAll = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'stills' || key === 'goesOn' || key === 'logo' ? [] : inAll(inner),
    )
  }
  return said.map(inAll)
}

/**
 * What of a sheet is not on its pages, word for word. Not of a script that runs from right to left: a
 * PDF holds the drawn forms of its letters, which give no text back. Its headings are proven by the
 * bookmarks, and its exercises by the words of their pictures.
 */
function missingOf(sheet: HandoutSheet, pages: readonly PdfPage[]): string[] {
  return sheet.languages.flatMap(({ direction }, at) =>
    direction === 'rtl'
      ? []
      : sheet.blocks
          .flatMap((block) => textsOf(block)[at] ?? [])
          .filter((text) => !isOn(text, pages)),
  )
}

const isOn = (text: string, pages: readonly PdfPage[]): boolean =>
  bare(pages.flatMap(({ parts }) => parts.map((part) => part.text)).join(' ')).includes(bare(text))

/** Heading, pictures and steps of an exercise on one page, with the words of each picture. */
function standsOnOnePage(
  block: ExerciseBlock,
  { languages }: HandoutSheet,
  pages: readonly PdfPage[],
): void {
  const [first] = block.said
  const page = pages.find(({ parts }) => parts.some(({ alt }) => alt === first?.stills[0]))
  expect(page, block.id).toBeDefined()
  if (!page) return
  const alts = page.parts.flatMap(({ alt }) => alt ?? [])
  expect(alts).toEqual(expect.arrayContaining([...(first?.stills ?? [])]))
  block.said.forEach(({ heading, start, steps }, at) => {
    if (languages[at]?.direction === 'rtl') return
    for (const text of [heading, start, ...steps])
      expect(isOn(text, [page]), `${block.id}: ${text}`).toBe(true)
  })
}

const headingsOf = (sheets: readonly HandoutSheet[]): string[] =>
  sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'exercise' || block.kind === 'section'
        ? block.said.map(({ heading }) => heading)
        : [],
    ),
  )

/** A line of pdffonts for each font: type, then whether embedded, a subset, and with its letters told. */
const fontsOf = (file: string): string[] =>
  execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
