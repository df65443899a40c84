import type { RuleSet } from '../schema/triage'

/**
 * How many of the sources behind the rules nobody has compared with the published page yet, and
 * how many rules rest on such sources alone. Staff are told both before they switch the triage on.
 */
export function uncheckedSources({ rules, derived }: RuleSet) {
  const resting = [...rules, ...derived]
  const sources = resting.flatMap((one) => one.sources)
  return {
    sources: sources.length,
    unchecked: sources.filter(({ checked }) => !checked).length,
    rulesUnchecked: rules.filter((rule) => rule.sources.every(({ checked }) => !checked)).length,
  }
}
