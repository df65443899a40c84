import { z } from 'zod'

/** What a clinic may change. Every field has a sound default, so that an empty file is a whole one. */
export const Settings = z.strictObject({
  /** Diagonal of the screen in inches; layout units are derived from it. */
  diagonalInches: z.number().min(10).max(100).default(21.5),
  /** The number to call in an emergency; empty shows "your local emergency number". */
  emergencyNumber: z.string().max(20).default(''),
  /** Seconds without a touch before the kiosk asks "Still there?". */
  askAfterSeconds: z.number().positive().max(3600).default(120),
  /** Seconds that question stays before the visit ends. */
  countdownSeconds: z.number().positive().max(600).default(30),
})
export type Settings = z.infer<typeof Settings>
export const DEFAULT_SETTINGS: Settings = Settings.parse({})
