import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../core/content/compile'
import { WORDS_OF_KIND } from '../../core/schema/words'
import { readPack } from '../../electron/content-files'

const CONTENT = join(import.meta.dirname, '../../content')
const TODAY = new Date().toISOString().slice(0, 10)

/** The signs that must never change by accident: each may be the first hint of an emergency. */
const SIGNS = [
  'Numbness between your legs',
  'Trouble peeing or pooping',
  'New pain, numbness or weakness in both legs',
  'A foot that drops',
  'Fever with back pain',
  'One leg that swells',
  'Chest pain or trouble breathing',
  'A cold, pale or blue foot',
  'Pain after a big fall',
]

describe('the content that comes with the program', async () => {
  const pack = await readPack(CONTENT)
  if (!pack) throw new Error(`there is no pack in ${CONTENT}`)
  const { bundle, problems } = compile(pack.files, pack.pictures, TODAY)
  if (!bundle) throw new Error('nothing in the content is sound')
  const { story, words } = bundle
  const slides = story.chapters.flatMap((chapter) => chapter.slides)
  const ids = slides.map(({ id }) => id)

  it('has no errors', () => {
    // A review that is due is a warning: it must not turn the build red overnight.
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('sets numbers to call apart where people read from the right, so that none is turned round', () => {
    const fromTheRight = Object.values(words).filter(({ language }) => language.direction === 'rtl')
    expect(fromTheRight.map(({ language }) => language.tag)).toEqual(['ar'])
    for (const { safetyNet, triage } of fromTheRight) {
      const { headline, headlineUnsure } = triage?.levels['1'] ?? {}
      for (const text of [safetyNet.call, safetyNet.crisis, headline, headlineUnsure])
        expect(text).toMatch(/\u2068\{(?:emergencyNumber|crisisLine)\}\u2069/)
    }
  })

  it('has at least 6 chapters, 40 slides, and slides of every kind', () => {
    expect(story.chapters.length).toBeGreaterThanOrEqual(6)
    expect(slides.length).toBeGreaterThanOrEqual(40)
    const kinds = new Set(slides.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(Object.keys(WORDS_OF_KIND).sort())
  })

  it.each([
    ['2', 9, 14],
    ['5', 20, 32],
  ] as const)('has a path of %s minutes with %i to %i slides', (minutes, fewest, most) => {
    expect(story.paths[minutes].length).toBeGreaterThanOrEqual(fewest)
    expect(story.paths[minutes].length).toBeLessThanOrEqual(most)
  })

  it.each(['2', '5'] as const)('tells the %s-minute path in the order of the story', (minutes) => {
    const places = story.paths[minutes].map((id) => ids.indexOf(id))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  it.each(['2', '5'] as const)(
    'opens the %s-minute path with a title, names danger, ends with what to remember',
    (minutes) => {
      const kinds = story.paths[minutes].map((id) => slides[ids.indexOf(id)]?.kind)
      expect(kinds[0]).toBe('title')
      expect(kinds).toContain('danger')
      expect(kinds.at(-1)).toBe('summary')
    },
  )

  it('holds every slide of the 2-minute path in the 5-minute one', () => {
    expect(story.paths['2'].filter((id) => !story.paths['5'].includes(id))).toEqual([])
  })

  it('names the nine signs of the safety net word for word', () => {
    expect(words.en?.safetyNet.signs).toEqual(SIGNS)
  })
})
