import { fillIn } from '../exercises/fill-in'
import { sentencesInARow } from '../language/in-a-row'
import type { SafetyBlock } from './block'
import type { ClinicOnPaper, PaperWords } from './build-sheets'

/** The safety net, word for word as on every screen, with the numbers of the clinic. */
export const safetyBlock = (
  { emergencyNumber, crisisLine }: Pick<ClinicOnPaper, 'emergencyNumber' | 'crisisLine'>,
  words: readonly PaperWords[],
): SafetyBlock => ({
  kind: 'safety',
  key: 'safety',
  said: words.map(({ safetyNet, language: { tag } }) => ({
    lead: safetyNet.lead,
    signs: safetyNet.signs,
    call: fillIn(
      safetyNet.call,
      { emergencyNumber: emergencyNumber || safetyNet.localNumber },
      tag,
    ),
    crisis: crisisLine ? fillIn(safetyNet.crisis, { crisisLine }, tag) : null,
    more: sentencesInARow([safetyNet.notFullStory, safetyNet.askStaff], tag),
  })),
})
