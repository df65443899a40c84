import type { Settings } from '../schema/settings'

/**
 * What only the owner may change: what a visitor in danger is told, whether the questions are asked
 * at all, what strangers may hear, and the way in itself. A clinician may change the rest.
 */
export const OWNER_SETTINGS: ReadonlySet<keyof Settings> = new Set([
  'country',
  'emergencyNumber',
  'crisisLine',
  'triageOn',
  'headset',
  'triageAskAfterSeconds',
  'triageCountdownSeconds',
  'urgentResultSeconds',
  'staffCorners',
  'staffLockSeconds',
] as const)
