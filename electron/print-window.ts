import { BrowserWindow, type WebContents } from 'electron'
import { fileURLToPath } from 'node:url'
import type { ClinicOnPaper } from '../core/handout/build-sheets'
import type { Paper, PaperJob, PaperStock } from '../core/paper'
import type { HandoutRequest } from '../core/schema/handout'
import type { LoadedPack } from './load-pack'
import { LOCKED_PAGE, PAGE_PARTITION, PRINT_URL } from './page'
import { makePdf, type PdfOptions } from './make-pdf'

/** After so long, in ms, a page that has not made its sheets is taken for dead. */
const TOO_LONG = 15_000

/**
 * After so many sheets the window is replaced. What Chromium made of a sheet for its PDF is not given
 * back when the page is loaded anew: about 10 MB each.
 */
const SHEETS_PER_WINDOW = 10

/** Makes sheets of paper, as PDF. Both reject where even a second window could not. */
export interface PrintSheet {
  pdf: (request: HandoutRequest) => Promise<Uint8Array>
  /** One short page for the printer of the desk: "Please come to the kiosk". */
  slip: (paper: Paper) => Promise<Uint8Array>
}

export interface PrintWindow extends PrintSheet {
  /**
   * Makes a handout while the visitor still looks at it, so that nobody waits when Print is touched.
   * The last one is kept until the visit ends.
   */
  prepare: (request: HandoutRequest) => void
  /**
   * Ends the window, and with its process all that it knew, and forgets the handout that was made
   * ahead. The next sheet opens another window.
   */
  close: () => Promise<void>
}

/** A window that stands open, and what its page waits for. */
interface Desk {
  window: BrowserWindow
  /** So many sheets were made here. */
  sheets: number
  /** Gives the page one job, and resolves when its sheets stand there. */
  lay: (job: PaperJob) => Promise<void>
  /** A fresh page in the same window, which knows nothing of the last job. */
  clear: () => Promise<void>
}

/**
 * Keeps one unseen window for paper, warm from the first sheet until the end of the visit. One sheet
 * is made at a time, and after each the page is loaded anew. A window that dies is replaced, and its
 * sheet tried once more.
 */
export function createPrintWindow(
  pack: Promise<LoadedPack>,
  clinic: () => ClinicOnPaper,
): PrintWindow {
  let desk: Promise<Desk> | null = null
  /** The handout that was made ahead, or is being made, by what it was made of. */
  let ahead: { of: string; pdf: Promise<Uint8Array> } | null = null
  /** Resolves when the sheet before is done; never rejects. */
  let last: Promise<unknown> = Promise.resolve()

  const open = (): Promise<Desk> => {
    const opening = openDesk(pack, clinic)
    // A blank sheet warms what makes PDFs, and takes the place of the last sheet in Electron's memory.
    const ready = opening.then(async (some) => {
      await makePdf(some.window.webContents, BLANK)
      return some
    })
    ready.catch(() => undefined)
    return ready
  }
  const current = (): Promise<Desk> => (desk ??= open())
  const discard = async (): Promise<void> => {
    const old = desk
    desk = null
    const { window } = (await old?.catch(() => null)) ?? {}
    if (window && !window.isDestroyed()) window.destroy()
  }

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  async function make(job: PaperJob, options: PdfOptions): Promise<Uint8Array> {
    for (const isLastTry of [false, true]) {
      try {
        const some = await current()
        await some.lay(job)
        const pdf = await makePdf(some.window.webContents, options)
        // Not waited for: the sheet is done, and the next one waits its turn anyway.
        void inTurn(() => forget(some))
        return pdf
      } catch (error) {
        console.error('print window: a sheet failed')
        await discard()
        if (isLastTry) throw error
      }
    }
    throw new Error('unreachable')
  }
  async function forget(some: Desk): Promise<void> {
    try {
      some.sheets += 1
      if (some.sheets >= SHEETS_PER_WINDOW) {
        await discard()
        await current()
        return
      }
      await some.clear()
      await makePdf(some.window.webContents, BLANK)
    } catch {
      await discard()
    }
  }

  const handout = (request: HandoutRequest): Promise<Uint8Array> =>
    make({ kind: 'handout', request }, { paper: request.paper })
  function prepare(request: HandoutRequest): void {
    const of = JSON.stringify(request)
    if (ahead?.of === of) return
    const pdf = inTurn(() => {
      if (ahead?.of !== of) throw new Error('another handout is wanted by now')
      return handout(request)
    })
    pdf.catch(() => undefined)
    forgetAhead()
    ahead = { of, pdf }
  }
  function forgetAhead(): void {
    const old = ahead?.pdf
    ahead = null
    void old?.then(
      (pdf) => pdf.fill(0),
      () => undefined,
    )
  }

  return {
    prepare,
    pdf: (request) => {
      const anew = (): Promise<Uint8Array> => inTurn(() => handout(request))
      return ahead?.of === JSON.stringify(request) ? ahead.pdf.then(copyOf, anew) : anew()
    },
    slip: (paper) => inTurn(() => make({ kind: 'slip', paper }, { paper })),
    close: () => {
      forgetAhead()
      return inTurn(discard)
    },
  }
}

/** Who gets a sheet wipes it. */
const copyOf = (pdf: Uint8Array): Uint8Array => Uint8Array.from(pdf)

const BLANK: PdfOptions = { paper: 'a4' }

async function openDesk(pack: Promise<LoadedPack>, clinic: () => ClinicOnPaper): Promise<Desk> {
  const loaded = await pack
  if (!loaded.ok) throw new Error('there is no content to print')
  // Asked for with each page, since staff may change the settings meanwhile.
  const stock = (): PaperStock => ({ bundle: loaded.bundle, clinic: clinic() })
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      ...LOCKED_PAGE,
      preload: fileURLToPath(new URL('../preload/paper.cjs', import.meta.url)),
      partition: PAGE_PARTITION,
      devTools: false,
      backgroundThrottling: false,
    },
  })
  const { webContents } = window
  // A PDF names it as its creator.
  webContents.setUserAgent('Sole to Spine')
  // Before anything awaits: Electron forgets a hidden window that nobody holds.
  const { waiting, lay } = talkTo(webContents, stock)
  const clear = async (): Promise<void> => {
    const isWaiting = waiting()
    await Promise.all([window.loadURL(PRINT_URL), isWaiting])
  }
  try {
    await clear()
  } catch (error) {
    window.destroy()
    throw error
  }
  return { window, sheets: 0, lay, clear }
}

/** Answers the page of this one window; the kiosk's page cannot ask here. */
function talkTo(
  contents: WebContents,
  stock: () => PaperStock,
): { waiting: () => Promise<void>; lay: Desk['lay'] } {
  let give: ((job: PaperJob) => void) | null = null
  let isWaiting: (() => void) | null = null
  let isDone: ((error?: Error) => void) | null = null
  const isOwn = (frame: Electron.WebFrameMain | null): boolean =>
    frame?.parent === null && frame.url === PRINT_URL

  contents.on('render-process-gone', () => (give = null))
  contents.ipc.handle('paper-load', ({ senderFrame }) => {
    if (!isOwn(senderFrame)) throw new Error('refused: sender')
    return stock()
  })
  contents.ipc.handle('paper-next', ({ senderFrame }) => {
    if (!isOwn(senderFrame)) throw new Error('refused: sender')
    return new Promise<PaperJob>((resolve) => {
      give = resolve
      isWaiting?.()
    })
  })
  contents.ipc.handle('paper-done', ({ senderFrame }) => {
    if (!isOwn(senderFrame)) throw new Error('refused: sender')
    isDone?.()
  })
  contents.ipc.handle('paper-failed', ({ senderFrame }) => {
    if (!isOwn(senderFrame)) throw new Error('refused: sender')
    isDone?.(new Error('the page of the paper broke'))
  })

  const inTime = (begin: (done: (error?: Error) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (error?: Error): void => {
        clearTimeout(timer)
        contents.off('render-process-gone', gone)
        if (error) reject(error)
        else resolve()
      }
      const gone = (): void => end(new Error('the page of the paper died'))
      const timer = setTimeout(() => end(new Error('the page of the paper hangs')), TOO_LONG)
      contents.once('render-process-gone', gone)
      begin(end)
    })
  return {
    waiting: () => inTime((done) => (isWaiting = done)),
    lay: (job) =>
      inTime((done) => {
        if (!give) throw new Error('the page of the paper is not ready')
        isDone = done
        give(job)
        give = null
      }),
  }
}
