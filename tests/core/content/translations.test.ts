import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS_OF_STRUCTURE } from '../../../core/content/checks'
import { compile } from '../../../core/content/compile'
import { madeFromNow } from '../../../core/content/made-from'
import { Bundle } from '../../../core/schema/pack'
import { samplePackWithExercises } from '../../support/sample-exercises'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack } from '../../support/sample-pack'
import { translatedPack, withPiece } from '../../support/translated-pack'

const STORY = 'words/es/story.yaml'
const EXERCISES = 'words/es/exercises.yaml'
const RELIEF = 'words/es/relief.yaml'
const SCREENS = 'words/es/screens.yaml'
const NET = 'words/es/safety-net.yaml'
const MADE_FROM = 'words/es/made-from.json'

const PACK = translatedPack(samplePackWithExercises())
const compiled = (pack: ReadonlyMap<string, string>) => compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
const wordsOf = (pack: ReadonlyMap<string, string>) => compiled(pack).bundle?.words['es']

it('a translation that is whole and current has no problems, and nothing of it is in English', () => {
  const { bundle, problems } = compiled(PACK)
  expect(problems).toEqual([])
  expect(Object.keys(bundle?.words ?? {})).toEqual(['en', 'es'])
  expect(bundle?.words['es']).toEqual({
    ...bundle?.words['en'],
    language: { ...bundle?.words['en']?.language, tag: 'es' },
  })
  expect(bundle?.words['es']?.fallback).toEqual([])
})

describe('words that are missing in a translation are told, and stand there in English', () => {
  it.each([
    {
      what: 'a text of a slide: the whole slide',
      file: STORY,
      piece: '    body: Your feet hold you up all day.\n',
      by: '',
      told: { code: 'words-missing', line: 5, field: 'slides.feet-first.body' },
      fallback: ['story.slides.feet-first'],
    },
    {
      what: 'a slide',
      file: STORY,
      piece: '  shoes:\n',
      by: '  boots:\n',
      told: { code: 'words-missing', field: 'slides.shoes' },
      fallback: ['story.slides.shoes'],
    },
    {
      what: 'an empty text',
      file: STORY,
      piece: 'title: Shoes',
      by: "title: ' '",
      told: { code: 'words-missing', field: 'slides.shoes.title' },
      fallback: ['story.slides.shoes'],
    },
    {
      what: 'an entry of a list',
      file: STORY,
      piece: '      - Rise up on your toes.\n',
      by: '',
      told: { code: 'words-missing', field: 'slides.heel-lift.steps.1' },
      fallback: ['story.slides.heel-lift'],
    },
    {
      what: 'a sentence of an exercise: the whole exercise',
      file: EXERCISES,
      piece: '      neu: Do not do it with numb feet.\n',
      by: '',
      told: { code: 'words-missing', field: 'exercises.calf-stretch.notFor.neu' },
      fallback: ['exercises.exercises.calf-stretch'],
    },
    {
      what: 'a number in a message: that text alone',
      file: EXERCISES,
      piece: 'Rest for {n} seconds.',
      by: 'Rest for a while.',
      told: { code: 'message-broken', field: 'dose.rest' },
      fallback: ['exercises.dose.rest'],
    },
    {
      what: 'a name that nothing fills in',
      file: EXERCISES,
      piece: 'Rest for {n} seconds.',
      by: 'Rest for {n} {seconds}.',
      told: { code: 'message-broken', field: 'dose.rest' },
      fallback: ['exercises.dose.rest'],
    },
    {
      what: 'a text that is longer than any screen',
      file: STORY,
      piece: 'title: Shoes',
      by: `title: ${'Shoe. '.repeat(85)}`,
      told: { code: 'field-wrong', field: 'slides.shoes.title' },
      fallback: ['story.slides.shoes'],
    },
  ])('$what', ({ file, piece, by, told, fallback }) => {
    const { bundle, problems } = compiled(withPiece(PACK, file, piece, by))
    expect(problems).toContainEqual(expect.objectContaining({ ...told, file, severity: 'warning' }))
    expect(bundle?.words['es']?.fallback).toEqual(fallback)
    expect({ ...bundle?.words['es'], fallback: [] }).toEqual({
      ...bundle?.words['en'],
      language: { ...bundle?.words['en']?.language, tag: 'es' },
    })
  })

  it('a whole file: each thing in it', () => {
    const pack = new Map(PACK)
    pack.delete(RELIEF)
    const { bundle, problems } = compiled(pack)
    expect(problems).toMatchObject([{ code: 'file-missing', severity: 'warning', file: RELIEF }])
    expect(bundle?.words['es']?.fallback).toEqual([
      'relief.cards.heat',
      'relief.cards.rest',
      'relief.range',
    ])
    expect(bundle?.words['es']?.relief).toEqual(bundle?.words['en']?.relief)
  })

  it('but a language of which nothing is known is not offered', () => {
    const pack = new Map(PACK)
    pack.delete('words/es/language.yaml')
    expect(Object.keys(compiled(pack).bundle?.words ?? {})).toEqual(['en'])
  })
})

it('what only the translation has is told and shown to nobody', () => {
  const pack = withPiece(PACK, STORY, '  shoes:\n', '  boots: { title: Boots }\n  shoes:\n')
  const { bundle, problems } = compiled(pack)
  expect(problems).toMatchObject([
    { code: 'words-not-used', severity: 'warning', file: STORY, line: 15, field: 'slides.boots' },
  ])
  expect(Object.keys(bundle?.words['es']?.story.slides ?? {})).not.toContain('boots')
})

describe('a text whose English has changed', () => {
  const change = (file: string, piece: string, by: string) =>
    compiled(withPiece(PACK, file, piece, by))

  it('is told with both texts, and shown all the same', () => {
    const { bundle, problems } = change(
      'words/en/story.yaml',
      'Your feet hold you up all day.',
      'Your feet carry you.',
    )
    expect(problems).toEqual([
      {
        code: 'words-outdated',
        severity: 'warning',
        file: STORY,
        line: 7,
        field: 'slides.feet-first.body',
        message:
          'This was made from "Your feet hold you up all day."; the English now says "Your feet carry you.".',
        cure: 'Run "npm run content:translated -- es --only story.slides.feet-first.body" once the translation says the same.',
      },
    ])
    expect(bundle?.words['es']?.story.slides['feet-first']?.body).toBe(
      'Your feet hold you up all day.',
    )
    expect(bundle?.words['es']?.fallback).toEqual([])
  })

  it('fails the check where it belongs to the safety net', () => {
    const { problems } = change(
      'words/en/safety-net.yaml',
      'A foot that drops',
      'A foot that falls',
    )
    expect(problems).toMatchObject([
      { code: 'words-outdated', severity: 'error', file: NET, line: 6, field: 'signs.3' },
    ])
  })

  it('is told as well where nobody noted what it was made from', () => {
    const pack = withPiece(
      PACK,
      MADE_FROM,
      '"story.slides.shoes.title"',
      '"story.slides.shoe.title"',
    )
    expect(compiled(pack).problems).toMatchObject([
      { code: 'words-outdated', severity: 'warning', field: 'slides.shoes.title' },
    ])
  })

  it('cannot be told without the notes, which is told once', () => {
    const pack = new Map(PACK)
    pack.delete(MADE_FROM)
    expect(compiled(pack).problems).toMatchObject([
      { code: 'file-missing', severity: 'warning', file: MADE_FROM },
    ])
  })
})

describe('a missing text of the safety net', () => {
  it('fails the check, and is said in English', () => {
    const { bundle, problems } = compiled(withPiece(PACK, NET, '  - Pain after a big fall\n', ''))
    expect(problems).toMatchObject([
      { code: 'words-missing', severity: 'error', file: NET, field: 'signs.8' },
    ])
    expect(bundle?.words['es']?.safetyNet.signs[8]).toBe('Pain after a big fall')
    expect(bundle?.words['es']?.fallback).toEqual(['safety-net.signs.8'])
  })
})

describe('a plural', () => {
  const inArabic = (text: string) => {
    const pack = translatedPack(
      withPiece(
        samplePack(),
        'words/en/screens.yaml',
        'name: Touch\nhome:',
        "name: '{n, plural, one {# foot} other {# feet}}'\nhome:",
      ),
      'ar',
    )
    const said = withPiece(
      pack,
      'words/ar/screens.yaml',
      "'{n, plural, one {# foot} other {# feet}}'",
      JSON.stringify(text),
    )
    return compiled(said).problems
  }

  it('has all six forms of Arabic', () => {
    expect(
      inArabic('{n, plural, zero {0} one {1} two {2} few {# a} many {# b} other {# c}}'),
    ).toEqual([])
    expect(inArabic('{n, plural, =0 {0} =1 {1} =2 {2} few {# a} many {# b} other {# c}}')).toEqual(
      [],
    )
  })

  it.each([
    ['lacks one', '{n, plural, zero {0} one {1} two {2} many {# b} other {# c}}', '"few"'],
    ['has one that the language has not', '{n, plural, some {#} other {#}}', '"some"'],
  ])('%s', (_, text, form) => {
    expect(inArabic(text)).toMatchObject([
      {
        code: 'message-broken',
        severity: 'warning',
        field: 'attract.name',
        message: expect.stringContaining(form) as string,
      },
    ])
  })
})

describe('other languages than English', () => {
  it('are not measured by its reading grade', () => {
    const hard = 'Estas preocupaciones inespecíficas son permanentes.'
    const pack = withPiece(PACK, STORY, 'Your feet hold you up all day.', hard)
    expect(compiled(pack).problems).toEqual([])
  })

  it.each([
    ['a long sentence', `${'uno '.repeat(25)}dos.`, 'sentence-too-long', 'slides.feet-first.body'],
    ['a long word', 'La otorrinolaringología.', 'words-too-hard', 'slides.feet-first.body'],
    ['too many words', 'Uno dos tres. '.repeat(16), 'words-too-many', 'slides.feet-first'],
  ])('are told of %s', (_, text, code, field) => {
    const pack = withPiece(PACK, STORY, 'Your feet hold you up all day.', `'${text.trim()}'`)
    expect(compiled(pack).problems).toMatchObject([{ code, severity: 'error', file: STORY, field }])
  })

  it.each([
    [40, []],
    [41, ['sentence-too-long']],
  ])('and Chinese is counted in characters: %i', (length, codes) => {
    const pack = translatedPack(samplePack(), 'zh-Hans')
    const said = withPiece(
      pack,
      'words/zh-Hans/story.yaml',
      'Your feet hold you up all day.',
      `${'脚'.repeat(length)}。`,
    )
    const told = compiled(said).problems.filter(({ field }) => field === 'slides.feet-first.body')
    expect(told.map(({ code }) => code)).toEqual(codes)
  })
})

describe('what a translation was made from', () => {
  it('is noted anew only below the paths that are named', () => {
    const changed = withPiece(
      withPiece(PACK, 'words/en/story.yaml', 'title: Shoes', 'title: Boots'),
      'words/en/story.yaml',
      'Soft shoes can help sore feet.',
      'Soft boots can help sore feet.',
    )
    const { madeFrom, noted } = madeFromNow(changed, 'es', ['story.slides.shoes.title'])
    expect(noted).toBe(1)
    expect(madeFrom).toMatchObject({
      'story.slides.shoes.title': 'Boots',
      'story.slides.shoes.body': 'Soft shoes can help sore feet.',
    })
    const both = new Map(changed).set(MADE_FROM, JSON.stringify(madeFrom))
    expect(compiled(both).problems).toMatchObject([
      { code: 'words-outdated', field: 'slides.shoes.body' },
    ])
    expect(madeFromNow(both, 'es', ['story.slides']).noted).toBeGreaterThan(20)
  })

  it('is not noted for what is not translated', () => {
    const pack = withPiece(PACK, STORY, '    body: Your feet hold you up all day.\n', '')
    expect(madeFromNow(pack, 'es', ['']).madeFrom).not.toHaveProperty([
      'story.slides.feet-first.body',
    ])
  })
})

it('a translation that is damaged in any way leaves the English whole and every text there', () => {
  const files = [...PACK.keys()].filter((name) => name.startsWith('words/es/'))
  const whole = compile(PACK, SAMPLE_PICTURES, SAMPLE_DAY, CHECKS_OF_STRUCTURE).bundle
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.oneof(fc.constant(''), fc.constant('{'), fc.json({ maxDepth: 2 })),
      (file, place, by) => {
        const lines = (PACK.get(file) ?? '').split('\n')
        const at = place % lines.length
        const line = lines[at] ?? ''
        lines[at] = by === '' ? '' : line.replace(/: .*$/, () => `: ${by}`)
        const pack = new Map(PACK).set(file, lines.join('\n'))
        const { bundle } = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY, CHECKS_OF_STRUCTURE)
        expect(Bundle.parse(bundle)).toEqual(bundle)
        expect(bundle?.words['en']).toEqual(whole?.words['en'])
        const es = bundle?.words['es']
        if (es) expect(shapeOf(es)).toEqual(shapeOf(whole?.words['es']))
      },
    ),
    { numRuns: 1000 },
  )
}, 300_000)

/** The names of all fields, without what stands in them. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  const entries = Object.entries(value).filter(([name]) => name !== 'fallback')
  return Object.fromEntries(entries.map(([name, below]) => [name, shapeOf(below)]))
}

it('words of a screen that are broken are said in English', () => {
  const pack = withPiece(PACK, SCREENS, 'name: Touch\nhome:', "name: 'Toque {n'\nhome:")
  const { bundle, problems } = compiled(pack)
  expect(problems).toMatchObject([
    { code: 'message-broken', severity: 'warning', file: SCREENS, field: 'attract.name', line: 6 },
  ])
  expect(bundle?.words['es']?.screens.attract.name).toBe('Touch')
  expect(wordsOf(pack)?.fallback).toEqual(['screens.attract.name'])
})
