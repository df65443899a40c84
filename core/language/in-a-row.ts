/** Languages that set no space after a full stop. */
const WITHOUT_SPACES: ReadonlySet<string> = new Set(['zh', 'ja'])

/** Sentences one after another, as the language writes them. */
export const sentencesInARow = (sentences: readonly string[], language: string): string =>
  sentences.join(WITHOUT_SPACES.has(new Intl.Locale(language).language) ? '' : ' ')

/** Things one after another, with the last "and" of the language. */
export const listInWords = (things: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(things)
