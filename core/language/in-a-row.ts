/** Languages that set no space after a full stop. */
const WITHOUT_SPACES: ReadonlySet<string> = new Set(['zh', 'ja'])

const setsSpaces = (language: string): boolean =>
  !WITHOUT_SPACES.has(new Intl.Locale(language).language)

/** Sentences one after another, as the language writes them. */
export const sentencesInARow = (sentences: readonly string[], language: string): string =>
  sentences.join(setsSpaces(language) ? ' ' : '')

/** A sentence together with what stands between it and the next one. */
export const beforeAnother = (sentence: string, language: string): string =>
  setsSpaces(language) ? `${sentence} ` : sentence

/** A few words that lead in to a sentence, with the colon and the space of the language. */
export const leadIn = (words: string, language: string): string =>
  setsSpaces(language) ? `${words}: ` : `${words}：`

/** Things one after another, with the last "and" of the language. */
export const listInWords = (things: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(things)
