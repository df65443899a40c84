import type { HandoutRequest } from '../../core/schema/handout'
import { SAMPLE_HANDOUT } from '../sample-handout'

/** A handout to look at, by a name that says what is special about it. */
export interface HandoutSample {
  name: string
  request: HandoutRequest
}

const LANGUAGES = ['en', 'es', 'zh-Hans', 'ar'] as const

/** A sheet with something of everything. */
const USUAL: HandoutRequest = {
  ...SAMPLE_HANDOUT,
  items: [...SAMPLE_HANDOUT.items, { kind: 'relief', id: 'heat' }],
  learned: ['both-sore', 'flat-feet', 'tight-calf', 'walking'],
  questions: ['how-long', 'which-first', 'work'],
}

const sample = (name: string, change: Partial<HandoutRequest>): HandoutSample => ({
  name,
  request: { ...USUAL, ...change },
})

/**
 * The result of "Should I see someone?" as the kiosk hands it to the paper: signs that were told, one
 * that was not sure, and a private one.
 */
const resultOf = (level: 1 | 2 | 3 | 4, advice: readonly string[]): HandoutRequest['triage'] => ({
  level,
  withinDays: level === 3 ? 14 : null,
  isUnsure: false,
  ruleSet: '1.0',
  advice: [...advice],
  told: level === 4 ? [] : ['A1', 'A3'],
  unsure: level === 4 ? [] : ['V2'],
  hasPrivate: level < 3,
})

/** Every kind of page that a handout has: languages, sizes, papers, colours, results. */
export const handoutSamples = (
  advice: Readonly<Record<1 | 2 | 3 | 4, readonly string[]>>,
): HandoutSample[] => [
  ...LANGUAGES.flatMap((tag) =>
    ([14, 18, 24] as const).flatMap((points) => [
      sample(`${tag}-a4-${points}-black`, { languages: [tag], points }),
      ...(points === 14 || tag === 'en'
        ? [sample(`${tag}-letter-${points}-colour`, languageOn(tag, points))]
        : []),
    ]),
  ),
  ...LANGUAGES.slice(1).flatMap((tag) => [
    sample(`${tag}-en-beside`, { languages: [tag, 'en'], layout: 'side-by-side' }),
    sample(`${tag}-en-after`, { languages: [tag, 'en'], layout: 'sheet-after-sheet' }),
  ]),
  sample('en-ar-beside', { languages: ['en', 'ar'], layout: 'side-by-side' }),
  sample('ar-en-beside-24', { languages: ['ar', 'en'], layout: 'side-by-side', points: 24 }),
  ...([1, 2, 3, 4] as const).map((level) =>
    sample(`en-level-${level}`, { triage: resultOf(level, advice[level]), colour: true }),
  ),
  sample('en-28-days-easier', {
    tickDays: 28,
    items: ['calf-stretch', 'bird-dog', 'clam'].map((id) => ({
      kind: 'exercise',
      id,
      version: 'easier',
    })),
  }),
]

const languageOn = (tag: string, points: HandoutRequest['points']): Partial<HandoutRequest> => ({
  languages: [tag],
  points,
  paper: 'letter',
  colour: true,
})
