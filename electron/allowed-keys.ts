/** The keys that a visitor, a keypad or a slide clicker needs. */
const KEYS = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Tab',
  'Enter',
  ' ',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Escape',
])

/**
 * May the page hear this key? An allow-list: everything held together with Control, Alt or the
 * system key, and every other key, is swallowed before Chromium can act on it.
 */
export function isAllowedKey(input: {
  key: string
  control: boolean
  alt: boolean
  meta: boolean
}): boolean {
  return KEYS.has(input.key) && !input.control && !input.alt && !input.meta
}
