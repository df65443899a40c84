import { isReachable } from '../../triage/witnesses'
import { finding, type Check } from '../finding'
import { below } from '../part'
import { triageFlagsResolve } from './triage-flags-resolve'

/** Every rule can be the one that decides, and every tile has a rule that asks for it. */
export const triageRulesAreReachable: Check = function* (draft, circumstances) {
  const { triage } = draft
  if (!triage?.screens?.value || !triage.ruleSet?.value) return
  // Where a flag is not set by anything, that is told instead.
  for (const _ of triageFlagsResolve(draft, circumstances)) return
  const whole = { screens: triage.screens.value, ruleSet: triage.ruleSet.value }
  const { rules, derived } = whole.ruleSet
  for (const [index, rule] of rules.entries()) {
    if (isReachable(whole, index)) continue
    const telling = {
      code: 'rule-unreachable',
      message: `The rule ${rule.id} never decides: it cannot fire, or another rule is always as urgent.`,
      cure: 'Correct its flags or its level, or delete it.',
    } as const
    yield finding(below(triage.ruleSet.at, 'rules', index, 'when'), telling, triage)
  }
  const used = new Set([...rules, ...derived].flatMap(({ when }) => when.flat()))
  for (const [index, screen] of whole.screens.screens.entries()) {
    for (const [number, { id }] of screen.tiles.entries()) {
      if (used.has(id)) continue
      const telling = {
        code: 'tile-not-used',
        message: `No rule looks at the tile ${id}.`,
        cure: 'Add a rule for it, or delete the tile and its words.',
      } as const
      yield finding(below(triage.screens.at, 'screens', index, 'tiles', number), telling, triage)
    }
  }
}
