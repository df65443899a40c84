import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Kiosk } from '../drive/kiosk'
import { count, type Measured } from './rows'

/** What a kiosk holds at a moment when it has thrown away what it does not need. */
export interface Footprint {
  windows: number
  'open files': number
  'files on the disk': number
  /** MB that belong to no file. */
  'memory of the shell': number
  'memory of the pages': number
}

/** @param temp the folder that the kiosk has for temporary files */
export async function footprintOf(kiosk: Kiosk, page: Page, temp: string): Promise<Footprint> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.detach()
  const { windows, shell, pages } = await kiosk.app.evaluate(({ app, BrowserWindow }) => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { runInNewContext } = process.getBuiltinModule('node:vm')
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    return {
      windows: BrowserWindow.getAllWindows().length,
      shell: process.pid,
      pages: app
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map(({ pid }) => pid),
    }
  })
  const ofPages = await Promise.all(pages.map(ownMegabytes))
  return {
    windows,
    'open files': (await readdir(`/proc/${shell}/fd`)).length,
    'files on the disk':
      (await readdir(kiosk.folder, { recursive: true })).length +
      (await readdir(temp, { recursive: true })).length,
    'memory of the shell': await ownMegabytes(shell),
    'memory of the pages': ofPages.reduce((sum, part) => sum + part, 0),
  }
}

export const growth = (
  before: Footprint,
  after: Footprint,
  what: keyof Footprint,
  unit: string,
): Measured => count(after[what] - before[what], unit)

async function ownMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1000
}
