import { z } from 'zod'
import { DEFAULT_SETTINGS } from '../settings-defaults'
import { Id } from './id'

/** What a clinic may change. Every field has a sound default, so that an empty file is a whole one. */
export const Settings = z.strictObject({
  /** Diagonal of the screen in inches; layout units are derived from it. */
  diagonalInches: z.number().min(10).max(100).default(DEFAULT_SETTINGS.diagonalInches),
  /** The number to call in an emergency; empty shows "your local emergency number". */
  emergencyNumber: z.string().max(20).default(DEFAULT_SETTINGS.emergencyNumber),
  /** Seconds without a touch before the kiosk asks "Still there?". */
  askAfterSeconds: z.number().positive().max(3600).default(DEFAULT_SETTINGS.askAfterSeconds),
  /** Seconds that question stays before the visit ends. */
  countdownSeconds: z.number().positive().max(600).default(DEFAULT_SETTINGS.countdownSeconds),
  /**
   * Ids of exercises that are off until a clinician of the site switches them on, like nerve-slider.
   */
  exercisesSwitchedOn: z.array(Id).default(DEFAULT_SETTINGS.exercisesSwitchedOn),
})
export type Settings = z.infer<typeof Settings>
