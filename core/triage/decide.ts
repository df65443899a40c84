import type { Disposition, Level, RuleSet, When } from '../schema/triage'

/**
 * Flags in, level and rules fired out: the most urgent level among the rules that fire, else 4.
 * Flags come from `flagsOf`; the derived flags are added here, before any rule runs. Nothing but
 * the flags and the rules decides: no order, no history, no clock, no language.
 */
export function decide(ruleSet: RuleSet, answered: ReadonlySet<string>): Disposition {
  const flags = withDerived(ruleSet, answered)
  const fired = ruleSet.rules.filter(({ when }) => holds(when, flags))
  let level: Level = 4
  for (const rule of fired) if (rule.level < level) level = rule.level
  const deciding = fired.filter((rule) => rule.level === level)
  const days = deciding.flatMap(({ withinDays }) => withinDays ?? [])
  return {
    level,
    withinDays: days.length === 0 ? null : days.includes(3) ? 3 : 14,
    rules: [...new Set(deciding.map(({ id }) => id))],
    fired,
    advice: ruleSet.advice[level],
    ruleSet: ruleSet.version,
  }
}

/** The flags and those derived from them, each from the ones before it. */
export function withDerived(
  { derived }: Pick<RuleSet, 'derived'>,
  answered: ReadonlySet<string>,
): Set<string> {
  const flags = new Set(answered)
  for (const { flag, when } of derived) if (holds(when, flags)) flags.add(flag)
  return flags
}

/** Is one of the "and"s wholly among the flags? */
export function holds(when: When, flags: ReadonlySet<string>): boolean {
  // Plain loops, since the proof runs this some hundred million times.
  next: for (const all of when) {
    for (const flag of all) if (!flags.has(flag)) continue next
    return true
  }
  return false
}
