import { join } from 'node:path'
import type { Handlers } from '../../core/contract'
import { countsAsCsv, shownCounts } from '../../core/counts/shown-counts'
import type { StaffLock } from '../staff-lock'
import { dayOf, type UsageCounts } from '../usage-counts'
import { writeWhole } from '../whole-file'

/** The counts for staff. Small numbers never leave the shell. */
export const readCounts =
  (
    lock: Pick<StaffLock, 'isStaffOpen'>,
    counts: Pick<UsageCounts, 'days'>,
  ): Handlers['readCounts'] =>
  () =>
    lock.isStaffOpen()
      ? { ok: true, days: shownCounts(counts.days()) }
      : { ok: false, reason: 'locked' }

/** Writes what staff may see to the first stick that is plugged in, for a spreadsheet. */
export const exportCounts =
  (
    lock: Pick<StaffLock, 'isStaffOpen'>,
    counts: Pick<UsageCounts, 'days'>,
    sticks: () => string[],
    now: () => Date,
  ): Handlers['exportCounts'] =>
  () => {
    if (!lock.isStaffOpen()) return { ok: false, reason: 'locked' }
    const [stick] = sticks()
    if (!stick) return { ok: false, reason: 'no-stick' }
    const name = `sole-to-spine-counts-${dayOf(now())}.csv`
    const written = writeWhole(join(stick, name), countsAsCsv(shownCounts(counts.days())))
    return written.ok ? { ok: true, name } : written
  }
