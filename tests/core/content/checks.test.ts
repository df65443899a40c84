import { describe, expect, it } from 'vitest'
import { compile } from '../../../core/content/compile'
import type { Problem, ProblemCode } from '../../../core/content/problem'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePackWith } from '../../support/sample-pack'

const STORY = 'stories/walk.yaml'
const WORDS = 'words/en/story.yaml'

const problemsOf = (file: string, piece: string, by: string, today = SAMPLE_DAY): Problem[] =>
  compile(samplePackWith(file, piece, by), SAMPLE_PICTURES, today).problems

interface Case {
  rule: string
  file: string
  piece: string
  by: string
  told: { code: ProblemCode; file?: string; line: number; field: string }
}

const BODY = 'Your feet hold you up all day.'
const CASES: Case[] = [
  // ids-are-unique
  {
    rule: 'two slides share an id',
    file: STORY,
    piece: 'id: shoes',
    by: 'id: feet-first',
    told: { code: 'id-duplicate', line: 13, field: 'chapters.0.slides.2.id' },
  },
  {
    rule: 'two chapters share an id',
    file: STORY,
    piece: 'id: back',
    by: 'id: feet',
    told: { code: 'id-duplicate', line: 21, field: 'chapters.1.id' },
  },
  {
    rule: 'two claims share an id',
    file: 'claims.yaml',
    piece: 'id: C02',
    by: 'id: C01',
    told: { code: 'id-duplicate', line: 5, field: '1.id' },
  },
  {
    rule: 'two references share an id',
    file: 'references.json',
    piece: '"id": "kendall-2010"',
    by: '"id": "menz-2013"',
    told: { code: 'id-duplicate', line: 11, field: '1.id' },
  },
  {
    rule: 'a path shows a slide twice',
    file: STORY,
    piece: '[feet-first, tight-calf, signs]',
    by: '[feet-first, signs, signs]',
    told: { code: 'id-duplicate', line: 41, field: 'paths.2.2' },
  },
  // links-resolve
  {
    rule: 'a slide names a claim that nobody makes',
    file: STORY,
    piece: '[C01, C02]',
    by: '[C01, C03]',
    told: { code: 'claim-unresolved', line: 15, field: 'chapters.0.slides.2.claims.1' },
  },
  {
    rule: 'a claim names a reference that nobody wrote',
    file: 'claims.yaml',
    piece: 'kendall-2010',
    by: 'kendal-2010',
    told: { code: 'reference-unresolved', line: 7, field: '1.references.1' },
  },
  {
    rule: 'a path names a slide that is not there',
    file: STORY,
    piece: 'shoes, heel-lift',
    by: 'shoe, heel-lift',
    told: { code: 'path-unresolved', line: 42, field: 'paths.5.2' },
  },
  {
    rule: 'the right answer is none of the answers',
    file: STORY,
    piece: 'right: early',
    by: 'right: soon',
    told: { code: 'answer-unresolved', line: 31, field: 'chapters.1.slides.1.right' },
  },
  // claims-have-evidence
  {
    rule: 'a slide about health names no claim',
    file: STORY,
    piece: '        claims: [C02]\n',
    by: '',
    told: { code: 'evidence-missing', line: 17, field: 'chapters.0.slides.3.claims' },
  },
  {
    rule: 'a claim names no reference',
    file: 'claims.yaml',
    piece: '[menz-2013]',
    by: '[]',
    told: { code: 'evidence-missing', line: 3, field: '0.references' },
  },
  {
    rule: 'a claim does not say how sure it is',
    file: 'claims.yaml',
    piece: '  strength: moderate\n',
    by: '',
    told: { code: 'evidence-missing', line: 1, field: '0.strength' },
  },
  // pictures-exist
  {
    rule: 'a picture is not there',
    file: STORY,
    piece: 'shoe.svg',
    by: 'shoes.svg',
    told: { code: 'picture-missing', line: 16, field: 'chapters.0.slides.2.picture.file' },
  },
  // words-are-complete
  {
    rule: 'a slide has no words',
    file: STORY,
    piece: 'id: take-home',
    by: 'id: take-away',
    told: { code: 'words-missing', file: WORDS, line: 4, field: 'slides.take-away' },
  },
  {
    rule: 'a kind of slide lacks a field',
    file: WORDS,
    piece: '    tryThis: Lean on a wall and press your heel down.\n',
    by: '',
    told: { code: 'words-missing', line: 9, field: 'slides.tight-calf.tryThis' },
  },
  {
    rule: 'every slide needs a title',
    file: WORDS,
    piece: 'title: Feet first',
    by: 'title:',
    told: { code: 'words-missing', line: 6, field: 'slides.feet-first.title' },
  },
  {
    rule: 'a kind of slide has a field that it does not show',
    file: WORDS,
    piece: 'fact: Most flat feet never hurt.',
    by: 'fact: Most feet are fine.\n    body: So walk.',
    told: { code: 'words-not-used', line: 23, field: 'slides.flat-feet.body' },
  },
  {
    rule: 'words belong to no slide',
    file: WORDS,
    piece: '  take-home:',
    by: '  away: { title: Away, body: Go., picture: A way. }\n  take-home:',
    told: { code: 'words-not-used', line: 41, field: 'slides.away' },
  },
  {
    rule: 'a chapter has no heading',
    file: WORDS,
    piece: '  back: { title: Your back }\n',
    by: '',
    told: { code: 'words-missing', line: 1, field: 'chapters.back' },
  },
  {
    rule: 'a claim has no words',
    file: 'words/en/claims.yaml',
    piece: 'C02:',
    by: 'C04:',
    told: { code: 'words-missing', line: 1, field: 'C02' },
  },
  {
    rule: 'an answer has no words',
    file: WORDS,
    piece: ', late: Late in the step',
    by: '',
    told: { code: 'words-missing', line: 33, field: 'slides.calf-question.answers.late' },
  },
  {
    rule: 'a label in the picture has no words',
    file: WORDS,
    piece: 'heel: Heel, ',
    by: '',
    told: { code: 'words-missing', line: 13, field: 'slides.tight-calf.labels.heel' },
  },
  {
    rule: 'words belong to no label in the picture',
    file: STORY,
    piece: 'labels: [heel, calf]',
    by: 'labels: [calf]',
    told: { code: 'words-not-used', file: WORDS, line: 13, field: 'slides.tight-calf.labels.heel' },
  },
  // messages-parse is told in compile.test.ts, since the screens of the sample are made
  // words-fit
  {
    rule: 'a slide shows more than 40 words',
    file: WORDS,
    piece: BODY,
    by: 'You walk. '.repeat(20),
    told: { code: 'words-too-many', line: 5, field: 'slides.feet-first' },
  },
  {
    rule: 'a question with its longest reply shows more than 40 words',
    file: WORDS,
    piece: 'A tight calf is short, so the heel comes up early.',
    by: 'You walk. '.repeat(17),
    told: { code: 'words-too-many', line: 31, field: 'slides.calf-question' },
  },
  // words-read-easily
  {
    rule: 'a slide reads at more than grade 6',
    file: WORDS,
    piece: BODY,
    by: 'Longitudinal biomechanical adaptation.',
    told: { code: 'words-too-hard', line: 5, field: 'slides.feet-first' },
  },
  {
    rule: 'a claim reads at more than grade 6',
    file: 'words/en/claims.yaml',
    piece: 'A tight calf lifts the heel early.',
    by: 'Gastrocnemius tightness accelerates elevation.',
    told: { code: 'words-too-hard', line: 1, field: 'C01' },
  },
  {
    rule: 'the safety net reads at more than grade 6',
    file: 'words/en/safety-net.yaml',
    piece: 'If you are worried, ask the staff.',
    by: 'Considerable uncertainty necessitates immediate communication with available personnel.',
    told: { code: 'words-too-hard', line: 15, field: 'askStaff' },
  },
  {
    rule: 'a sentence has more than 20 words',
    file: WORDS,
    piece: 'Hold on to a chair.',
    by: `Hold ${'on and '.repeat(10)}on.`,
    told: { code: 'sentence-too-long', line: 27, field: 'slides.heel-lift.steps.0' },
  },
  {
    rule: 'a claim has a sentence of more than 20 words',
    file: 'words/en/claims.yaml',
    piece: 'Studies do not agree.',
    by: `We go ${'on and '.repeat(10)}on.`,
    told: { code: 'sentence-too-long', line: 2, field: 'C02.howSure' },
  },
]

describe('each rule of the content names file, line and field', () => {
  it.each(CASES)('$rule', ({ file, piece, by, told }) => {
    const problems = problemsOf(file, piece, by)
    expect(problems).toContainEqual(expect.objectContaining({ file, severity: 'error', ...told }))
    for (const { message, cure } of problems) {
      expect(message).toMatch(/^[A-Z"].*\.$/)
      expect(cure).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe('limits', () => {
  it('let 40 words stand and not 41', () => {
    const body = (words: number) => 'You walk. '.repeat(words / 2)
    // The title has two words, and "So" is one more.
    expect(problemsOf(WORDS, BODY, body(38))).toEqual([])
    expect(problemsOf(WORDS, BODY, `${body(38)} So.`)).toMatchObject([{ code: 'words-too-many' }])
  })

  it('let a sentence of 20 words stand and not one of 21', () => {
    const sentence = (words: number) => `We${' go'.repeat(words - 1)}.`
    expect(problemsOf(WORDS, BODY, sentence(20))).toEqual([])
    expect(problemsOf(WORDS, BODY, sentence(21))).toMatchObject([{ code: 'sentence-too-long' }])
  })

  it('do not count the labels and the description of the picture as words on the slide', () => {
    const picture = 'You walk. '.repeat(30)
    expect(problemsOf(WORDS, 'A person walks.', picture)).toEqual([])
  })
})

describe('a text without end', () => {
  // Node copies the whole text for each word that it counts, so this would end the program.
  it('is refused before its words are counted', () => {
    const [problem] = problemsOf(WORDS, BODY, 'Go. '.repeat(100_000))
    expect(problem).toMatchObject({ code: 'field-wrong', line: 7, field: 'slides.feet-first.body' })
  })
})

describe('a link that misses by a letter or two', () => {
  it('is told what it may have meant', () => {
    const [problem] = problemsOf('claims.yaml', 'kendall-2010', 'kendal-2010')
    expect(problem?.cure).toContain('Write kendall-2010')
  })
})

describe('a review that is due', () => {
  it('is a warning from the day after the pack was to be reviewed', () => {
    expect(problemsOf('pack.yaml', '2027-11-22', '2026-11-23')).toEqual([])
    expect(problemsOf('pack.yaml', '2027-11-22', '2026-11-22')).toMatchObject([
      { code: 'review-overdue', severity: 'warning', line: 6, field: 'reviewBy' },
    ])
  })

  it('is a warning when a claim was last weighed over two years ago', () => {
    const piece = 'references: [menz-2013]\n  reviewed: 2026-11-01'
    const reviewed = (day: string) =>
      problemsOf('claims.yaml', piece, piece.replace('2026-11-01', day))
    expect(reviewed('2024-11-23')).toEqual([])
    expect(reviewed('2024-11-22')).toMatchObject([
      { code: 'review-overdue', severity: 'warning', line: 4, field: '0.reviewed' },
    ])
  })
})
