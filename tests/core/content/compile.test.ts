import { describe, expect, it } from 'vitest'
import { CHECKS_OF_STRUCTURE } from '../../../core/content/checks'
import { compile } from '../../../core/content/compile'
import { Bundle } from '../../../core/schema/pack'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack, samplePackWith } from '../../support/sample-pack'

const compiled = (pack: ReadonlyMap<string, string>) => compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
const slidesIn = (bundle: Bundle | null) =>
  bundle?.story.chapters.flatMap(({ slides }) => slides.map(({ id }) => id))
const samplePackWithout = (file: string) => {
  const pack = samplePack()
  pack.delete(file)
  return pack
}

const STORY = 'stories/walk.yaml'
const WORDS = 'words/en/story.yaml'
const ALL = [
  'feet-first',
  'tight-calf',
  'shoes',
  'flat-feet',
  'heel-lift',
  'calf-question',
  'signs',
  'take-home',
]

describe('a sound pack', () => {
  it('has no problems and becomes a whole bundle', () => {
    const { bundle, problems } = compiled(samplePack())
    expect(problems).toEqual([])
    expect(Bundle.parse(bundle)).toEqual(bundle)
    expect(slidesIn(bundle)).toEqual(ALL)
    expect(bundle?.story.paths['2']).toEqual(['feet-first', 'tight-calf', 'signs'])
    expect(Object.keys(bundle?.words.en?.story.slides ?? {})).toEqual(ALL)
  })
})

describe('an unsound slide leaves the bundle, and all others stay', () => {
  it.each([
    ['a kind that nobody knows', STORY, 'kind: chain', 'kind: chian', 'tight-calf'],
    ['a field that nobody knows', STORY, 'tightCalf: 0.8', 'tigthCalf: 0.8', 'tight-calf'],
    ['an amount out of range', STORY, 'arch: -1', 'arch: -2', 'flat-feet'],
    ['a picture that is not there', STORY, 'shoe.svg', 'boot.svg', 'shoes'],
    ['no words', WORDS, '  shoes:', '  boots:', 'shoes'],
    ['no words for one field', WORDS, '    fact: Most flat feet never hurt.\n', '', 'flat-feet'],
    ['no words for an answer', WORDS, ', late: Late in the step', '', 'calf-question'],
    ['no words for a label', WORDS, ', calf: Tight calf', '', 'tight-calf'],
    ['a right answer that is none', STORY, 'right: early', 'right: soon', 'calf-question'],
    ['an answer that comes twice', STORY, '[early, late]', '[early, late, late]', 'calf-question'],
  ])('%s', (_, file, piece, by, gone) => {
    const { bundle, problems } = compiled(samplePackWith(file, piece, by))
    expect(problems).not.toEqual([])
    expect(slidesIn(bundle)).toEqual(ALL.filter((id) => id !== gone))
    expect(bundle?.story.paths['5']).not.toContain(gone)
    expect(Bundle.safeParse(bundle).success).toBe(true)
  })

  it('takes the slides of a claim with it when the claim has no evidence', () => {
    const { bundle } = compiled(samplePackWith('claims.yaml', '[menz-2013]', '[]'))
    expect(slidesIn(bundle)).toEqual(['feet-first', 'flat-feet', 'signs'])
    expect(bundle?.claims).not.toHaveProperty('C01')
  })

  it('takes the claims of a reference with it, and says only what is wrong with the reference', () => {
    const pack = samplePackWith('references.json', '"title": "Feet and backs"', '"title": 7')
    const { bundle, problems } = compiled(pack)
    expect(problems.map(({ field }) => field)).toEqual(['1.title'])
    expect(bundle?.references).not.toHaveProperty('kendall-2010')
    expect(bundle?.claims).not.toHaveProperty('C02')
    expect(slidesIn(bundle)).not.toContain('flat-feet')
  })

  it('leaves the slides that rest on no claim when the claims cannot be read', () => {
    const { bundle, problems } = compiled(samplePackWithout('claims.yaml'))
    expect(slidesIn(bundle)).toEqual(['feet-first', 'signs'])
    expect(problems).toMatchObject([{ code: 'file-missing', file: 'claims.yaml' }])
  })

  it('keeps the first of two slides that share an id', () => {
    const { bundle } = compiled(samplePackWith(STORY, 'id: shoes', 'id: tight-calf'))
    const kinds = bundle?.story.chapters.flatMap(({ slides }) => slides)
    expect(kinds?.filter(({ id }) => id === 'tight-calf').map(({ kind }) => kind)).toEqual([
      'chain',
    ])
  })

  it('takes a chapter away that has no heading', () => {
    const { bundle } = compiled(samplePackWith(WORDS, '  back: { title: Your back }\n', ''))
    expect(bundle?.story.chapters.map(({ id }) => id)).toEqual(['feet'])
  })

  it('takes a chapter away of which no slide is left', () => {
    const pack = samplePackWith(WORDS, '  back: { title: Your back }', '  back: { title: Back }')
    const story = pack.get(STORY) ?? ''
    pack.set(STORY, story.replace(/kind: (check-yourself|teach-back|danger|summary)/g, 'kind: odd'))
    const { bundle } = compiled(pack)
    expect(bundle?.story.chapters.map(({ id }) => id)).toEqual(['feet'])
    expect(bundle?.story.paths['5']).toEqual(['feet-first', 'tight-calf', 'shoes'])
  })

  it('makes a path of which nothing is left the whole story', () => {
    const path = '[feet-first, tight-calf, signs]'
    const { bundle } = compiled(samplePackWith(STORY, path, '[nowhere]'))
    expect(bundle?.story.paths['2']).toEqual(ALL)
  })
})

describe('what is badly written stays in the bundle, though the check fails', () => {
  it.each([
    ['a long sentence', 'Your feet hold you up all day.', `${'Go on and on '.repeat(6)}now.`],
    ['hard words', 'Your feet hold you up all day.', 'Biomechanical considerations predominate.'],
    ['many words', 'Your feet hold you up all day.', 'You walk. '.repeat(25)],
    [
      'words that nobody sees',
      'picture: A person walks.',
      'picture: A person walks.\n    fact: So.',
    ],
  ])('%s', (_, piece, by) => {
    const { bundle, problems } = compiled(samplePackWith(WORDS, piece, by))
    expect(problems.map(({ severity }) => severity)).toContain('error')
    expect(slidesIn(bundle)).toEqual(ALL)
  })

  it('gives the same bundle whether or not the writing was checked', () => {
    const pack = samplePackWith(WORDS, 'Your feet hold', 'Biomechanical considerations hold')
    const quick = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY, CHECKS_OF_STRUCTURE)
    expect(quick.problems).toEqual([])
    expect(quick.bundle).toEqual(compiled(pack).bundle)
  })
})

describe('there is nothing to show', () => {
  it.each(['pack.yaml', STORY, WORDS, 'words/en/screens.yaml', 'words/en/safety-net.yaml'])(
    'without %s',
    (file) => {
      const { bundle, problems } = compiled(samplePackWithout(file))
      expect(bundle).toBeNull()
      expect(problems).toMatchObject([{ code: 'file-missing', file, line: 1, field: '' }])
    },
  )

  it('in a pack for another version of the schema', () => {
    const { bundle, problems } = compiled(samplePackWith('pack.yaml', 'schema: 1', 'schema: 2'))
    expect(bundle).toBeNull()
    expect(problems).toMatchObject([{ file: 'pack.yaml', line: 2, field: 'schema' }])
  })

  it('without any sign of danger to name', () => {
    const pack = samplePackWith('words/en/safety-net.yaml', '  - Fever with back pain\n', '')
    expect(compiled(pack).bundle).toBeNull()
  })

  it('where the words of a screen are broken', () => {
    const pack = samplePack()
    const screens = pack.get('words/en/screens.yaml') ?? ''
    pack.set('words/en/screens.yaml', screens.replace('name: Touch', 'name: "{n"'))
    const { bundle, problems } = compiled(pack)
    expect(bundle).toBeNull()
    expect(problems).toMatchObject([{ code: 'message-broken', field: 'attract.name', line: 6 }])
  })
})

describe('a large pack', () => {
  /** The sample with its first chapter's slides repeated under new names. */
  const repeated = (times: number) => {
    const slides = [...Array(times).keys()].map((n) => [
      `      - { id: more-${String(n)}, kind: explain, claims: [C01], picture: { figure: {} } }\n`,
      `  more-${String(n)}: { title: Walk more, body: It is good for you., picture: A foot. }\n`,
    ])
    const pack = samplePackWith(
      STORY,
      '  - id: back\n',
      `${slides.map(([slide]) => slide).join('')}  - id: back\n`,
    )
    return pack.set(WORDS, `${pack.get(WORDS) ?? ''}${slides.map(([, words]) => words).join('')}`)
  }

  it('with a chapter of 100 slides compiles whole', () => {
    const { bundle, problems } = compiled(repeated(96))
    expect(problems).toEqual([])
    expect(bundle?.story.chapters[0]?.slides).toHaveLength(100)
  })

  it('takes time in proportion to its size', () => {
    const seconds = (times: number) => {
      const pack = repeated(times)
      const start = performance.now()
      expect(compiled(pack).bundle?.story.chapters[0]?.slides).toHaveLength(times + 4)
      return performance.now() - start
    }
    seconds(500)
    // Eight times the slides would take 64 times as long if anything were compared with all else.
    expect(seconds(4000)).toBeLessThan(25 * seconds(500))
  }, 60_000)
})
