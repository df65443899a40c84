import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Settings } from '../core/schema/settings'
import { DEFAULT_SETTINGS } from '../core/settings-defaults'
import { writeWhole, type Written } from './whole-file'

/** What staff must know of how the settings were found. */
export type SettingsTrouble = 'from-backup' | 'defaults'

export interface SettingsHolder {
  /** The settings that count now. */
  current: () => Settings
  /** Null where the file was sound, or was never written. */
  trouble: () => SettingsTrouble | null
  /** Writes new settings, which count from then on; when they cannot be written the old ones stay. */
  replace: (next: Settings) => Written
}

/**
 * The one place that holds the clinic's settings. A missing file gives the defaults; of a bad one
 * its last sound copy counts (`.bak` beside it), else the defaults, and staff are told.
 */
export function openSettings(file: string): SettingsHolder {
  const found = read(file)
  const backup = found.is === 'sound' ? null : read(`${file}.bak`)
  let settings = DEFAULT_SETTINGS
  let trouble: SettingsTrouble | null = null
  if (found.is === 'sound') settings = found.settings
  else if (backup?.is === 'sound') {
    settings = backup.settings
    trouble = 'from-backup'
    console.error(`settings: ${file} is not used, its copy is. ${found.why}`)
  } else if (found.is === 'broken') {
    trouble = 'defaults'
    console.error(`settings: ${file} is not used, defaults are. ${found.why}`)
  }
  return {
    current: () => settings,
    trouble: () => trouble,
    replace: (next) => {
      // A file that is broken must not take the place of the sound copy.
      const old = read(file)
      const kept = old.is === 'sound' ? writeWhole(`${file}.bak`, old.text) : { ok: true as const }
      if (!kept.ok) return kept
      const written = writeWhole(file, `${JSON.stringify(next, null, 2)}\n`)
      if (!written.ok) return written
      settings = next
      trouble = null
      return written
    },
  }
}

type Found =
  | { is: 'sound'; settings: Settings; text: string }
  | { is: 'missing'; why: string }
  | { is: 'broken'; why: string }

function read(file: string): Found {
  try {
    const text = readFileSync(file, 'utf8')
    return { is: 'sound', settings: Settings.parse(JSON.parse(text)), text }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { is: 'missing', why: 'It is missing.' }
    return {
      is: 'broken',
      why: error instanceof z.ZodError ? z.prettifyError(error) : String(error),
    }
  }
}
