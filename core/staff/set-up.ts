import type { Settings } from '../schema/settings'

/** One question of the first set-up: settings, or one of the things that are no settings. */
export type SetUpStep = keyof Settings | 'owner-pin' | 'clinician-pin' | 'recovery'

/**
 * The questions in their order. Each answer is written at once, so that a set-up that was cut off
 * goes on with what was answered; the PIN of the owner, which has no default, ends it.
 */
export const SET_UP_STEPS: readonly SetUpStep[] = [
  'clinicName',
  'clinicPhone',
  'country',
  'emergencyNumber',
  'languages',
  'diagonalInches',
  'paper',
  'printer',
  'triageOn',
  'deskSlip',
  'deskTone',
  'owner-pin',
  'clinician-pin',
  'recovery',
]

/** Of several lists only what is needed here: one language, or no triage, is nothing to ask about. */
export function stepsFor(has: { languages: number; triage: boolean }): SetUpStep[] {
  return SET_UP_STEPS.filter((step) => {
    if (step === 'languages') return has.languages > 1
    if (step === 'triageOn' || step === 'deskSlip' || step === 'deskTone') return has.triage
    return true
  })
}
