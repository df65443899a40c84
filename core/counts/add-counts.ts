import type { Counted, DayCounts } from '../schema/counts'

/** The counts with one more of each of these on that day. */
export function addCounts(days: DayCounts, day: string, happened: readonly Counted[]): DayCounts {
  const ofDay = { ...days[day] }
  for (const { what, which } of happened) {
    const kinds = ofDay[what] ?? {}
    ofDay[what] = { ...kinds, [which]: (kinds[which] ?? 0) + 1 }
  }
  return happened.length > 0 ? { ...days, [day]: ofDay } : days
}

/** The counts without the days before `oldest`; a day that is still to come by the clock stays. */
export function withoutOld(days: DayCounts, oldest: string): DayCounts {
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= oldest))
}
