import { _electron, type ElectronApplication } from '@playwright/test'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { PrintWindow } from '../../electron/print-window'
import type { HandoutRequest } from '../../core/schema/handout'
import type { Settings } from '../../core/schema/settings'
import { startDisplay } from '../display'
import { ROOT } from '../project'

/** The real print window in real Electron, without the kiosk around it. */
export interface PaperLab {
  app: ElectronApplication
  pdf: (request: HandoutRequest) => Promise<Uint8Array>
  slip: () => Promise<Uint8Array>
  close: () => Promise<void>
}

declare global {
  var printWindow: PrintWindow
}

interface LabOptions {
  settings?: Partial<Settings>
  /** A folder of content in place of the built-in one. */
  content?: string
}

/** Builds the program around the print window, and starts it on a screen of its own. */
export async function openPaperLab(options: LabOptions = {}): Promise<PaperLab> {
  const lab = await buildLab()
  const folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-paper-'))
  const settingsFile = join(folder, 'settings.json')
  await writeFile(settingsFile, JSON.stringify(options.settings ?? {}))
  const display = await startDisplay({ width: 1280, height: 800 })
  const app = await _electron.launch({
    executablePath: join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron'),
    args: [
      lab,
      `--user-data-dir=${join(folder, 'data')}`,
      '--settings',
      settingsFile,
      '--content',
      options.content ?? join(ROOT, 'content'),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...display.env,
      XDG_RUNTIME_DIR: folder,
      HOME: folder,
    },
  })
  await app.firstWindow()
  const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
  return {
    app,
    pdf: async (request) =>
      bytes(
        await app.evaluate(
          async (_electron, given) =>
            Buffer.from(await globalThis.printWindow.pdf(given)).toString('base64'),
          request,
        ),
      ),
    slip: async () =>
      bytes(
        await app.evaluate(async () =>
          Buffer.from(await globalThis.printWindow.slip('a4')).toString('base64'),
        ),
      ),
    close: async () => {
      await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined)
      await app.close()
      await display.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** The folder of the program: beside the built app, whose preload and pages it uses. */
async function buildLab(): Promise<string> {
  const folder = join(ROOT, 'out', 'paper-lab')
  await rm(folder, { recursive: true, force: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      ssr: fileURLToPath(new URL('./paper-lab/main.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        external: ['electron', /^node:/],
        output: { entryFileNames: 'main.js', format: 'es' },
      },
    },
    ssr: { noExternal: true },
  })
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'paper-lab', type: 'module', main: 'main.js' }),
  )
  await symlink('..', join(folder, 'out'))
  return folder
}
