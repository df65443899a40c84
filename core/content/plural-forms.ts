import { messageVariables } from './message-variables'
import type { Telling } from './part'

/** Whole numbers up to this are said on the screens; a form that only larger ones need is not asked for. */
const LARGEST_NUMBER = 200

/**
 * What is wrong with the plurals of a sound ICU message in a language: a form that its grammar
 * does not have, or one that it needs and that is not there (CLDR, as `Intl.PluralRules` knows it).
 */
export function pluralFault(message: string, language: string): Telling | null {
  const rules = new Intl.PluralRules(language)
  const known: ReadonlySet<string> = new Set(rules.resolvedOptions().pluralCategories)
  const numbers = [...Array(LARGEST_NUMBER + 1).keys()]
  const fault = (text: string, cure: string): Telling => ({
    code: 'message-broken',
    message: text,
    cure,
  })
  for (const forms of messageVariables(message, language).plurals) {
    const exact = new Set([...forms].filter((form) => form.startsWith('=')))
    // With exact numbers alone it is a question and no plural: every day, or on {n} days?
    if ([...forms].every((form) => exact.has(form) || form === 'other')) continue
    const foreign = [...forms].find((form) => !exact.has(form) && !known.has(form))
    if (foreign !== undefined) {
      return fault(
        `This language has no plural form "${foreign}".`,
        `Use ${[...known].join(', ')}.`,
      )
    }
    const needed = numbers.filter((number) => !exact.has(`=${String(number)}`))
    const lacking = needed.map((number) => rules.select(number)).find((form) => !forms.has(form))
    if (lacking !== undefined) {
      return fault(
        `The plural form "${lacking}" of this language is missing.`,
        `Add ${lacking} {...}.`,
      )
    }
  }
  return null
}
