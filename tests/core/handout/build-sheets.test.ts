import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { SAFETY_COLUMNS, EXERCISE_VERSIONS } from '../../../core/schema/exercise-names'
import { allowanceOf } from '../../../core/exercises/allowed'
import type { HandoutBlock } from '../../../core/handout/block'
import { buildSheets } from '../../../core/handout/build-sheets'
import { HandoutRequest, type HandoutTriage } from '../../../core/schema/handout'
import { handoutOf, someClinic } from '../../support/handout-request'
import { shippedBundle } from '../../support/words'

// A thousand whole handouts take some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const bundle = await shippedBundle()
const exerciseIds = Object.keys(bundle.exercises)
const reliefIds = Object.keys(bundle.relief)
const languages = Object.keys(bundle.words)

const blocksOf = (request: HandoutRequest): readonly HandoutBlock[] =>
  buildSheets(request, bundle, someClinic)[0]?.blocks ?? []
const idsOf = (blocks: readonly HandoutBlock[]): string[] =>
  blocks.flatMap((one) => (one.kind === 'exercise' || one.kind === 'relief' ? [one.id] : []))
/** Everything that a reader can read. */
const textOf = (blocks: readonly HandoutBlock[]): string => JSON.stringify(blocks)

const triageOf = (level: HandoutTriage['level']): HandoutTriage => ({
  level,
  withinDays: level === 3 ? 3 : null,
  isUnsure: false,
  ruleSet: '1.0',
  advice: [...(bundle.triage?.ruleSet.advice[level] ?? [])],
  told: ['V2'],
  unsure: [],
  hasPrivate: true,
})

const someItem = fc.oneof(
  fc.record({
    kind: fc.constant('exercise' as const),
    id: fc.constantFrom(...exerciseIds),
    version: fc.constantFrom(...EXERCISE_VERSIONS),
  }),
  fc.record({ kind: fc.constant('relief' as const), id: fc.constantFrom(...reliefIds) }),
)
const someRequest = fc
  .record({
    languages: fc.oneof(
      fc.tuple(fc.constantFrom(...languages)),
      fc.tuple(fc.constantFrom(...languages), fc.constantFrom(...languages)),
    ),
    layout: fc.constantFrom('one' as const, 'side-by-side' as const, 'sheet-after-sheet' as const),
    items: fc.array(someItem, { maxLength: 12 }),
    level: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)),
    offers: fc.constantFrom('none' as const, 'gentle' as const, 'all' as const),
    signs: fc.uniqueArray(fc.constantFrom(...SAFETY_COLUMNS), { maxLength: 4 }),
    tickDays: fc.constantFrom(14 as const, 28 as const),
    points: fc.constantFrom(14 as const, 18 as const, 24 as const),
  })
  .map(({ level, offers, signs, ...rest }) =>
    handoutOf([], {
      ...rest,
      triage: level === null ? null : triageOf(level),
      filter: { offers, signs, without: [] },
    }),
  )

describe('a handout', () => {
  it('says each thing once, in the order that was chosen', () =>
    fc.assert(
      fc.property(someRequest, (request) => {
        for (const sheet of buildSheets(request, bundle, someClinic)) {
          const shown = idsOf(sheet.blocks)
          const wanted = [...new Set(request.items.map(({ id }) => id))]
          expect(new Set(shown).size).toBe(shown.length)
          for (const kind of ['exercise', 'relief'] as const) {
            const order = wanted.filter((id) => shown.includes(id) && isOf(kind, id))
            expect(shown.filter((id) => isOf(kind, id))).toEqual(order)
          }
          const keys = sheet.blocks.map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
      { numRuns: 1000 },
    ))

  it('holds the level, what to do and the safety net alone after level 1 or 2', () =>
    fc.assert(
      fc.property(someRequest, fc.constantFrom(1 as const, 2 as const), (request, level) => {
        const urgent = { ...request, triage: triageOf(level) }
        for (const { blocks } of buildSheets(urgent, bundle, someClinic))
          expect(blocks.map(({ kind }) => kind)).toEqual(['head', 'level', 'safety', 'imprint'])
      }),
      { numRuns: 1000 },
    ))

  it('never holds an exercise that the answers forbid, whatever the page asks for', () =>
    fc.assert(
      fc.property(someRequest, (request) => {
        const signs = new Set(request.filter.signs)
        const gentle = bundle.triage?.exerciseSafety.gentle ?? []
        for (const { blocks } of buildSheets(request, bundle, someClinic)) {
          for (const block of blocks) {
            if (block.kind !== 'exercise') continue
            const exercise = bundle.exercises[block.id]
            if (!exercise) throw new Error(block.id)
            expect(request.filter.offers).not.toBe('none')
            expect(exercise.enabled).toBe(true)
            if (request.filter.offers === 'gentle' || request.triage?.level === 3)
              expect(gentle).toContain(block.id)
            const allowance = allowanceOf(exercise, signs)
            expect(allowance.state).not.toBe('left-out')
            if (allowance.state === 'changed') expect(block.way).toBe('easier')
          }
        }
      }),
      { numRuns: 1000 },
    ))

  it('has the safety net word for word, with the number of the clinic, on every sheet', () =>
    fc.assert(
      fc.property(someRequest, (request) => {
        for (const { blocks, languages: its } of buildSheets(request, bundle, someClinic)) {
          const safety = blocks.find((one) => one.kind === 'safety')
          its.forEach(({ tag }, at) => {
            const net = bundle.words[tag]?.safetyNet
            expect(safety?.said[at]).toMatchObject({ lead: net?.lead, signs: net?.signs })
            expect(safety?.said[at]?.call).toContain('911')
          })
        }
      }),
      { numRuns: 1000 },
    ))

  it('has the same blocks in every language', () =>
    fc.assert(
      fc.property(someRequest, fc.constantFrom(...languages), (request, tag) => {
        const inOne = buildSheets({ ...request, languages: ['en'] }, bundle, someClinic)
        const inOther = buildSheets({ ...request, languages: [tag] }, bundle, someClinic)
        expect(inOther[0]?.blocks.map(({ key }) => key)).toEqual(
          inOne[0]?.blocks.map(({ key }) => key),
        )
      }),
      { numRuns: 1000 },
    ))

  it('names no private sign: all of them are one line', () => {
    const words = bundle.words['en']?.triage
    const privateIds = bundle.triage?.screens.screens
      .flatMap(({ tiles }) => tiles)
      .filter((tile) => tile.private)
      .map(({ id }) => id)
    if (!words || !privateIds?.length) throw new Error('the content has no private signs')
    const request = handoutOf([], {
      triage: { ...triageOf(2), told: [...privateIds], unsure: [...privateIds] },
    })
    const said = textOf(blocksOf(request))
    for (const id of privateIds) expect(said).not.toContain(words.tiles[id]?.ask)
    expect(said).toContain(words.why.privateSign)
  })

  it('takes the numbers that staff set, and leaves the others as they were', () => {
    const usual = blocksOf(handoutOf(['heel-raise']))
    const request = handoutOf([], {
      items: [
        {
          kind: 'exercise',
          id: 'heel-raise',
          version: 'main',
          dose: { sets: { min: 7, max: 7 }, daysPerWeek: { min: 2, max: 2 } },
        },
      ],
    })
    const set = blocksOf(request)
    const doseOf = (blocks: readonly HandoutBlock[]): string =>
      blocks.flatMap((one) => (one.kind === 'exercise' ? (one.said[0]?.dose ?? []) : [])).join(' ')
    expect(doseOf(set)).toContain('7 sets')
    expect(doseOf(set)).toContain('2 days a week')
    expect(doseOf(usual)).not.toContain('7 sets')
    expect(doseOf(set)).toContain('8 to 12')
  })

  it('says how many exercises were left off', () => {
    const pregnant = handoutOf(exerciseIds, {
      filter: { offers: 'all', signs: ['frx'], without: [] },
    })
    const blocks = blocksOf(pregnant)
    const enabled = exerciseIds.filter(
      (id) => bundle.exercises[id]?.safety.frx === 'no' || !bundle.exercises[id]?.enabled,
    )
    expect(textOf(blocks)).toContain(`${enabled.length} exercises are left off`)
  })

  it('carries versions, the day, and that no clinician has approved the words yet', () => {
    const said = textOf(blocksOf(handoutOf(['heel-raise'], { triage: triageOf(4) })))
    expect(said).toContain(`Content ${bundle.manifest.version}, rules 1.0`)
    expect(said).toContain('March 9, 2026')
    expect(said).toContain(bundle.words['en']?.screens.evidence.notReviewed)
    expect(said).toContain('Nothing was kept')
  })

  it('makes one sheet for each language that follows another', () => {
    const two = handoutOf(['heel-raise'], { languages: ['es', 'en'], layout: 'sheet-after-sheet' })
    expect(
      buildSheets(two, bundle, someClinic).map((one) => one.languages.map(({ tag }) => tag)),
    ).toEqual([['es'], ['en']])
    const beside = buildSheets({ ...two, layout: 'side-by-side' }, bundle, someClinic)
    expect(beside.map((one) => one.languages.map(({ tag }) => tag))).toEqual([['es', 'en']])
  })

  it.each([
    ['words in place of an id', { items: [{ kind: 'relief', id: 'Heat, <b>bold</b>' }] }],
    ['a name', { name: 'Ann' }],
    ['letters of another size', { points: 12 }],
    ['three languages', { languages: ['en', 'es', 'ar'] }],
    ['a day that is none', { date: 'today' }],
    [
      'more than anybody can do',
      { items: Array.from({ length: 41 }, () => ({ kind: 'relief', id: 'heat' })) },
    ],
  ])('is refused with %s', (_, change) => {
    expect(HandoutRequest.safeParse(handoutOf([])).success).toBe(true)
    expect(HandoutRequest.safeParse({ ...handoutOf([]), ...change }).success).toBe(false)
  })
})

const isOf = (kind: 'exercise' | 'relief', id: string): boolean =>
  kind === 'exercise' ? exerciseIds.includes(id) : reliefIds.includes(id)
