import { describe, expect, it } from 'vitest'
import { triageFlagsResolve } from '../../../core/content/checks/triage-flags-resolve'
import { triageRulesAreReachable } from '../../../core/content/checks/triage-rules-are-reachable'
import { triageWordsAreComplete } from '../../../core/content/checks/triage-words-are-complete'
import { triageWordsReadEasily } from '../../../core/content/checks/triage-words-read-easily'
import { wordsAreCalm } from '../../../core/content/checks/words-are-calm'
import { compile } from '../../../core/content/compile'
import type { Problem, ProblemCode } from '../../../core/content/problem'
import { readPack } from '../../../electron/content-files'
import { SAMPLE_PICTURES, samplePack } from '../../support/sample-pack'

const TODAY = '2026-11-23'
/** Without the checks of the story, which take most of the time. */
const CHECKS = [
  triageFlagsResolve,
  triageRulesAreReachable,
  triageWordsAreComplete,
  triageWordsReadEasily,
  wordsAreCalm,
]
const RULES = 'triage/rules.yaml'
const SCREENS = 'triage/screens.yaml'
const SAFETY = 'triage/exercise-safety.yaml'
const WORDS = 'words/en/triage.yaml'

const shipped = await readPack('content')
if (!shipped) throw new Error('there is no pack in content/')

const PICTURES = new Set([...SAMPLE_PICTURES, ...shipped.pictures])

/** The sample pack with the triage that ships, and a stub for each reference that it names. */
const PACK = samplePack()
for (const [name, text] of shipped.files)
  if (/^triage\/|^words\/en\/triage/.test(name)) PACK.set(name, text)
const named = (PACK.get(RULES) ?? '').matchAll(/reference: ([a-z0-9-]+)/g)
const ids = new Set([...named].map(([, id]) => id))
const stubs = [...ids].map((id) => ({
  id,
  type: 'report',
  title: id,
  author: [{ literal: 'A group' }],
  issued: { 'date-parts': [[2026]] },
  custom: { checked: true },
}))
const samples = JSON.parse(PACK.get('references.json') ?? '[]') as unknown[]
PACK.set('references.json', JSON.stringify([...samples, ...stubs], null, 1))

/** The rules that ship, with one piece of one file replaced; the piece must stand there once. */
function compiledWith(file: string, piece: string, by: string) {
  const text = PACK.get(file) ?? ''
  if (text.split(piece).length !== 2) throw new Error(`"${piece}" does not stand once in ${file}`)
  const files = new Map(PACK).set(
    file,
    text.replace(piece, () => by),
  )
  const { bundle, problems } = compile(files, PICTURES, TODAY, CHECKS)
  const before = text.slice(0, text.indexOf(piece))
  /** The line in which the piece began. */
  const line = before.split('\n').length
  return { bundle, problems: problems.filter(isOfTriage), line }
}
const isOfTriage = ({ file }: Problem) => file.includes('triage')

interface Case {
  what: string
  file: string
  piece: string
  by: string
  code: ProblemCode
  field: string
  /** Lines below the start of the piece; above where what is missing is told at what is around it. */
  below?: number | 'above'
}

const CASES: Case[] = [
  {
    what: 'a "not" beside the flags',
    file: RULES,
    piece: '    when: [[E1]]\n',
    by: '    when: [[E1]]\n    not: [[A1]]\n',
    code: 'field-unknown',
    field: 'rules.0.not',
    below: 1,
  },
  {
    what: 'a "not" before a flag',
    file: RULES,
    piece: '[[E1]]',
    by: '[[not A1, E1]]',
    code: 'field-wrong',
    field: 'rules.0.when.0.0',
  },
  {
    what: 'a "not" as a flag of its own',
    file: RULES,
    piece: '[[E1]]',
    by: '[[NOT, E1]]',
    code: 'flag-unresolved',
    field: 'rules.0.when.0.0',
  },
  {
    what: 'a flag that no tile sets',
    file: RULES,
    piece: '[[E2]]',
    by: '[[E2, E9]]',
    code: 'flag-unresolved',
    field: 'rules.1.when.0.1',
  },
  {
    what: 'a level 5',
    file: RULES,
    piece: '  - id: E1\n    level: 1\n',
    by: '  - id: E1\n    level: 5\n',
    code: 'kind-unknown',
    field: 'rules.0.level',
    below: 1,
  },
  {
    what: 'a level 4, which no rule may give',
    file: RULES,
    piece: '  - id: E1\n    level: 1\n',
    by: '  - id: E1\n    level: 4\n',
    code: 'kind-unknown',
    field: 'rules.0.level',
    below: 1,
  },
  {
    what: 'a level 3 without days',
    file: RULES,
    piece: '    withinDays: 14\n    when: [[A15]]',
    by: '    when: [[A15]]',
    code: 'field-wrong',
    field: 'rules.77.withinDays',
    below: -2,
  },
  {
    what: 'a rule that another makes needless',
    file: RULES,
    piece: '  - id: E2\n    level: 1\n    when: [[E2]]',
    by: '  - id: E2\n    level: 1\n    when: [[E2, E1]]',
    code: 'rule-unreachable',
    field: 'rules.1.when',
    below: 2,
  },
  {
    what: 'a rule whose flags are never set together',
    file: SCREENS,
    piece: '    askIf: [C-preg]\n',
    by: '    askIf: [E1]\n',
    code: 'rule-unreachable',
    field: 'rules.51.when',
  },
  {
    what: 'a rule without a source',
    file: RULES,
    piece: '    sources:\n      - { reference: nice-ng51, checked: false }\n',
    by: '',
    code: 'field-wrong',
    field: 'rules.5.sources',
    below: -5,
  },
  {
    what: 'an empty list of sources',
    file: RULES,
    piece: 'sources:\n      - { reference: nice-ng51, checked: false }\n',
    by: 'sources: []\n',
    code: 'field-wrong',
    field: 'rules.5.sources',
  },
  {
    what: 'a source that is in no list of references',
    file: RULES,
    piece: 'nice-ng51',
    by: 'nice-ng999',
    code: 'reference-unresolved',
    field: 'rules.5.sources.0.reference',
  },
  {
    what: 'a source of which nobody says whether it was checked',
    file: RULES,
    piece: '{ reference: nice-ng51, checked: false }',
    by: '{ reference: nice-ng51 }',
    code: 'field-wrong',
    field: 'rules.5.sources.0.checked',
  },
  {
    what: 'a rule without a day of review',
    file: RULES,
    piece: '    says: very-ill\n    reviewed: 2026-11-22\n',
    by: '    says: very-ill\n',
    code: 'field-wrong',
    field: 'rules.5.reviewed',
    below: -3,
  },
  {
    what: 'a rule that stands twice',
    file: RULES,
    piece: '  - id: E2\n',
    by: '  - id: E1\n',
    code: 'id-duplicate',
    field: 'rules.1.id',
  },
  {
    what: 'a tile that stands twice',
    file: SCREENS,
    piece: '{ id: N4 }',
    by: '{ id: E1 }',
    code: 'id-duplicate',
    field: 'screens.3.tiles.3.id',
  },
  {
    what: 'a tile of which no rule knows',
    file: SCREENS,
    piece: '{ id: N6 }',
    by: '{ id: N6 }\n      - { id: N7 }',
    code: 'tile-not-used',
    field: 'screens.3.tiles.6',
    below: 1,
  },
  {
    what: 'a screen that waits for a later one',
    file: SCREENS,
    piece: 'askIf: [under-18]',
    by: 'askIf: [A1]',
    code: 'flag-unresolved',
    field: 'screens.10.askIf.0',
  },
  {
    what: 'an exercise sign for a flag that is not there',
    file: SAFETY,
    piece: '  C-diab: [neu]',
    by: '  C-diabetes: [neu]',
    code: 'flag-unresolved',
    field: 'signsOf.C-diabetes',
  },
  {
    what: 'no words for a tile',
    file: WORDS,
    piece: '  V7:\n',
    by: '  V8:\n',
    code: 'words-missing',
    field: 'tiles.V7',
    below: 'above',
  },
  {
    what: 'an empty text',
    file: WORDS,
    piece: '    ask: Diabetes\n',
    by: "    ask: ''\n",
    code: 'words-missing',
    field: 'tiles.C-diab.ask',
  },
  {
    what: 'no words for the reason of a rule',
    file: WORDS,
    piece: '  fainting: Fainting with pain needs help now.\n',
    by: '',
    code: 'words-missing',
    field: 'says.fainting',
    below: 'above',
  },
  {
    what: 'a private tile that the result would name',
    file: WORDS,
    piece: 'touch "Not sure".\n',
    by: 'touch "Not sure".\n    told: that you are pregnant\n',
    code: 'words-not-private',
    field: 'tiles.C-preg.told',
    below: 1,
  },
  {
    what: 'an open tile that the result could not name',
    file: WORDS,
    piece: '    told: diabetes\n',
    by: '',
    code: 'words-missing',
    field: 'tiles.C-diab.told',
    below: 'above',
  },
  {
    what: 'a headline that names no number to call',
    file: WORDS,
    piece: 'Tell the front desk right now. If no one is there, call {emergencyNumber}.',
    by: 'Tell the front desk right now.',
    code: 'message-broken',
    field: 'levels.1.headline',
  },
]

/** These are told by the check, and the visitor still has the questions. */
const ONLY_TOLD: (Case & { below?: number })[] = [
  {
    what: 'words that nobody reads',
    file: WORDS,
    piece: 'advice:\n',
    by: 'advice:\n  sleep: Sleep well.\n',
    code: 'words-not-used',
    field: 'advice.sleep',
    below: 1,
  },
  {
    what: 'a text that names a finding',
    file: WORDS,
    piece: 'fainting: Fainting with pain needs help now.',
    by: 'fainting: You have a weak heart.',
    code: 'words-unsafe',
    field: 'says.fainting',
  },
  {
    what: 'false comfort',
    file: WORDS,
    piece: 'home-care: Keep moving a little each day.',
    by: 'home-care: It is nothing serious.',
    code: 'words-unsafe',
    field: 'advice.home-care',
  },
  {
    what: 'hard words',
    file: WORDS,
    piece: 'help: These are pills for asthma, joints or the gut.',
    by: 'help: Systemic corticosteroid administration predisposes individuals to osteoporosis.',
    code: 'words-too-hard',
    field: 'tiles.C-steroid',
    below: -2,
  },
]

describe('the rules that ship', () => {
  it('have no problems, and are in the bundle whole', () => {
    const { bundle, problems } = compile(PACK, PICTURES, TODAY)
    expect(problems.filter(isOfTriage)).toEqual([])
    expect(bundle?.triage?.ruleSet.rules).toHaveLength(78)
    expect(bundle?.words['en']?.triage).toBeDefined()
  })
})

describe('a rule set that is not sound is told with its place, and switches the whole triage off', () => {
  it.each(CASES)('$what', ({ file, piece, by, code, field, below = 0 }) => {
    const { bundle, problems, line } = compiledWith(file, piece, by)
    const told = problems.find((problem) => problem.field === field)
    expect(told).toMatchObject({ code, severity: 'error' })
    if (below === 'above') expect(told?.line).toBeLessThan(line)
    else if (told?.file === file) expect(told.line).toBe(line + below)
    expect(told?.cure).not.toBe('')
    expect(bundle?.triage).toBeUndefined()
    expect(bundle?.words['en']?.triage).toBeUndefined()
    expect(bundle?.story.chapters.length).toBeGreaterThan(0)
  })

  it.each([RULES, SCREENS, SAFETY, WORDS])('without %s', (file) => {
    const files = new Map(PACK)
    files.delete(file)
    const { bundle, problems } = compile(files, PICTURES, TODAY, CHECKS)
    expect(problems.filter(isOfTriage)).toMatchObject([{ code: 'file-missing', file }])
    expect(bundle).not.toBeNull()
    expect(bundle?.triage).toBeUndefined()
  })

  it('without the reference of one rule', () => {
    const files = new Map(PACK)
    const text = files.get('references.json') ?? ''
    files.set('references.json', text.replace('"id": "nice-ng51"', '"id": "nice-ng52"'))
    expect(compile(files, PICTURES, TODAY, CHECKS).bundle?.triage).toBeUndefined()
  })
})

describe('badly written words fail the check and cost nobody the questions', () => {
  it.each(ONLY_TOLD)('$what', ({ file, piece, by, code, field, below = 0 }) => {
    const { bundle, problems, line } = compiledWith(file, piece, by)
    expect(problems).toMatchObject([{ code, severity: 'error', field, line: line + below }])
    expect(bundle?.triage).toBeDefined()
  })
})

describe('a pack without triage', () => {
  it('is sound without it', () => {
    const files = new Map([...PACK].filter(([name]) => !name.includes('triage')))
    const { bundle, problems } = compile(files, PICTURES, TODAY, CHECKS)
    expect(problems.filter(isOfTriage)).toEqual([])
    expect(bundle).not.toBeNull()
    expect(bundle?.triage).toBeUndefined()
  })
})
