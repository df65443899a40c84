import type { ClinicOnPaper } from '../../core/handout/build-sheets'
import type { HandoutRequest } from '../../core/schema/handout'

/** A handout of these exercises, in whatever way a test wants it. */
export const handoutOf = (
  exercises: readonly string[],
  change: Partial<HandoutRequest> = {},
): HandoutRequest => ({
  languages: ['en'],
  layout: 'one',
  paper: 'a4',
  points: 14,
  colour: false,
  tickDays: 14,
  items: exercises.map((id) => ({ kind: 'exercise', id, version: 'main' })),
  learned: [],
  questions: [],
  triage: null,
  filter: { offers: 'all', signs: [], without: [] },
  date: '2026-03-09',
  ...change,
})

export const someClinic: ClinicOnPaper = {
  name: 'Riverside Physiotherapy',
  phone: '555 0123',
  hasLogo: false,
  emergencyNumber: '911',
  crisisLine: '',
  exercisesSwitchedOn: [],
}
