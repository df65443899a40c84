import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  constants,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole, type Written } from './whole-file'

const PREFIX = 'sole-to-spine-recovery'
const LOOK_AT_MOST = 16
const MAX_BYTES = 1000

/** `recovery.json`: all that the kiosk keeps of the secret on the stick. */
const RecoveryRecord = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export interface RecoveryFiles {
  /** Was a recovery file made that has not been used? */
  exists: () => boolean
  /** Writes a new secret to a stick; the one before counts no longer. */
  make: (stick: string) => Written
  /** Is the secret on one of the sticks? It counts once: a new one takes its place at once. */
  use: (sticks: readonly string[]) => Written | { ok: false; reason: 'not-found' }
}

/**
 * The way back in without a PIN: a file of 32 random bytes on a stick, of which the kiosk keeps the
 * SHA-256 alone, in a file of its own, so that a broken PIN file does not close this way too.
 */
export function recoveryBeside(settingsFile: string): RecoveryFiles {
  const file = join(dirname(settingsFile), 'recovery.json')
  const kept = (): Buffer | null => {
    try {
      const record = RecoveryRecord.parse(JSON.parse(readFileSync(file, 'utf8')))
      return Buffer.from(record.sha256, 'hex')
    } catch {
      return null
    }
  }
  const make = (stick: string): Written => {
    const secret = randomBytes(32).toString('hex')
    const path = join(stick, `${PREFIX}-${randomBytes(4).toString('hex')}.txt`)
    // The stick first: a power cut between the two leaves the old secret in force, not none.
    const written = writeWhole(path, `${secret}\n`, 0o600)
    if (!written.ok) return written
    return writeWhole(file, JSON.stringify({ sha256: hashOf(secret).toString('hex') }), 0o600)
  }
  return {
    exists: () => kept() !== null,
    make,
    use: (sticks) => {
      const hash = kept()
      if (!hash) return { ok: false, reason: 'not-found' }
      for (const stick of sticks)
        for (const path of secretsOn(stick)) {
          if (!timingSafeEqual(hashOf(startOf(path)), hash)) continue
          const renewed = make(stick)
          if (renewed.ok) rmSync(path, { force: true })
          return renewed
        }
      return { ok: false, reason: 'not-found' }
    },
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

function secretsOn(stick: string): string[] {
  try {
    return readdirSync(stick, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.startsWith(PREFIX))
      .slice(0, LOOK_AT_MOST)
      .map(({ name }) => join(stick, name))
  } catch {
    return []
  }
}

/** What a file says, without the space around it; of a long one only its start. */
function startOf(path: string): string {
  try {
    const opened = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const buffer = Buffer.alloc(MAX_BYTES)
      const length = readSync(opened, buffer, 0, MAX_BYTES, 0)
      return buffer.toString('utf8', 0, length).trim()
    } finally {
      closeSync(opened)
    }
  } catch {
    return ''
  }
}
