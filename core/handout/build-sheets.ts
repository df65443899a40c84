import { fillIn } from '../exercises/fill-in'
import type { HandoutRequest } from '../schema/handout'
import type { HandoutWords } from '../schema/handout-words'
import type { Bundle, Words } from '../schema/pack'
import type { HandoutBlock } from './block'
import { exerciseBlock } from './exercise-block'
import { keptItems, isUrgent } from './kept-items'
import { learnedBlock } from './learned-block'
import { levelBlock } from './level-block'
import { reliefBlock } from './relief-block'
import { safetyBlock } from './safety-block'
import { ticksBlock } from './ticks-block'

/** Where the page of the paper finds the logo of the clinic. */
export const LOGO_ADDRESS = 'app://kiosk/clinic/logo'

/** What of a clinic's settings stands on paper. */
export interface ClinicOnPaper {
  name: string
  phone: string
  /** Is there a logo to show at `LOGO_ADDRESS`? */
  hasLogo: boolean
  emergencyNumber: string
  crisisLine: string
  exercisesSwitchedOn: readonly string[]
}

/** How paper looks; letters of `points`. */
export type PaperLook = Pick<HandoutRequest, 'paper' | 'points' | 'colour'>

/** The words of a language that can stand on paper. */
export type PaperWords = Words & { handout: HandoutWords }

export interface SheetLanguage {
  tag: string
  direction: 'ltr' | 'rtl'
}

/** One handout from its first to its last page, in one language or in two side by side. */
export interface HandoutSheet {
  languages: readonly SheetLanguage[]
  /** The title of the document. */
  title: string
  /** "Page {n} of {total}" for each language. */
  pageOf: readonly string[]
  /** In reading order. */
  blocks: readonly HandoutBlock[]
}

/** A number as a page shows it: in the first language of the sheet. */
export const pageInWords = (
  { languages, pageOf }: Pick<HandoutSheet, 'languages' | 'pageOf'>,
  n: number,
  total: number,
): string[] => pageOf.map((text, at) => fillIn(text, { n, total }, languages[at]?.tag ?? 'en'))

/** The languages of the content in which a handout can be made, by their tags. */
export const paperLanguages = ({ words }: Pick<Bundle, 'words'>): string[] =>
  Object.keys(words).filter((tag) => words[tag]?.handout !== undefined)

/**
 * Do two languages stand side by side? In the largest letters half of a page is too narrow: hardly a
 * step fits on a line, and no exercise on a page. Then they follow one another.
 */
export const standsBeside = ({
  layout,
  points,
}: Pick<HandoutRequest, 'layout' | 'points'>): boolean =>
  layout !== 'sheet-after-sheet' && points < 24

/**
 * The sheets of a request: one, or one for each language where they follow one another. What the
 * answers forbid is left off, whatever was asked for; after level 1 or 2 a sheet holds the level, what
 * to do and the safety net alone. A language without words for paper gives way to the language of
 * the content. Throws where that has none either.
 */
export function buildSheets(
  request: HandoutRequest,
  bundle: Bundle,
  clinic: ClinicOnPaper,
): HandoutSheet[] {
  const known = paperLanguages(bundle)
  const tags = [
    ...new Set(
      request.languages.map((tag) => (known.includes(tag) ? tag : bundle.manifest.source)),
    ),
  ]
  const words = tags.map((tag) => paperWordsOf(bundle, tag))
  const sheets = standsBeside(request) ? [words] : words.map((one) => [one])
  return sheets.map((languages) => buildSheet(request, bundle, clinic, languages))
}

function paperWordsOf({ words }: Bundle, tag: string): PaperWords {
  const found = words[tag]
  if (!found?.handout) throw new Error(`no words for paper: ${tag}`)
  return { ...found, handout: found.handout }
}

function buildSheet(
  request: HandoutRequest,
  bundle: Bundle,
  clinic: ClinicOnPaper,
  words: readonly PaperWords[],
): HandoutSheet {
  return {
    languages: words.map(({ language: { tag, direction } }) => ({ tag, direction })),
    title: words[0]?.handout.title ?? '',
    pageOf: words.map(({ handout }) => handout.page),
    blocks: blocksOf(request, bundle, clinic, words),
  }
}

function blocksOf(
  request: HandoutRequest,
  bundle: Bundle,
  clinic: ClinicOnPaper,
  words: readonly PaperWords[],
): HandoutBlock[] {
  const { triage, date } = request
  const head = headBlock(date, clinic, words)
  const level = triage && levelBlock(triage, bundle, clinic, words)
  const safety = safetyBlock(clinic, words)
  const imprint = imprintBlock(request, bundle, words)
  if (isUrgent(request)) return [head, ...(level ? [level] : []), safety, imprint]

  const { exercises, relief, withheld } = keptItems(request, bundle, clinic)
  const blocks: HandoutBlock[] = [head]
  if (level) blocks.push(level)
  if (exercises.length > 0) {
    blocks.push(section('exercises', words), rulesBlock(words))
    blocks.push(...exercises.map((one, at) => exerciseBlock(one, at + 1, request, words)))
    blocks.push(ticksBlock(exercises, request.tickDays, request.points, words))
  }
  if (withheld > 0) blocks.push(withheldBlock(withheld, words))
  blocks.push(safety)
  if (relief.length > 0) {
    blocks.push(section('relief', words), ...relief.map((card) => reliefBlock(card, words)))
  }
  const learned = learnedBlock(request.learned, bundle, words)
  if (learned) blocks.push(learned)
  blocks.push(questionsBlock(request.questions, words), imprint)
  return blocks
}

function headBlock(
  date: string,
  clinic: ClinicOnPaper,
  words: readonly PaperWords[],
): HandoutBlock {
  return {
    kind: 'head',
    key: 'head',
    clinic: { name: clinic.name, phone: clinic.phone, hasLogo: clinic.hasLogo },
    said: words.map(({ handout, language, screens }) => ({
      title: handout.title,
      date: dayInWords(date, language.tag),
      name: handout.name,
      logo: handout.logo,
      notReviewed: language.clinicallyReviewed ? null : screens.evidence.notReviewed,
    })),
  }
}

const section = (name: 'exercises' | 'relief', words: readonly PaperWords[]): HandoutBlock => ({
  kind: 'section',
  key: `section-${name}`,
  said: words.map(({ handout }) => ({ heading: handout[name] })),
})

const rulesBlock = (words: readonly PaperWords[]): HandoutBlock => ({
  kind: 'rules',
  key: 'rules',
  said: words.map(({ handout, exercises }) => ({
    heading: handout.before,
    rules: exercises?.rules ?? [],
    stopLead: exercises?.stopLead ?? '',
    stopSigns: exercises?.stopSigns ?? [],
    stopThen: exercises?.stopThen ?? '',
  })),
})

const withheldBlock = (n: number, words: readonly PaperWords[]): HandoutBlock => ({
  kind: 'note',
  key: 'withheld',
  said: words.map(({ handout, language }) => ({
    text: fillIn(handout.withheld, { n }, language.tag),
  })),
})

const questionsBlock = (ids: readonly string[], words: readonly PaperWords[]): HandoutBlock => ({
  kind: 'questions',
  key: 'questions',
  lines: 3,
  said: words.map(({ handout }) => ({
    heading: handout.questions,
    points: ids.flatMap((id) => {
      const text = handout.questionsToAsk[id]
      return text ? [{ text }] : []
    }),
    own: handout.ownQuestions,
  })),
})

function imprintBlock(
  { triage }: HandoutRequest,
  { manifest }: Bundle,
  words: readonly PaperWords[],
): HandoutBlock {
  return {
    kind: 'imprint',
    key: 'imprint',
    said: words.map(({ handout, language }) => {
      const tag = language.tag
      const versions = fillIn(
        handout.versions,
        {
          content: manifest.version,
          rules: triage?.ruleSet ?? '',
          hasRules: triage ? 'yes' : 'no',
          reviewBy: dayInWords(manifest.reviewBy, tag),
        },
        tag,
      )
      return { made: handout.made, versions }
    }),
  }
}

/** A day as one writes it in a language; the day itself, whatever the time zone. */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
