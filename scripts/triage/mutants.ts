import type { Rule, RuleSet } from '../../core/schema/triage'
import { assess } from '../../core/triage/result-of'
import type { Triage } from '../../core/triage/triage'
import { isReachable } from '../../core/triage/witnesses'
import { answersWith, EXPECTED } from '../../tests/core/triage/expected-levels'

/** The rules, spoiled in one place. */
export interface Mutant {
  name: string
  ruleSet: RuleSet
}

/**
 * The rules spoiled in one place each: a rule dropped, made less urgent by one level or from 3 to
 * 14 days, made more urgent by one level, or without one of its alternatives; and a derived flag
 * without one of the ways to set it. An alternative that another rule makes needless is kept.
 */
export function* mutantsOf(triage: Triage): Generator<Mutant> {
  const { ruleSet } = triage
  for (const [index, rule] of ruleSet.rules.entries()) {
    const withRule = (...by: Rule[]): RuleSet => ({
      ...ruleSet,
      rules: ruleSet.rules.toSpliced(index, 1, ...by),
    })
    const name = `${rule.id} (level ${String(rule.level)})`
    yield { name: `${name} dropped`, ruleSet: withRule() }
    for (const later of laterThan(rule)) yield { name: `${name} later`, ruleSet: withRule(later) }
    for (const sooner of soonerThan(rule)) {
      yield { name: `${name} sooner`, ruleSet: withRule(sooner) }
    }
    if (rule.when.length === 1) continue
    for (const [number, all] of rule.when.entries()) {
      if (!isReachable({ ...triage, ruleSet: withRule({ ...rule, when: [all] }) }, index)) continue
      const left = { ...rule, when: rule.when.toSpliced(number, 1) }
      yield { name: `${name} without ${all.join(' and ')}`, ruleSet: withRule(left) }
    }
  }
  for (const [index, derived] of ruleSet.derived.entries()) {
    for (const [number, all] of derived.when.entries()) {
      const left = { ...derived, when: derived.when.toSpliced(number, 1) }
      yield {
        name: `${derived.flag} without ${all.join(' and ')}`,
        ruleSet: { ...ruleSet, derived: ruleSet.derived.toSpliced(index, 1, left) },
      }
    }
  }
}

function laterThan(rule: Rule): Rule[] {
  if (rule.level === 1) return [{ ...rule, level: 2 }]
  if (rule.level === 2) return [{ ...rule, level: 3, withinDays: 3 }]
  return rule.withinDays === 3 ? [{ ...rule, withinDays: 14 }] : []
}

function soonerThan(rule: Rule): Rule[] {
  if (rule.level === 3) return [{ ...rule, level: 2, withinDays: null }]
  return rule.level === 2 ? [{ ...rule, level: 1 }] : []
}

/** The mutants under which everything that is expected still comes out. */
export const survivorsOf = (triage: Triage, mutants: Iterable<Mutant>): Mutant[] =>
  [...mutants].filter(({ ruleSet }) => behaves({ ...triage, ruleSet }))

/** Does every expected level come out? */
const behaves = (triage: Triage): boolean =>
  EXPECTED.every(({ yes, age, region, level, withinDays }) => {
    const result = assess(triage, answersWith(yes, { age, region }))
    return result.level === level && result.withinDays === withinDays
  })
