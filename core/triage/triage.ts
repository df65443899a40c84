import type { RuleSet, TriageScreens } from '../schema/triage'

/** The questions and the rules, as one sound whole. */
export interface Triage {
  screens: TriageScreens
  ruleSet: RuleSet
}
