import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { WriteFault } from '../core/staff/names'

export type Written = { ok: true } | { ok: false; reason: WriteFault }

/**
 * Replaces a file so that whoever reads it, also after a power cut at any moment, finds the old
 * content or the new one and never a part: written beside it, forced to the disk, read back, renamed.
 * @param mode permissions of the file, like 0o600
 */
export function writeWhole(file: string, content: string | Uint8Array, mode = 0o644): Written {
  const beside = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // One that was left, or laid there as a link, is not written through.
    rmSync(beside, { force: true })
    const bytes = Buffer.from(content)
    writeAndForce(beside, bytes, mode)
    if (!readFileSync(beside).equals(bytes)) throw new Error('the disk gives back something else')
    renameSync(beside, file)
    forceFolder(dirname(file))
    return { ok: true }
  } catch (error) {
    removeQuietly(beside)
    const reason = faultOf(error)
    console.error(`${file} was not written: ${reason}. ${String(error)}`)
    return { ok: false, reason }
  }
}

function writeAndForce(file: string, bytes: Uint8Array, mode: number): void {
  const opened = openSync(file, 'wx', mode)
  try {
    writeFileSync(opened, bytes)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Without it the new name may be lost in a power cut. Windows has no such call for folders. */
function forceFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // On a disk that cannot be written nothing was left either.
  }
}

function faultOf(error: unknown): WriteFault {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only'
  return 'not-written'
}
