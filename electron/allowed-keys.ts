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
 * @param extra codes of the keypad or switch that the clinic has named, and no others
 */
export function isAllowedKey(
  input: { key: string; code: string; control: boolean; alt: boolean; meta: boolean },
  extra: ReadonlySet<string>,
): boolean {
  if (input.control || input.alt || input.meta) return false
  return KEYS.has(input.key) || extra.has(input.code)
}
