import type { Settings } from '../schema/settings'
import { KEYPAD_NAMES } from '../access/keypads'
import { CORNERS } from './names'

/** How staff change a setting on the screen. */
export type Control =
  | { kind: 'text'; keyboard: 'letters' | 'phone'; most: number }
  | { kind: 'number'; least: number; most: number; step: number }
  | { kind: 'switch' }
  | { kind: 'choice'; options: readonly (string | number)[] }
  | { kind: 'country' | 'languages' | 'exercises' | 'printer' | 'corners' | 'diagonal' }

export const SETTING_GROUPS = [
  'clinic',
  'screen',
  'triage',
  'exercises',
  'access',
  'printing',
  'staff',
] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]

/** Every setting: where staff find it, and how they change it. In the order of the screen. */
export const SETTING_FIELDS: Record<keyof Settings, { group: SettingGroup; control: Control }> = {
  clinicName: { group: 'clinic', control: { kind: 'text', keyboard: 'letters', most: 80 } },
  clinicPhone: { group: 'clinic', control: { kind: 'text', keyboard: 'phone', most: 30 } },
  clinicLogo: { group: 'clinic', control: { kind: 'text', keyboard: 'letters', most: 80 } },
  country: { group: 'clinic', control: { kind: 'country' } },
  emergencyNumber: { group: 'clinic', control: { kind: 'text', keyboard: 'phone', most: 20 } },
  crisisLine: { group: 'clinic', control: { kind: 'text', keyboard: 'phone', most: 30 } },
  languages: { group: 'clinic', control: { kind: 'languages' } },

  diagonalInches: { group: 'screen', control: { kind: 'diagonal' } },
  askAfterSeconds: { group: 'screen', control: { kind: 'number', least: 30, most: 600, step: 30 } },
  countdownSeconds: { group: 'screen', control: { kind: 'number', least: 10, most: 120, step: 5 } },

  triageOn: { group: 'triage', control: { kind: 'switch' } },
  triageAskAfterSeconds: {
    group: 'triage',
    control: { kind: 'number', least: 60, most: 900, step: 30 },
  },
  triageCountdownSeconds: {
    group: 'triage',
    control: { kind: 'number', least: 10, most: 180, step: 5 },
  },
  urgentResultSeconds: {
    group: 'triage',
    control: { kind: 'number', least: 60, most: 1800, step: 60 },
  },
  deskSlip: { group: 'triage', control: { kind: 'switch' } },
  deskTone: { group: 'triage', control: { kind: 'switch' } },
  deskPrinter: { group: 'triage', control: { kind: 'printer' } },

  exercisesSwitchedOn: { group: 'exercises', control: { kind: 'exercises' } },

  keypad: { group: 'access', control: { kind: 'choice', options: KEYPAD_NAMES } },
  keypadKeys: { group: 'access', control: { kind: 'text', keyboard: 'letters', most: 400 } },
  switchScan: { group: 'access', control: { kind: 'switch' } },
  switchSeconds: { group: 'access', control: { kind: 'number', least: 0.5, most: 15, step: 0.5 } },
  switchKey: { group: 'access', control: { kind: 'text', keyboard: 'letters', most: 40 } },
  headset: { group: 'access', control: { kind: 'switch' } },

  printer: { group: 'printing', control: { kind: 'printer' } },
  paper: { group: 'printing', control: { kind: 'choice', options: ['a4', 'letter'] } },
  duplex: { group: 'printing', control: { kind: 'switch' } },
  colour: { group: 'printing', control: { kind: 'switch' } },
  printSeconds: { group: 'printing', control: { kind: 'number', least: 20, most: 300, step: 10 } },
  tickDays: { group: 'printing', control: { kind: 'choice', options: [14, 28] } },

  countUse: { group: 'staff', control: { kind: 'switch' } },
  staffCorners: { group: 'staff', control: { kind: 'corners' } },
  staffLockSeconds: { group: 'staff', control: { kind: 'number', least: 30, most: 600, step: 30 } },
}

export const SETTING_NAMES = Object.keys(SETTING_FIELDS) as (keyof Settings)[]

/** The places of the corners on a picture of the screen, row by row. */
export const CORNER_ROWS = [CORNERS.slice(0, 2), CORNERS.slice(2)]
