import { format, subDays } from 'date-fns'
import { readFileSync, renameSync } from 'node:fs'
import { addCounts, withoutOld } from '../core/counts/add-counts'
import { CountsFile, type Counted, type DayCounts } from '../core/schema/counts'
import { writeWhole } from './whole-file'

/** Counts older than so many days are forgotten. */
export const KEPT_DAYS = 400

export interface UsageCounts {
  /** Remembers that something happened today. */
  note: (event: Counted) => void
  /**
   * Writes what was noted since the last time, and forgets what is too old. At the end of a visit,
   * so that the file tells no order of events. What cannot be written waits for the next time.
   */
  write: () => void
  /** What is written. */
  days: () => DayCounts
}

/** The day on the clock of the kiosk. */
export const dayOf = (date: Date): string => format(date, 'yyyy-MM-dd')

/**
 * How often the kiosk was used, as numbers per day in one small file. One that cannot be read is laid
 * aside as `.broken`, and counting begins anew.
 * @param now the time of day, for tests
 */
export function openCounts(
  file: string,
  { isOn, now }: { isOn: () => boolean; now: () => Date },
): UsageCounts {
  let days = read(file)
  const noted = new Map<string, Counted[]>()
  return {
    note: (event) => {
      if (!isOn()) return
      const day = dayOf(now())
      noted.set(day, [...(noted.get(day) ?? []), event])
    },
    write: () => {
      if (noted.size === 0) return
      const more = [...noted].reduce((sum, [day, events]) => addCounts(sum, day, events), days)
      const next = withoutOld(more, dayOf(subDays(now(), KEPT_DAYS)))
      if (!writeWhole(file, `${JSON.stringify({ version: 1, days: next })}\n`).ok) return
      days = next
      noted.clear()
    },
    days: () => days,
  }
}

function read(file: string): DayCounts {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  try {
    return CountsFile.parse(JSON.parse(text)).days
  } catch (error) {
    console.error(`counts: ${file} cannot be read and is laid aside. ${String(error)}`)
    try {
      renameSync(file, `${file}.broken`)
    } catch {
      // Then the next writing replaces it.
    }
    return {}
  }
}
