import { _electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kill } from 'node:process'
import type { StaffRecord } from '../../electron/staff-file'
import type { Settings } from '../../core/schema/settings'
import { startDisplay, type Display } from '../display'
import { ROOT } from '../project'

export interface KioskOptions {
  /** The screen in pixels; a display of its own is made for it. */
  size?: { width: number; height: number }
  /** What differs from the default settings. */
  settings?: Partial<Settings>
  /** Another folder of content. */
  content?: string
  windowed?: boolean
  /** What is known of the way in: a set-up is allowed, or these PINs are set; else it is shut. */
  staff?: 'set-up' | StaffRecord
  /** Files that lie beside the settings, by their names. */
  files?: Record<string, string>
  /** Environment that differs from ours. */
  env?: Record<string, string>
}

export const LANDSCAPE = { width: 1920, height: 1080 }
export const PORTRAIT = { width: 1080, height: 1920 }

/** The real program in real Electron on a screen of its own, with nothing left when it closes. */
export interface Kiosk {
  app: ElectronApplication
  /** The page that visitors see now. */
  page: () => Page
  /** The page that takes the place of this one, when it is there and has painted. */
  nextPage: (act: () => Promise<unknown>) => Promise<Page>
  display: Display
  /** Everything that the program writes lies below this folder, its home as well. */
  folder: string
  /** What the program wrote to stderr so far. */
  stderr: () => string
  close: () => Promise<void>
}

export async function openKiosk(options: KioskOptions = {}): Promise<Kiosk> {
  const folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-test-'))
  const settingsFile = join(folder, 'settings.json')
  const log = join(folder, 'stderr.log')
  await writeFile(settingsFile, JSON.stringify(options.settings ?? {}))
  if (options.staff === 'set-up') await writeFile(join(folder, 'set-up-allowed'), '')
  else if (options.staff) await writeFile(join(folder, 'staff.json'), JSON.stringify(options.staff))
  for (const [name, text] of Object.entries(options.files ?? {}))
    await writeFile(join(folder, name), text)
  const display = await startDisplay(options.size ?? LANDSCAPE)
  const app = await _electron.launch({
    executablePath: join(ROOT, 'scripts', 'drive', 'electron-with-log.sh'),
    args: [
      '.',
      '--settings',
      settingsFile,
      '--sticks',
      join(folder, 'sticks'),
      ...(options.content ? ['--content', options.content] : []),
      ...(options.windowed ? ['--windowed'] : []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...display.env,
      XDG_RUNTIME_DIR: folder,
      HOME: folder,
      KIOSK_ELECTRON: join(requiredEnv('ELECTRON_OVERRIDE_DIST_PATH'), 'electron'),
      KIOSK_LOG: log,
      ...options.env,
    },
  })
  // Asked for now, because Playwright has forgotten it once the program has ended.
  const program = app.process()
  const first = await app.firstWindow()
  await isPainted(first)

  const page = (): Page => {
    const open = app.windows().filter((some) => !some.isClosed() && !isOfPaper(some))
    const newest = open.at(-1)
    if (!newest) throw new Error('the kiosk has no window')
    return newest
  }
  return {
    app,
    page,
    display,
    folder,
    stderr: () => readFileSync(log, 'utf8'),
    nextPage: async (act) => {
      const [next] = await Promise.all([
        app.waitForEvent('window', { predicate: async (some) => !(await willBeOfPaper(some)) }),
        act(),
      ])
      await isPainted(next)
      return next
    },
    close: async () => {
      // The kiosk refuses to close its window, which is how Playwright would end it.
      const { exitCode, signalCode } = program
      if (exitCode === null && signalCode === null) {
        const gone = once(program, 'exit')
        program.kill('SIGKILL')
        await gone
      }
      await display.stop()
      await endSpeechDaemon(folder)
      // The children of a killed program may still write for a moment.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** Is it the window that makes paper, which nobody sees? */
const isOfPaper = (page: Page): boolean => page.url().endsWith('/print.html')

async function willBeOfPaper(page: Page): Promise<boolean> {
  await page.waitForURL('app://**')
  return isOfPaper(page)
}

/** Chromium starts a speech daemon of its own in the runtime folder, and leaves it behind. */
async function endSpeechDaemon(folder: string): Promise<void> {
  const pidFile = join(folder, 'speech-dispatcher', 'pid', 'speech-dispatcher.pid')
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
  try {
    if (pid > 0) kill(pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}

function requiredEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run the tests by npm test`)
  return value
}

/** The page has mounted and its fonts are there, so that it can be measured and photographed. */
async function isPainted(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#app > *') !== null)
  await page.evaluate(() => document.fonts.ready)
}

/** Waits until everything that moves once has come to rest and what follows from it is painted; loops go on. */
export async function isStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const once = document
      .getAnimations()
      .filter((some) => some.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.all(once.map((some) => some.finished.catch(() => undefined)))
    const coming = [...document.images].filter((image) => !image.complete)
    await Promise.all(
      coming.map(
        (image) =>
          new Promise((resolve) => {
            image.addEventListener('load', resolve)
            image.addEventListener('error', resolve)
          }),
      ),
    )
    // Labels take their places a frame after what they belong to has got its size.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
}

/** A finger on the glass: trusted touch events, as Chromium makes them from a touchscreen. */
export interface Finger {
  tap: (target: { x: number; y: number }) => Promise<void>
  swipe: (from: { x: number; y: number }, to: { x: number; y: number }) => Promise<void>
}

export async function fingerOn(page: Page): Promise<Finger> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: { x: number; y: number }[],
  ) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    tap: async (at) => {
      await send('touchStart', [at])
      await send('touchEnd', [])
    },
    swipe: async (from, to) => {
      await send('touchStart', [from])
      for (const part of [0.2, 0.4, 0.6, 0.8, 1])
        await send('touchMove', [
          { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
        ])
      await send('touchEnd', [])
    },
  }
}

/** Somewhat longer than the way in asks for, in ms. */
const HOLD = 3_150

/** Holds a corner of the screen with a finger, as long as the hidden way in asks for. */
export async function touchCorner(
  page: Page,
  corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right',
): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const at = {
    x: corner.endsWith('left') ? 5 : width - 5,
    y: corner.startsWith('top') ? 5 : height - 5,
  }
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await new Promise((resolve) => setTimeout(resolve, HOLD))
  // The second corner opens while it is held, and the page is gone then.
  await cdp
    .send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    .catch(() => undefined)
}

/** Where something is, once it is there: what is drawn anew has no box for a moment. */
async function boxOf(
  selector: ReturnType<Page['locator']>,
): Promise<{ x: number; y: number; width: number; height: number }> {
  for (;;) {
    await selector.waitFor()
    const box = await selector.boundingBox()
    if (box) return box
  }
}

/** Taps the middle of something with a finger. */
export async function tap(page: Page, selector: ReturnType<Page['locator']>): Promise<void> {
  const box = await boxOf(selector)
  const finger = await fingerOn(page)
  await finger.tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
}
