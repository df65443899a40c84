import IntlMessageFormat from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/**
 * The names of the variables that an ICU message fills in or asks about. Throws a SyntaxError
 * where the message is broken.
 */
export function variablesOf(message: string, language: string): Set<string> {
  const names = new Set<string>()
  const visit = (element: Element): void => {
    // Of the kinds of element, only text and "#" hold no variable of their own.
    if ('value' in element && typeof element.value === 'string' && !isLiteral(element)) {
      names.add(element.value)
    }
    if ('options' in element) {
      for (const { value } of Object.values(element.options)) value.forEach(visit)
    }
    if ('children' in element) element.children.forEach(visit)
  }
  new IntlMessageFormat(message, language).getAst().forEach(visit)
  return names
}

const isLiteral = (element: Element): boolean => Number(element.type) === 0
