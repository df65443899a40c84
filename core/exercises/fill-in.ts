import { IntlMessageFormat } from 'intl-messageformat'

/** Making a formatter costs a millisecond or so, and a grid of exercises fills in a hundred texts. */
const formatters = new Map<string, IntlMessageFormat>()

/**
 * An ICU message with its variables filled in by the rules of the language. Throws where the
 * message is broken or a variable has no value.
 */
export function fillIn(
  message: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string {
  const key = `${language} ${message}`
  const formatter = formatters.get(key) ?? new IntlMessageFormat(message, language)
  formatters.set(key, formatter)
  return String(formatter.format(values))
}
