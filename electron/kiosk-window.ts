import { app, BrowserWindow, screen } from 'electron'
import { fileURLToPath } from 'node:url'
import { answerToCrash } from './crash-policy'
import { EXIT_FATAL } from './fatal-errors'
import { LOCKED_PAGE, PAGE_PARTITION, PAGE_URL, RECOVERY_URL } from './page'

/** After so long, in ms, on the recovery page the real page is tried again. */
const RECOVERY_PAUSE = 60_000

export interface KioskWindow {
  /** The window that visitors see now. */
  current: () => BrowserWindow
  /** Opens the first window. */
  open: () => Promise<void>
  /** Puts a fresh window in place of the old one, whose process ends with all it knew. */
  renew: () => Promise<void>
  focus: () => void
  onNewPage: (listener: () => void) => void
}

/** Owns the one window: fullscreen and locked, or on a desk; it comes back whatever ends it. */
export function createKioskWindow({ windowed }: { windowed: boolean }): KioskWindow {
  let window: BrowserWindow | null = null
  /** All but the newest are on their way out. */
  const opened = new Set<BrowserWindow>()
  let renewal: Promise<void> | null = null
  const deaths: number[] = []
  const listeners: (() => void)[] = []

  const current = (): BrowserWindow => {
    if (!window) throw new Error('no window is open yet')
    return window
  }

  const fillScreen = (): void => {
    if (windowed || !window) return
    window.setBounds(screen.getPrimaryDisplay().bounds)
    window.setKiosk(true)
  }

  async function show(url: string): Promise<void> {
    const next = new BrowserWindow({
      ...(windowed
        ? { width: 1280, height: 800, minWidth: 640, minHeight: 400 }
        : { ...screen.getPrimaryDisplay().bounds, kiosk: true, fullscreen: true, frame: false }),
      show: false,
      title: 'Sole to Spine',
      backgroundColor: '#f7f2eb',
      webPreferences: {
        preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
        partition: PAGE_PARTITION,
        ...LOCKED_PAGE,
        devTools: windowed && !app.isPackaged,
        backgroundThrottling: false,
      },
    })
    window = next
    opened.add(next)
    for (const tell of listeners) tell()
    next.webContents.on('render-process-gone', (_event, details) => {
      if (window === next && details.reason !== 'clean-exit') void replaceDeadPage()
    })
    if (!windowed) {
      next.on('close', (event) => event.preventDefault())
      // Not within the event: the call would raise the same event again, without end.
      next.on('leave-full-screen', () => setImmediate(fillScreen))
      next.on('minimize', () => next.restore())
      next.setAlwaysOnTop(true, 'screen-saver')
    }
    // A page can close its window without `close`; the kiosk then opens another one. Not at once:
    // app.exit() closes the windows too, and a new one would keep the program alive.
    next.on('closed', () => {
      opened.delete(next)
      if (window !== next) return
      if (windowed) app.quit()
      else setImmediate(() => void show(PAGE_URL))
    })
    await next.loadURL(url).catch((error: unknown) => {
      if (window === next) throw error
    })
    // A newer window has taken over meanwhile, and ends this one.
    if (window !== next) return
    next.webContents.navigationHistory.clear()
    next.show()
    fillScreen()
    for (const other of opened) if (other !== next) other.destroy()
  }

  async function replaceDeadPage(): Promise<void> {
    deaths.push(performance.now())
    const answer = answerToCrash(deaths)
    console.error(`page died (${deaths.length} so far): ${answer}`)
    if (answer === 'exit') app.exit(EXIT_FATAL)
    else if (answer === 'renew') await show(PAGE_URL)
    else {
      await show(RECOVERY_URL)
      setTimeout(() => void show(PAGE_URL), RECOVERY_PAUSE)
    }
  }

  // The window is always replaced, never the program ended, by a window that closes.
  app.on('window-all-closed', () => undefined)
  const open = async (): Promise<void> => {
    screen.on('display-metrics-changed', fillScreen)
    screen.on('display-added', fillScreen)
    screen.on('display-removed', fillScreen)
    await show(PAGE_URL)
  }

  return {
    current,
    open,
    // Asked for twice, it happens once: nobody can touch the new page before it is shown.
    renew: () => (renewal ??= show(PAGE_URL).finally(() => (renewal = null))),
    focus: () => window?.focus(),
    onNewPage: (listener) => listeners.push(listener),
  }
}
