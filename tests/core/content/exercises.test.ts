import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../core/content/compile'
import { CHECKS_OF_STRUCTURE } from '../../../core/content/checks'
import type { Problem, ProblemCode } from '../../../core/content/problem'
import { Bundle } from '../../../core/schema/pack'
import {
  exercisesWith,
  sampleExercises,
  samplePackWithExercises,
} from '../../support/sample-exercises'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack } from '../../support/sample-pack'

const CALF = 'exercises/calf-stretch.yaml'
const STROLL = 'exercises/stroll.yaml'
const RELIEF = 'relief.yaml'
const WORDS = 'words/en/exercises.yaml'
const RELIEF_WORDS = 'words/en/relief.yaml'

const compiled = (pack: ReadonlyMap<string, string>) => compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
const shown = (bundle: Bundle | null) => [
  ...Object.keys(bundle?.exercises ?? {}),
  ...Object.keys(bundle?.relief ?? {}),
]
const ALL = ['calf-stretch', 'stroll', 'heat', 'rest']

describe('a pack with exercises', () => {
  it('has no problems and becomes a whole bundle with all words', () => {
    const { bundle, problems } = compiled(samplePackWithExercises())
    expect(problems).toEqual([])
    expect(Bundle.parse(bundle)).toEqual(bundle)
    expect(shown(bundle)).toEqual(ALL)
    expect(Object.keys(bundle?.words.en?.exercises?.exercises ?? {})).toEqual(ALL.slice(0, 2))
    expect(Object.keys(bundle?.words.en?.relief?.cards ?? {})).toEqual(ALL.slice(2))
  })

  it('lists exercises in the order of their codes, not of their files', () => {
    const pack = exercisesWith(CALF, 'code: X01', 'code: X07')
    expect(shown(compiled(pack).bundle)).toEqual(['stroll', 'calf-stretch', 'heat', 'rest'])
  })

  it('makes ranges of numbers, so that screens meet one form alone', () => {
    const { bundle } = compiled(samplePackWithExercises())
    const dose = bundle?.exercises['calf-stretch']?.dose
    expect(dose?.parts[0]).toMatchObject({ reps: { min: 3, max: 3 }, orLess: false })
    expect(dose).toMatchObject({ timesPerDay: { min: 1, max: 1 }, daysPerWeek: { min: 5, max: 7 } })
  })
})

it('a pack without exercises has none, and no words for them', () => {
  const { bundle, problems } = compiled(samplePack())
  expect(problems).toEqual([])
  expect(shown(bundle)).toEqual([])
  expect(bundle?.words.en).not.toHaveProperty('exercises')
  expect(bundle?.words.en).not.toHaveProperty('relief')
})

interface Case {
  rule: string
  file: string
  piece: string
  by: string
  told: { code: ProblemCode; file?: string; line: number; field: string }
  /** What leaves the bundle. */
  gone: readonly string[]
}

const CASES: Case[] = [
  {
    rule: 'a link that nobody knows',
    file: CALF,
    piece: '[ankle, heel]',
    by: '[ankle, elbow]',
    told: { code: 'field-wrong', line: 4, field: 'links.1' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a prop that nobody knows',
    file: CALF,
    piece: 'props: [wall]',
    by: 'props: [trampoline]',
    told: { code: 'field-wrong', line: 5, field: 'props.0' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a column of the safety table is missing',
    file: CALF,
    piece: '  sci: yes\n',
    by: '',
    told: { code: 'field-wrong', line: 15, field: 'safety.sci' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a verdict that is none',
    file: CALF,
    piece: 'bal: change',
    by: 'bal: maybe',
    told: { code: 'field-wrong', line: 23, field: 'safety.bal' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'the name of the file is another one',
    file: CALF,
    piece: 'id: calf-stretch',
    by: 'id: calf-pull',
    told: { code: 'field-wrong', line: 1, field: 'id' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'two exercises share a code',
    file: STROLL,
    piece: 'code: X02',
    by: 'code: X01',
    told: { code: 'id-duplicate', line: 2, field: 'code' },
    gone: ['stroll'],
  },
  {
    rule: 'two relief cards share an id',
    file: RELIEF,
    piece: 'id: rest',
    by: 'id: heat',
    told: { code: 'id-duplicate', line: 10, field: '1.id' },
    gone: ['rest'],
  },
  // exercises-have-dose
  {
    rule: 'a dose without numbers',
    file: CALF,
    piece: ', reps: 3, holdSeconds: 30 }',
    by: ' }',
    told: { code: 'dose-without-numbers', line: 11, field: 'dose.parts.1' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a hold that is never repeated',
    file: STROLL,
    piece: 'max: 10 } }',
    by: 'max: 10 }, holdSeconds: 3 }',
    told: { code: 'dose-without-numbers', line: 8, field: 'dose.parts.0' },
    gone: ['stroll'],
  },
  {
    rule: 'sets of nothing',
    file: STROLL,
    piece: 'max: 10 } }',
    by: 'max: 10 }, sets: 3 }',
    told: { code: 'dose-without-numbers', line: 8, field: 'dose.parts.0' },
    gone: ['stroll'],
  },
  {
    rule: 'a rest between no sets',
    file: CALF,
    piece: ', reps: 3, holdSeconds: 30 }',
    by: ', reps: 3, restSeconds: 60 }',
    told: { code: 'dose-without-numbers', line: 11, field: 'dose.parts.1' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'nothing that could grow',
    file: STROLL,
    piece: 'minutes: { min: 5, max: 10 }',
    by: 'reps: 4',
    told: { code: 'dose-without-numbers', line: 11, field: 'dose.growth' },
    gone: ['stroll'],
  },
  {
    rule: 'a range that runs down',
    file: STROLL,
    piece: '{ min: 5, max: 10 }',
    by: '{ min: 10, max: 5 }',
    told: { code: 'field-wrong', line: 8, field: 'dose.parts.0.minutes' },
    gone: ['stroll'],
  },
  {
    rule: 'a range of a relief card that runs down',
    file: RELIEF,
    piece: '{ min: 10, max: 15 }',
    by: '{ min: 15, max: 10 }',
    told: { code: 'field-wrong', line: 3, field: '0.minutes' },
    gone: ['heat'],
  },
  {
    rule: 'a week of eight days',
    file: CALF,
    piece: '{ min: 5, max: 7 }',
    by: '8',
    told: { code: 'field-wrong', line: 12, field: 'dose.daysPerWeek' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'two parts share an id',
    file: CALF,
    piece: 'id: bent',
    by: 'id: straight',
    told: { code: 'id-duplicate', line: 11, field: 'dose.parts.1.id' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'no number at all',
    file: STROLL,
    piece: 'daysPerWeek: 5',
    by: 'daysPerWeek: often',
    told: { code: 'field-wrong', line: 10, field: 'dose.daysPerWeek' },
    gone: ['stroll'],
  },
  // links-resolve, pictures-exist
  {
    rule: 'a claim that nobody makes',
    file: CALF,
    piece: '[C01]',
    by: '[C09]',
    told: { code: 'claim-unresolved', line: 27, field: 'claims.0' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a reference that nobody wrote',
    file: RELIEF,
    piece: '[menz-2013]',
    by: '[menz-2014]',
    told: { code: 'reference-unresolved', line: 8, field: '0.references.0' },
    gone: ['heat'],
  },
  {
    rule: 'a drawing that is not there',
    file: RELIEF,
    piece: '- id: rest\n  picture: { file: shoe.svg }',
    by: '- id: rest\n  picture: { file: bed.svg }',
    told: { code: 'picture-missing', line: 11, field: '1.picture.file' },
    gone: ['rest'],
  },
  // exercises-have-words
  {
    rule: 'an exercise without words',
    file: WORDS,
    piece: '  stroll:',
    by: '  run:',
    told: { code: 'words-missing', line: 1, field: 'exercises.stroll' },
    gone: ['stroll'],
  },
  {
    rule: 'words that belong to no exercise',
    file: WORDS,
    piece: '  stroll:',
    by: '  run:',
    told: { code: 'words-not-used', line: 24, field: 'exercises.run' },
    gone: ['stroll'],
  },
  {
    rule: 'a relief card without words',
    file: RELIEF_WORDS,
    piece: '  rest:',
    by: '  nap:',
    told: { code: 'words-missing', line: 2, field: 'cards.rest' },
    gone: ['rest'],
  },
  {
    rule: 'a column says no, and no sentence says so',
    file: WORDS,
    piece: '      neu: Do not do it with numb feet.\n',
    by: '',
    told: { code: 'words-missing', line: 17, field: 'exercises.calf-stretch.notFor.neu' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a question says no, and no sentence says so',
    file: WORDS,
    piece: '      C-thin: Do not do it on blood thinners.\n',
    by: '',
    told: { code: 'words-missing', line: 17, field: 'exercises.calf-stretch.notFor.C-thin' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a reason that the exercise does not have',
    file: WORDS,
    piece: '      swollen-calf:',
    by: '      frx: Do not do it.\n      swollen-calf:',
    told: { code: 'words-not-used', line: 20, field: 'exercises.calf-stretch.notFor.frx' },
    gone: [],
  },
  {
    rule: 'a column says change, and no caution says how',
    file: WORDS,
    piece: '      t3: Sit down for it.\n',
    by: '',
    told: { code: 'words-missing', line: 21, field: 'exercises.calf-stretch.cautions.t3' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a part without a name',
    file: WORDS,
    piece: ', bent: Bent knee',
    by: '',
    told: { code: 'words-missing', line: 9, field: 'exercises.calf-stretch.parts.bent' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a way in another position without steps of its own',
    file: WORDS,
    piece: '      steps: [Pull your foot up.]\n',
    by: '',
    told: { code: 'words-missing', line: 10, field: 'exercises.calf-stretch.easier.steps' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'a harder way without words',
    file: WORDS,
    piece: '    harder:\n      text: Use a step.\n',
    by: '',
    told: { code: 'words-missing', line: 2, field: 'exercises.calf-stretch.harder' },
    gone: ['calf-stretch'],
  },
  {
    rule: 'words of a harder way that there is not',
    file: WORDS,
    piece: '    easier: { text: Walk less. }',
    by: '    easier: { text: Walk less. }\n    harder: { text: Run. }',
    told: { code: 'words-not-used', line: 30, field: 'exercises.stroll.harder' },
    gone: [],
  },
  {
    rule: 'a number of the dose in the words',
    file: WORDS,
    piece: 'Lean in and hold.',
    by: 'Lean in for 30 seconds.',
    told: { code: 'dose-said-twice', line: 8, field: 'exercises.calf-stretch.steps.1' },
    gone: [],
  },
  {
    rule: 'a relief card that does not say for whom it is not',
    file: RELIEF_WORDS,
    piece: '    notFor: { numb-skin: Do not use it on numb skin. }\n    cautions',
    by: '    notFor: {}\n    cautions',
    told: { code: 'words-missing', line: 9, field: 'cards.heat.notFor.numb-skin' },
    gone: ['heat'],
  },
  {
    rule: 'a relief card without its caution',
    file: RELIEF_WORDS,
    piece: '    cautions: { neu: Use it on your back only. }\n',
    by: '',
    told: { code: 'words-missing', line: 3, field: 'cards.heat.cautions.neu' },
    gone: ['heat'],
  },
  // exercises-fill-in-numbers
  {
    rule: 'a message that leaves its number out',
    file: WORDS,
    piece: 'Rest for {n} seconds.',
    by: 'Rest for some seconds.',
    told: { code: 'message-broken', line: 38, field: 'dose.rest' },
    gone: ['calf-stretch', 'stroll'],
  },
  {
    rule: 'a message with brackets that do not fit',
    file: WORDS,
    piece: 'Rest for {n} seconds.',
    by: 'Rest for {n seconds.',
    told: { code: 'message-broken', line: 38, field: 'dose.rest' },
    gone: ['calf-stretch', 'stroll'],
  },
  {
    rule: 'a message with a number that nothing fills in',
    file: RELIEF_WORDS,
    piece: 'A short while.',
    by: "'{minutes} minutes.'",
    told: { code: 'message-broken', line: 16, field: 'cards.rest.howLong' },
    gone: ['rest'],
  },
  {
    rule: 'a relief card that does not say its minutes',
    file: RELIEF_WORDS,
    piece: 'Leave it for {minutes} minutes, up',
    by: 'Use it up',
    told: { code: 'message-broken', line: 7, field: 'cards.heat.howLong' },
    gone: ['heat'],
  },
  // exercises-read-easily
  {
    rule: 'an exercise reads at more than grade 6',
    file: WORDS,
    piece: 'It helps your ankle bend.',
    by: 'Facilitates biomechanically advantageous dorsiflexion, considerably ameliorating locomotion.',
    told: { code: 'words-too-hard', line: 3, field: 'exercises.calf-stretch.name' },
    gone: [],
  },
  {
    rule: 'a caution has more than 20 words',
    file: WORDS,
    piece: 'Sit down, so that you cannot fall.',
    by: `Sit ${'down and '.repeat(10)}up.`,
    told: { code: 'sentence-too-long', line: 23, field: 'exercises.calf-stretch.cautions.bal' },
    gone: [],
  },
  {
    rule: 'a relief card reads at more than grade 6',
    file: RELIEF_WORDS,
    piece: 'Stop if it is too hot.',
    by: 'Discontinue application immediately following considerable discomfort or irritation.',
    told: { code: 'words-too-hard', line: 8, field: 'cards.heat.stopIf' },
    gone: [],
  },
]

const isToldIn = (problems: readonly Problem[], told: Case['told'], file: string) => {
  expect(problems).toContainEqual(expect.objectContaining({ file, severity: 'error', ...told }))
}

describe('each rule of exercises and relief names file, line and field, and costs only what it must', () => {
  it.each(CASES)('$rule', ({ file, piece, by, told, gone }) => {
    const { bundle, problems } = compiled(exercisesWith(file, piece, by))
    isToldIn(problems, told, file)
    for (const { message, cure } of problems) {
      expect(message).toMatch(/^[A-Z"].*\.$/)
      expect(cure).toMatch(/^[A-Z].*\.$/)
    }
    expect(shown(bundle).sort()).toEqual(ALL.filter((id) => !gone.includes(id)).sort())
    expect(Bundle.parse(bundle)).toEqual(bundle)
  })

  it('says once that a file of words is not there', () => {
    const pack = samplePackWithExercises()
    pack.delete(WORDS)
    const { bundle, problems } = compiled(pack)
    expect(problems).toMatchObject([{ code: 'file-missing', file: WORDS }])
    expect(shown(bundle)).toEqual(['heat', 'rest'])
  })

  it('lets the sentence that all exercises share speak for one', () => {
    const { problems } = compiled(exercisesWith(WORDS, 'notFor: Ask first.', 'changed: Changed'))
    isToldIn(
      problems,
      { code: 'words-missing', line: 17, field: 'exercises.calf-stretch.notFor.sur' },
      WORDS,
    )
  })

  it('warns when an exercise was last weighed over two years ago', () => {
    const pack = exercisesWith(CALF, 'reviewed: 2026-11-01', 'reviewed: 2024-11-22')
    expect(compiled(pack).problems).toMatchObject([
      { code: 'review-overdue', severity: 'warning', file: CALF, line: 29 },
    ])
  })

  it('gives the same bundle whether or not the writing was checked', () => {
    const pack = exercisesWith(WORDS, 'It helps your ankle bend.', 'Biomechanical amelioration.')
    const quick = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY, CHECKS_OF_STRUCTURE)
    expect(quick.bundle).toEqual(compiled(pack).bundle)
  })
})

describe('files that are damaged in any way', () => {
  const someFile = fc.constantFrom(...sampleExercises().keys())
  const expectSurvival = (pack: ReadonlyMap<string, string>) => {
    const { bundle, problems } = compiled(pack)
    for (const { file, line } of problems) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(pack.get(file)?.split('\n').length ?? 1)
    }
    expect(Bundle.parse(bundle)).toEqual(bundle)
  }

  it('survive lines that are lost or doubled', () => {
    fc.assert(
      fc.property(someFile, fc.nat(), fc.nat(), fc.boolean(), (file, from, to, isKept) => {
        const lines = (samplePackWithExercises().get(file) ?? '').split('\n')
        const line = lines[from % lines.length] ?? ''
        if (!isKept) lines.splice(from % lines.length, 1)
        lines.splice(to % (lines.length + 1), 0, line)
        expectSurvival(samplePackWithExercises().set(file, lines.join('\n')))
      }),
    )
  }, 180_000)

  it('survive any value in the place of a field', () => {
    fc.assert(
      fc.property(someFile, fc.nat(), fc.json({ maxDepth: 2 }), (file, place, value) => {
        const text = samplePackWithExercises().get(file) ?? ''
        const values = [...text.matchAll(/(?<=: ).+$/gm)]
        const { index = 0, 0: old = '' } = values[place % values.length] ?? { index: 0, 0: '' }
        const by = text.slice(0, index) + value + text.slice(index + old.length)
        expectSurvival(samplePackWithExercises().set(file, by))
      }),
    )
  }, 180_000)
})
