import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { buildSheets } from '../../../core/handout/build-sheets'
import type { HandoutTriage } from '../../../core/schema/handout'
import { handoutOf, someClinic } from '../../support/handout-request'
import { shippedBundle } from '../../support/words'

vi.setConfig({ testTimeout: 60_000 })

const bundle = await shippedBundle()
const { triage } = bundle
if (!triage) throw new Error('the content has no questions')
const tiles = triage.screens.screens.flatMap((screen) => screen.tiles)
const privateIds = tiles.filter((tile) => tile.private).map(({ id }) => id)
const languages = Object.keys(bundle.words)

/** The words of a private sign, in every language. */
const privateWords = languages.flatMap((tag) =>
  privateIds.flatMap((id) => {
    const { ask, told } = bundle.words[tag]?.triage?.tiles[id] ?? {}
    return [ask, told].filter((text) => text !== undefined)
  }),
)

/** Any result, even one that a broken page makes up: private signs among those that have names. */
const someTriage: fc.Arbitrary<HandoutTriage> = fc
  .record({
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    withinDays: fc.constantFrom(3 as const, 14 as const, null),
    isUnsure: fc.boolean(),
    told: fc.subarray(tiles.map(({ id }) => id)),
    unsure: fc.subarray(tiles.map(({ id }) => id)),
    hasPrivate: fc.boolean(),
  })
  .map((one) => ({
    ...one,
    ruleSet: '1.0',
    advice: [...(triage.ruleSet.advice[one.level] ?? [])],
  }))

it('never names a private sign on paper, whatever was answered', () => {
  expect(privateWords.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(someTriage, fc.constantFrom(...languages), (result, tag) => {
      const request = handoutOf(['calf-stretch'], { languages: [tag], triage: result })
      for (const sheet of buildSheets(request, bundle, someClinic)) {
        // The safety net is the same for everybody, and says nothing of what was told.
        const said = JSON.stringify(sheet.blocks.filter(({ kind }) => kind === 'level'))
        for (const text of privateWords)
          expect(said).not.toContain(JSON.stringify(text).slice(1, -1))
      }
    }),
    { numRuns: 300 },
  )
})

it('says nothing of the questions where the visitor did not choose so', () =>
  fc.assert(
    fc.property(fc.subarray(Object.keys(bundle.exercises)), (ids) => {
      for (const { blocks } of buildSheets(handoutOf(ids), bundle, someClinic))
        expect(blocks.map(({ kind }) => kind)).not.toContain('level')
    }),
  ))

it('leaves the line for the name blank, and knows no name to put there', () => {
  const [sheet] = buildSheets(handoutOf(['calf-stretch']), bundle, someClinic)
  const head = sheet?.blocks.find((block) => block.kind === 'head')
  expect(head?.said[0]?.name).toBe(bundle.words['en']?.handout?.name)
})
