import IntlMessageFormat from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/**
 * The plain text of an ICU message as one would read it, with the names of its variables in
 * their places and plurals in their general form. Throws a SyntaxError where the message is
 * broken.
 */
export const plainTextOf = (message: string, language: string): string =>
  new IntlMessageFormat(message, language).getAst().map(textOf).join('')

function textOf(element: Element): string {
  if ('options' in element) return (element.options.other?.value ?? []).map(textOf).join('')
  if ('children' in element) return element.children.map(textOf).join('')
  return 'value' in element ? element.value : 'number'
}
