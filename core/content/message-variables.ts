import IntlMessageFormat from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** What an ICU message does with its variables. */
export interface MessageVariables {
  /** All that it fills in or asks about. */
  named: ReadonlySet<string>
  /** Those whose value a reader sees, in at least one of its forms. */
  shown: ReadonlySet<string>
  /** The forms that each of its plurals has, like one, other or =0. */
  plurals: readonly ReadonlySet<string>[]
}

/** Of the kinds of element in a message, those that are told apart here. */
const KIND = { literal: 0, argument: 1, number: 2, plural: 6, pound: 7 }

/** Reads the variables of an ICU message. Throws a SyntaxError where the message is broken. */
export function messageVariables(message: string, language: string): MessageVariables {
  const named = new Set<string>()
  const shown = new Set<string>()
  const plurals: Set<string>[] = []
  const visit = (element: Element, counted: string | null): void => {
    const kind = Number(element.type)
    if (kind === KIND.pound && counted !== null) shown.add(counted)
    // Only text and "#" hold no variable of their own.
    if ('value' in element && typeof element.value === 'string' && kind !== KIND.literal) {
      named.add(element.value)
      if (kind === KIND.argument || kind === KIND.number) shown.add(element.value)
    }
    if ('options' in element) {
      if (kind === KIND.plural) plurals.push(new Set(Object.keys(element.options)))
      const about = kind === KIND.plural ? element.value : counted
      for (const { value } of Object.values(element.options)) {
        for (const each of value) visit(each, about)
      }
    }
    if ('children' in element) for (const each of element.children) visit(each, counted)
  }
  for (const element of new IntlMessageFormat(message, language).getAst()) visit(element, null)
  return { named, shown, plurals }
}

/**
 * The names of the variables that an ICU message fills in or asks about. Throws a SyntaxError
 * where the message is broken.
 */
export const variablesOf = (message: string, language: string): ReadonlySet<string> =>
  messageVariables(message, language).named
