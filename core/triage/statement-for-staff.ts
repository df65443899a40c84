import { fillIn } from '../exercises/fill-in'
import type { RuleSet, TriageWords } from '../schema/triage'
import { uncheckedSources } from './unchecked-sources'

/**
 * What staff are told before they switch the questions on: whether a clinician has signed the
 * rules, and how much of them nobody has compared with its source. One sentence or two each.
 */
export function statementForStaff(
  ruleSet: RuleSet,
  { staff }: Pick<TriageWords, 'staff'>,
  language: string,
): string[] {
  const { sources, unchecked, rulesUnchecked } = uncheckedSources(ruleSet)
  return [
    ruleSet.clinicallyReviewed ? staff.signed : staff.notSigned,
    ...(unchecked > 0 ? [fillIn(staff.unchecked, { sources, unchecked }, language)] : []),
    ...(rulesUnchecked > 0
      ? [fillIn(staff.rulesUnchecked, { rules: rulesUnchecked }, language)]
      : []),
    staff.device,
    staff.off,
  ]
}
