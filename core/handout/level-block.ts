import { fillIn } from '../exercises/fill-in'
import { reasonsInWords } from '../triage/reasons-in-words'
import type { HandoutTriage } from '../schema/handout'
import type { Bundle } from '../schema/pack'
import type { TriageWords } from '../schema/triage'
import type { LevelBlock } from './block'
import type { ClinicOnPaper, PaperWords } from './build-sheets'

/** The result in words; null where the content has no questions, or a language no words for them. */
export function levelBlock(
  triage: HandoutTriage,
  { triage: rules }: Pick<Bundle, 'triage'>,
  { emergencyNumber }: Pick<ClinicOnPaper, 'emergencyNumber'>,
  words: readonly PaperWords[],
): LevelBlock | null {
  const { level } = triage
  const itsWords = words.flatMap((one) => one.triage ?? [])
  if (!rules || itsWords.length < words.length) return null
  return {
    kind: 'level',
    key: 'level',
    level,
    said: words.map(({ safetyNet, language: { tag } }, at) => {
      const its = itsWords[at] as TriageWords
      const values = {
        emergencyNumber: emergencyNumber || safetyNet.localNumber,
        withinDays: triage.withinDays ?? '',
      }
      const { name, headline, desk } = its.levels[level]
      const said = level === 1 && triage.isUnsure ? its.levels['1'].headlineUnsure : headline
      const { told, unsure } = reasonsInWords(triage, its)
      return {
        heading: name,
        headline: fillIn(said, values, tag),
        advice: triage.advice.flatMap((id) => its.advice[id] ?? []),
        desk: fillIn(desk, values, tag),
        told: told.length > 0 ? { lead: its.why.told, reasons: told } : null,
        unsure: unsure.length > 0 ? { lead: its.why.unsure, reasons: unsure } : null,
      }
    }),
  }
}
