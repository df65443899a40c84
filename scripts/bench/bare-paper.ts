import { openBareWindow } from '../drive/bare-window'
import { LANDSCAPE } from '../drive/kiosk'
import { median } from './rows'

/** Two pages of plain text, without a script or a picture. */
const TWO_PAGES = `<!doctype html><title>Two pages</title>${'<h1>Page</h1><p style="break-after:page">One static page.</p>'.repeat(2)}`

export interface BarePaper {
  /** Median time in ms from nothing to the bytes of a PDF, with a window made for it. */
  fresh: number
  /** The same with a window that stands open and has its page already. */
  kept: number
}

/** How long a bare window of the same runtime takes for a static page, so many times. */
export async function measureBarePaper(times: number): Promise<BarePaper> {
  const bare = await openBareWindow(LANDSCAPE)
  const measured = await bare.app.evaluate(
    async ({ BrowserWindow }, [html, turns]) => {
      const address = `data:text/html,${encodeURIComponent(html)}`
      const fresh: number[] = []
      const kept: number[] = []
      const standing = new BrowserWindow({ show: false })
      await standing.loadURL(address)
      await standing.webContents.printToPDF({})
      for (let turn = 0; turn < turns; turn++) {
        let began = performance.now()
        const window = new BrowserWindow({ show: false })
        await window.loadURL(address)
        await window.webContents.printToPDF({})
        fresh.push(performance.now() - began)
        window.destroy()
        began = performance.now()
        await standing.webContents.printToPDF({})
        kept.push(performance.now() - began)
      }
      return { fresh, kept }
    },
    [TWO_PAGES, times] as const,
  )
  await bare.close()
  return { fresh: median(measured.fresh), kept: median(measured.kept) }
}
