import type { Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { plainTextOf } from '../message-text'
import { below, fieldsOf, type Part } from '../part'
import type { DraftTriage } from '../read-triage'
import { AGE_BANDS, LEVELS, REGIONS, type TriageWords } from '../../schema/triage'

/**
 * In every language each screen, tile, reason and advice has its words, one to one; what is
 * private is never named outside its card; and the headlines can be filled in. A language in which
 * that is not so shows no triage, and the check fails.
 */
export const triageWordsAreComplete: Check = function* ({ triage }) {
  if (!triage) return
  for (const [tag, words] of triage.words) {
    if (words?.value) yield* inLanguage(tag, words, words.value, triage)
  }
}

function* inLanguage(
  tag: string,
  words: Drafted<TriageWords>,
  value: TriageWords,
  triage: DraftTriage,
): Generator<Finding> {
  const group = (name: string) => below(words.at, name)
  yield* match('age', [...AGE_BANDS, 'unsaid'], group('ages'), words)
  yield* match('region', [...REGIONS, 'unknown'], group('regions'), words)
  if (triage.screens?.value) {
    const { ages, screens } = triage.screens.value
    const tiles = screens.flatMap((screen) => screen.tiles)
    const gates = screens.flatMap(({ gate }) => gate ?? [])
    const ageFlags = [...new Set([...ages.flatMap(({ sets }) => sets), 'unsaid'])]
    yield* match(
      'screen',
      screens.map(({ id }) => id),
      group('screens'),
      words,
    )
    yield* match('tile', [...gates, ...tiles.map(({ id }) => id)], group('tiles'), words)
    yield* match('age flag', ageFlags, group('toldAge'), words)
    const privateIds = new Set(tiles.filter((tile) => tile.private).map(({ id }) => id))
    const pictured = new Set(tiles.filter((tile) => tile.picture).map(({ id }) => id))
    for (const [id, { told, picture }] of Object.entries(value.tiles)) {
      const at = below(words.at, 'tiles', id)
      if (privateIds.has(id) && told !== undefined) yield notPrivate(below(at, 'told'), words)
      if (!privateIds.has(id) && told === undefined) yield missing(at, 'told', `tile ${id}`, words)
      if (pictured.has(id) && picture === undefined)
        yield missing(at, 'picture', `tile ${id}`, words)
      if (!pictured.has(id) && picture !== undefined) yield noPicture(below(at, 'picture'), id)
    }
  }
  if (triage.ruleSet?.value) {
    const { rules, advice } = triage.ruleSet.value
    yield* match(
      'reason',
      rules.map(({ says }) => says),
      group('says'),
      words,
    )
    yield* match('advice', Object.values(advice).flat(), group('advice'), words)
  }
  const messages = [
    ...LEVELS.map((level) => [String(level), group('levels')] as const),
    ...['why', 'ui', 'exercises', 'staff'].map((name) => [name, words.at] as const),
  ]
  for (const [name, home] of messages) {
    for (const [field, part] of fieldsOf(below(home, name))) {
      const text = String(part.value)
      const variable = VARIABLES[`${name}.${field}`]
      if (isMessage(text, tag) && (!variable || text.includes(`{${variable}`))) continue
      const telling = {
        code: 'message-broken',
        message: variable
          ? `This text must hold {${variable}}, with brackets that fit together.`
          : 'The curly brackets in this text do not fit together.',
        cure: 'Write it as the content that comes with the program writes it.',
      } as const
      yield finding(part, telling, words)
    }
  }
}

/** Texts that would mislead without what is filled in. */
const VARIABLES: Record<string, string | undefined> = {
  '1.headline': 'emergencyNumber',
  '1.headlineUnsure': 'emergencyNumber',
  '3.headline': 'withinDays',
  'why.more': 'n',
  'ui.progress': 'n',
  'ui.moreOfThis': 'n',
  'ui.lastOfThis': 'n',
  'exercises.withheld': 'n',
  'staff.unchecked': 'unchecked',
  'staff.rulesUnchecked': 'rules',
}

function isMessage(text: string, tag: string): boolean {
  try {
    plainTextOf(text, tag)
    return true
  } catch {
    return false
  }
}

function* match(
  thing: string,
  ids: readonly string[],
  home: Part,
  spoils: object,
): Generator<Finding> {
  const words = fieldsOf(home)
  for (const id of new Set(ids))
    if (!words.has(id)) yield missing(home, id, `${thing} ${id}`, spoils)
  for (const [id, at] of words) {
    if (ids.includes(id)) continue
    yield finding(at, {
      code: 'words-not-used',
      message: `There is no ${thing} "${id}", so these words are never seen.`,
      cure: 'Delete them, or correct the name above them.',
    })
  }
}

const missing = (home: Part, field: string, owner: string, spoils: object): Finding =>
  finding(
    below(home, field),
    {
      code: 'words-missing',
      message: `The ${owner} lacks words under "${field}".`,
      cure: `Add "${field}" with its words.`,
    },
    spoils,
  )

const noPicture = (at: Part, id: string): Finding =>
  finding(at, {
    code: 'words-not-used',
    message: `The tile ${id} has no picture, so these words are never read out.`,
    cure: 'Delete them, or name the picture in triage/screens.yaml.',
  })

const notPrivate = (at: Part, spoils: object): Finding =>
  finding(
    at,
    {
      code: 'words-not-private',
      message: 'The tile is private, and these words would name it on the result.',
      cure: 'Delete them: a result says "a private sign you told us about".',
    },
    spoils,
  )
