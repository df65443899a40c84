import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole, type Written } from './whole-file'

const Hex = z.string().regex(/^([0-9a-f]{2})+$/)

/** A PIN as scrypt left it; see `pin-hash.ts`. */
export const PinHash = z.strictObject({ salt: Hex, hash: Hex })
export type PinHash = z.infer<typeof PinHash>

/** `staff.json`: who may come in, and what was tried. */
const StaffRecord = z.strictObject({
  owner: PinHash,
  clinician: PinHash.nullable(),
  /** In a row, since somebody last came in. */
  wrongPins: z.int().min(0),
  /** What was left of the wait when this was written, in ms of running time. */
  waitMs: z.number().min(0).max(3_600_000),
})
export type StaffRecord = z.infer<typeof StaffRecord>

export interface StaffFiles {
  /** The record; null where there is none, `broken` where nobody can tell what it says. */
  read: () => StaffRecord | 'broken' | null
  write: (record: StaffRecord) => Written
  /** Has somebody with an account of the operating system allowed a first set-up? */
  isSetUpAllowed: () => boolean
  /** A set-up is allowed once. */
  useUpPermission: () => void
}

const SET_UP_ALLOWED = 'set-up-allowed'

/**
 * What is kept about the way in, in the folder of the settings but apart from them: `staff.json`,
 * readable by the kiosk's own account alone, and its copy.
 */
export function staffFilesBeside(settingsFile: string): StaffFiles {
  const folder = dirname(settingsFile)
  const file = join(folder, 'staff.json')
  const copy = `${file}.bak`
  const permission = join(folder, SET_UP_ALLOWED)
  return {
    read: () => {
      const [first, second] = [readRecord(file), readRecord(copy)]
      return typeof first === 'object' && first ? first : (second ?? first)
    },
    write: (record) => {
      const text = `${JSON.stringify(record)}\n`
      const written = writeWhole(file, text, 0o600)
      // The copy says the same, so that a PIN that was changed never comes back.
      return written.ok ? writeWhole(copy, text, 0o600) : written
    },
    isSetUpAllowed: () => lstatSync(permission, { throwIfNoEntry: false })?.isFile() ?? false,
    useUpPermission: () => rmSync(permission, { force: true }),
  }
}

/**
 * Forgets the PINs and allows one set-up on screen; the settings stay. Only the account of the
 * operating system that runs the kiosk can do so.
 */
export function allowSetUp(settingsFile: string): Written {
  const folder = dirname(settingsFile)
  for (const name of ['staff.json', 'staff.json.bak', 'recovery.json'])
    rmSync(join(folder, name), { force: true })
  return writeWhole(
    join(folder, SET_UP_ALLOWED),
    'Whoever opens staff mode next sets the PINs. Remove this file to forbid it.\n',
    0o600,
  )
}

function readRecord(file: string): StaffRecord | 'broken' | null {
  try {
    if (!existsSync(file)) return null
    return StaffRecord.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.error(`staff: ${file} cannot be used. ${error instanceof Error ? error.name : ''}`)
    return 'broken'
  }
}
