import type { Reference } from '../schema/evidence'

/** One line for a reader: who, when, what, where. "Menz and others (2013). Title. Journal." */
export function cite(reference: Reference, others: string): string {
  const [first, second] = reference.author
  const name = (author: typeof first): string =>
    author ? ('literal' in author ? author.literal : author.family) : ''
  const who = second ? `${name(first)} ${others}` : name(first)
  const year = reference.issued['date-parts'][0]?.[0]
  const where = reference['container-title'] ?? reference.publisher
  const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
  return [`${who} (${year}).`, ended(reference.title), where && where !== who ? `${where}.` : '']
    .filter(Boolean)
    .join(' ')
}
