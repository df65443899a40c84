import { finding, type Check } from '../finding'
import { below } from '../part'

/** After how many years a claim must be weighed against new research again. */
const YEARS_BETWEEN_REVIEWS = 2

/** Warns when the pack, a claim or an exercise should have been weighed again by now. */
export const reviewIsDue: Check = function* ({ manifest, claims, exercises }, { today }) {
  const { reviewBy } = manifest.value
  if (today > reviewBy) {
    yield finding(below(manifest.at, 'reviewBy'), {
      code: 'review-overdue',
      message: `The content was to be reviewed by ${reviewBy}.`,
      cure: 'Weigh the content against new research, then set a new day.',
      severity: 'warning',
    })
  }
  const weighed = [
    ...(claims ?? []).map((claim) => ({ thing: 'claim', ...claim })),
    ...exercises.exercises.map((exercise) => ({ thing: 'exercise', ...exercise })),
    ...exercises.relief.map((card) => ({ thing: 'relief card', ...card })),
  ]
  for (const { thing, id, at, value } of weighed) {
    if (!value || today <= yearsAfter(value.reviewed)) continue
    yield finding(below(at, 'reviewed'), {
      code: 'review-overdue',
      message: `The ${thing} ${id} was last reviewed on ${value.reviewed}, over ${String(YEARS_BETWEEN_REVIEWS)} years ago.`,
      cure: `Weigh the ${thing} against new research, then write the day of it.`,
      severity: 'warning',
    })
  }
}

const yearsAfter = (day: string): string =>
  `${String(Number(day.slice(0, 4)) + YEARS_BETWEEN_REVIEWS).padStart(4, '0')}${day.slice(4)}`
