import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANDSCAPE, openKiosk, tap, type Kiosk } from '../drive/kiosk'
import { startPrintRig } from '../drive/print-rig'
import { SAMPLE_HANDOUT } from '../sample-handout'
import { measureBarePaper } from './bare-paper'
import { footprintOf, growth } from './footprint'
import { count, median, milliseconds, type Rows } from './rows'

const TIMES = 15
const EXERCISES = 4
/** Handouts in a row, after some that fill what is kept on purpose. */
const MANY = 200
const WARM_UP = 30

/**
 * How soon a handout of four exercises is a PDF and a job, beside bare windows of the same runtime,
 * whether the screen stays quick meanwhile, and what many handouts leave behind. Real CUPS, and a
 * queue whose printer is a file.
 */
export async function benchHandout(rows: Rows): Promise<void> {
  const bare = await measureBarePaper(TIMES)
  rows.add('two static pages to PDF, fresh bare window, median', milliseconds(bare.fresh), null)
  rows.add('two static pages to PDF, kept bare window, median', milliseconds(bare.kept), null)

  const rig = await startPrintRig()
  rig.addPdfQueue('Fast')
  const temp = await mkdtemp(join(tmpdir(), 'sole-to-spine-bench-'))
  const kiosk = await openKiosk({
    size: LANDSCAPE,
    settings: { printer: 'Fast', printSeconds: 600, askAfterSeconds: 3600 },
    env: { ...rig.env, TMPDIR: temp },
  })
  try {
    const page = kiosk.page()
    await watchPaper(kiosk)
    await watchScreen(page)
    await chooseExercises(page)
    // A blank sheet, the handout that is made while the visitor looks at it, and a blank one again.
    while ((await pdfsOf(kiosk)).length < 3);
    const sheets: Sheet[] = []
    for (let turn = 0; turn < TIMES; turn++) sheets.push(await printAnew(kiosk, page, turn))
    const toPdf = median(sheets.map(({ asked, made }) => made - asked))
    rows.add('request to bytes, nothing made ahead, median', milliseconds(toPdf), bare.fresh)
    const prints: Print[] = []
    for (let turn = 0; turn < TIMES; turn++) prints.push(await printByTouch(page))
    const toJob = median(prints.map(({ touched, taken }) => taken - touched))
    rows.add('touch on Print to job accepted by CUPS, median', milliseconds(toJob), 3 * bare.fresh)
    const slowest = Math.max(...prints.map(({ slowestFrame }) => slowestFrame))
    rows.add('slowest frame of the screen while printing', milliseconds(slowest), 100)
    const size = Math.max(...sheets.map(({ bytes }) => bytes)) / 1000
    rows.add(`PDF of ${EXERCISES} exercises`, count(Math.round(size), 'kB'), 150)

    await printMany(page, WARM_UP)
    const before = await footprintOf(kiosk, page, temp)
    await printMany(page, MANY)
    const after = await footprintOf(kiosk, page, temp)
    for (const [what, unit, most] of LIMITS)
      rows.add(`${MANY} handouts: more ${what}`, growth(before, after, what, unit), most)
  } finally {
    await kiosk.close()
    await rig.stop()
    await rm(temp, { recursive: true, force: true })
  }
}

/**
 * A PDF that is kept would be 20 MB after so many, a sheet 2 GB, a file 200. Chromium opens some of
 * its own late, which does not grow with the handouts. The window of the paper stands
 * at the same sheet before and after; how much of it was collected by then differs.
 */
const LIMITS = [
  ['windows', 'windows', 0],
  ['open files', 'files', 5],
  ['files on the disk', 'files', 5],
  ['memory of the shell', 'MB', 8],
  ['memory of the pages', 'MB', 60],
] as const

async function chooseExercises(page: Page): Promise<void> {
  await page.locator('.attract .touch').click()
  for (let number = 0; number < EXERCISES; number++) {
    await page.locator('.to-exercises').click()
    await page.locator('.exercises [data-card]').nth(number).click()
    await page.locator('.actions .add').click()
    await page.locator('.comfort-bar .to-home').click()
  }
  await page.locator('.doors .to-handout').click()
  await page.waitForSelector('main.handout .print')
}

/** Moments in ms on the clock of the machine. */
interface Print {
  touched: number
  taken: number
  slowestFrame: number
}
interface Sheet {
  asked: number
  made: number
  bytes: number
}
interface Watching {
  pdfs?: { made: number; bytes: number }[]
  screen?: { touched: number; taken: number; slowestFrame: number }
}

/** Notes in the shell when a PDF was made. Every second one is the blank sheet after a handout. */
async function watchPaper(kiosk: Kiosk): Promise<void> {
  // As in the page: see `watchScreen`.
  await kiosk.app.evaluate('globalThis.__name ??= (named) => named')
  await kiosk.app.evaluate(({ app, webContents }) => {
    const pdfs: { made: number; bytes: number }[] = []
    ;(globalThis as unknown as Watching).pdfs = pdfs
    const watch = (contents: Electron.WebContents): void => {
      const print = contents.printToPDF.bind(contents)
      contents.printToPDF = async (options) => {
        const pdf = await print(options)
        pdfs.push({ made: Date.now(), bytes: pdf.length })
        return pdf
      }
    }
    for (const contents of webContents.getAllWebContents()) watch(contents)
    app.on('web-contents-created', (_event, contents) => watch(contents))
  })
}

/** Notes in the page the touch on Print, the moment when it can be stopped, and every frame. */
async function watchScreen(page: Page): Promise<void> {
  // tsx wraps named functions in a function of its own, which the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named')
  await page.evaluate(() => {
    const screen = { touched: 0, taken: 0, slowestFrame: 0 }
    ;(globalThis as unknown as Watching).screen = screen
    document.addEventListener(
      'pointerup',
      ({ target }) => {
        if (!(target as Element).closest('.buttons > .print')) return
        Object.assign(screen, { touched: Date.now(), taken: 0, slowestFrame: 0 })
      },
      { capture: true },
    )
    new MutationObserver(() => {
      if (!screen.taken && document.querySelector('.printing .stop')) screen.taken = Date.now()
    }).observe(document.body, { subtree: true, childList: true })
    let last = performance.now()
    const frame = (now: number): void => {
      screen.slowestFrame = Math.max(screen.slowestFrame, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

const pdfsOf = (kiosk: Kiosk): Promise<{ made: number; bytes: number }[]> =>
  kiosk.app.evaluate(() => (globalThis as unknown as Watching).pdfs ?? [])

/** Prints the handout on the screen, which was made while the visitor looked at it. */
async function printByTouch(page: Page): Promise<Print> {
  await tap(page, page.locator('.buttons > .print'))
  await page.locator('.printing[data-state=printed] .close').click()
  const screen = await page.evaluate(() => (globalThis as unknown as Watching).screen)
  if (!screen?.taken) throw new Error('a handout was printed and nobody saw it')
  return screen
}

/** Prints a handout that nobody has asked for before. */
async function printAnew(kiosk: Kiosk, page: Page, turn: number): Promise<Sheet> {
  const before = (await pdfsOf(kiosk)).length
  const asked = await page.evaluate(
    async (request) => {
      const moment = Date.now()
      const taken = await window.bridge?.printHandout(request)
      if (taken?.ok) await window.bridge?.printJobEnd({ jobId: taken.jobId })
      return moment
    },
    { ...SAMPLE_HANDOUT, date: `2026-01-${String(turn + 10)}` },
  )
  // With the blank sheet the window is ready for the next handout.
  while ((await pdfsOf(kiosk)).length < before + 2);
  const pdf = (await pdfsOf(kiosk))[before]
  if (!pdf) throw new Error('a handout was printed and nobody saw it')
  return { asked, ...pdf }
}

/** Prints one after the other, each as soon as the one before is accepted; all come out. */
async function printMany(page: Page, times: number): Promise<void> {
  const faults = await page.evaluate(
    async ([request, turns]) => {
      const ends: Promise<unknown>[] = []
      for (let turn = 0; turn < turns; turn++) {
        const taken = await window.bridge?.printHandout(request)
        if (!taken?.ok) return [taken]
        const end = window.bridge?.printJobEnd({ jobId: taken.jobId })
        ends.push(Promise.resolve(end).then((how) => (how?.ok ? null : how)))
      }
      return (await Promise.all(ends)).filter((fault) => fault !== null)
    },
    [SAMPLE_HANDOUT, times] as const,
  )
  if (faults.length > 0) throw new Error(`not printed: ${JSON.stringify(faults)}`)
}
