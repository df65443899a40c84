import type { App } from 'electron'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface KioskArguments {
  /** In a window on a desk instead of the whole screen. */
  windowed: boolean
  /** Folder of the content that is shown. */
  contentFolder: string
  /** File of the clinic's settings; it need not exist. */
  settingsFile: string
  /** Only allow a new set-up of the PINs, and end. */
  resetPin: boolean
  /** Folder that holds one folder for each stick; null where the system usually shows them. */
  sticksFolder: string | null
}

/**
 * Reads `--windowed`, `--content DIR`, `--settings FILE`, `--reset-pin` and `--sticks DIR`; other
 * switches belong to Chromium and are left alone. Paths are taken from the folder in which the program was started.
 */
export function readArguments(
  argv: readonly string[],
  app: Pick<App, 'isPackaged' | 'getAppPath' | 'getPath'>,
): KioskArguments {
  const { values } = parseArgs({
    args: argv.slice(app.isPackaged ? 1 : 2),
    strict: false,
    options: {
      windowed: { type: 'boolean' },
      content: { type: 'string' },
      settings: { type: 'string' },
      'reset-pin': { type: 'boolean' },
      sticks: { type: 'string' },
    },
  })
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' ? resolve(value) : undefined
  return {
    windowed: values.windowed === true,
    contentFolder: text(values.content) ?? join(app.getAppPath(), 'content'),
    settingsFile:
      text(values.settings) ?? join(app.getPath('appData'), 'sole-to-spine', 'settings.json'),
    resetPin: values['reset-pin'] === true,
    sticksFolder: text(values.sticks) ?? null,
  }
}
