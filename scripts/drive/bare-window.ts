import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDisplay } from '../display'

export interface BareWindow {
  app: ElectronApplication
  page: Page
  close: () => Promise<void>
}

const MAIN = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ kiosk: true, frame: false })
  window.loadFile('index.html')
})
`

/** A fullscreen window of the same runtime with an empty page: what every figure is compared with. */
export async function openBareWindow(size: { width: number; height: number }): Promise<BareWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-bare-'))
  await writeFile(join(folder, 'package.json'), '{ "name": "bare", "main": "main.cjs" }')
  await writeFile(join(folder, 'main.cjs'), MAIN)
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bare</title><p>bare</p>')
  const display = await startDisplay(size)
  const app = await _electron.launch({
    executablePath: join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron'),
    args: [folder],
    env: {
      ...(process.env as Record<string, string>),
      ...display.env,
      XDG_RUNTIME_DIR: folder,
      HOME: folder,
    },
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    close: async () => {
      await app.close()
      await display.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
