import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Handlers } from '../../core/contract'
import type { PrintSheet } from '../print-window'
import type { StaffLock } from '../staff-lock'
import { nameOfStick } from '../sticks'
import type { Written } from '../whole-file'

/** Names the sticks on which staff can save. */
export const listSticks =
  (lock: Pick<StaffLock, 'isStaffOpen'>, sticks: () => string[]): Handlers['listSticks'] =>
  () =>
    lock.isStaffOpen() ? sticks().map(nameOfStick) : []

/**
 * Writes a handout to a stick that is plugged in, and never elsewhere. Its name there is a number,
 * which tells nothing of whom it is for.
 */
export const saveHandoutPdf =
  (
    lock: Pick<StaffLock, 'isStaffOpen'>,
    sheet: Pick<PrintSheet, 'pdf'>,
    sticks: () => string[],
    write: (file: string, content: Uint8Array) => Written,
  ): Handlers['saveHandoutPdf'] =>
  async ({ request, stick }) => {
    if (!lock.isStaffOpen()) return { ok: false, reason: 'locked' }
    const pdf = await sheet.pdf(request).catch(() => null)
    if (!pdf) return { ok: false, reason: 'not-made' }
    try {
      // Looked for now, since it may have been pulled out while the sheet was made.
      const folder = sticks().find((path) => nameOfStick(path) === stick)
      if (!folder) return { ok: false, reason: 'no-stick' }
      const file = freeName(folder)
      const written = write(join(folder, file), pdf)
      return written.ok ? { ok: true, file } : written
    } finally {
      // Not left to the memory of this process, which no visit's end clears.
      pdf.fill(0)
    }
  }

function freeName(folder: string): string {
  for (let number = 1; ; number++) {
    const name = `handout-${number}.pdf`
    if (!existsSync(join(folder, name))) return name
  }
}
