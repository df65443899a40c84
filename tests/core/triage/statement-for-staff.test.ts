import { expect, it } from 'vitest'
import { reasonsInWords } from '../../../core/triage/reasons-in-words'
import { statementForStaff } from '../../../core/triage/statement-for-staff'
import { uncheckedSources } from '../../../core/triage/unchecked-sources'
import { shipped } from '../../support/triage'

const { ruleSet } = shipped.triage
const words = shipped.words.get('en')!

it('tells staff that nobody has signed the rules, and how many sources nobody has checked', () => {
  const said = statementForStaff(ruleSet, words, 'en')
  const { sources, unchecked, rulesUnchecked } = uncheckedSources(ruleSet)
  expect(said[0]).toBe('No clinician has signed these rules yet.')
  expect(said.join(' ')).toContain(`Of ${String(sources)} sources, ${String(unchecked)} `)
  expect(said.join(' ')).toContain(`${String(rulesUnchecked)} rules rest`)
  expect(said.join(' ')).not.toContain('{')
})

it('says so once a clinician has signed them, and counts nothing where all is checked', () => {
  const signed = {
    ...ruleSet,
    clinicallyReviewed: true,
    derived: [],
    rules: ruleSet.rules.map((rule) => ({
      ...rule,
      sources: rule.sources.map((source) => ({ ...source, checked: true })),
    })),
  }
  const { staff } = words
  expect(statementForStaff(signed, words, 'en')).toEqual([staff.signed, staff.device, staff.off])
})

it('names an age that was not said once, and all private signs as one, last', () => {
  const reasons = {
    told: ['under-18', 'A1'],
    unsure: ['age-50-or-over', '65-or-over'],
    hasPrivate: true,
  }
  expect(reasonsInWords(reasons, words)).toEqual({
    told: [words.toldAge['under-18'], words.tiles['A1']?.told, words.why.privateSign],
    unsure: [words.toldAge['unsaid']],
  })
})
