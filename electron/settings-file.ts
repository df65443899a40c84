import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Settings } from '../core/schema/settings'
import { DEFAULT_SETTINGS } from '../core/settings-defaults'

/** The clinic's settings. A missing file gives the defaults; a bad one too, and tells staff why. */
export async function readSettings(file: string): Promise<Settings> {
  try {
    return Settings.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return DEFAULT_SETTINGS
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    console.error(`settings: ${file} is not used, defaults are. ${why}`)
    return DEFAULT_SETTINGS
  }
}
