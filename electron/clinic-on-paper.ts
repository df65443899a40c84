import type { ClinicOnPaper } from '../core/handout/build-sheets'
import type { Settings } from '../core/schema/settings'

/** What of the clinic's settings stands on paper. */
export const clinicOnPaper = (settings: Settings): ClinicOnPaper => ({
  name: settings.clinicName,
  phone: settings.clinicPhone,
  hasLogo: false,
  emergencyNumber: settings.emergencyNumber,
  crisisLine: settings.crisisLine,
  exercisesSwitchedOn: settings.exercisesSwitchedOn,
})
