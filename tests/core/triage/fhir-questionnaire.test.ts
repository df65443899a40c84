import { Fhir } from 'fhir'
import { describe, expect, it } from 'vitest'
import type { TriageWords } from '../../../core/schema/triage'
import { toQuestionnaire, type QuestionnaireItem } from '../../../core/triage/fhir-questionnaire'
import { shipped } from '../../support/triage'
import { TILES } from './expected-levels'

const { triage, words, source } = shipped
const questionnaire = toQuestionnaire(triage, words, source)
const fhir = new Fhir()
const faultsOf = (resource: object) =>
  fhir
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => String(severity) !== 'info')

const flat = (items: readonly QuestionnaireItem[]): QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])])
const itemsById = new Map(flat(questionnaire.item).map((item) => [item.linkId, item]))
const enabledBy = (linkId: string) =>
  itemsById
    .get(linkId)
    ?.enableWhen?.map(({ question, answerCoding }) => `${question} ${answerCoding.code}`)

describe('the questions as an HL7 FHIR R4 Questionnaire', () => {
  it('are valid R4', () => {
    expect(faultsOf(questionnaire)).toEqual([])
  })

  it.each([
    ['no status', { status: undefined }],
    ['a field that R4 does not know', { tiles: [] }],
    ['a type that R4 does not know', { item: [{ linkId: 'E1', text: 'E1', type: 'tile' }] }],
  ])('would be told if they had %s', (_, change) => {
    const spoiled: unknown = JSON.parse(JSON.stringify({ ...questionnaire, ...change }))
    expect(faultsOf(spoiled as object)).not.toEqual([])
  })

  it('hold each tile once, with its code, its words, its help and three answers', () => {
    const ids = flat(questionnaire.item).map(({ linkId }) => linkId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const tile of [...TILES, 'injury']) {
      const item = itemsById.get(tile)
      expect(item?.code?.[0]?.code).toBe(tile)
      expect(item?.text).toBe(words.get('en')?.tiles[tile]?.ask)
      expect(item?.answerOption?.map(({ valueCoding }) => valueCoding.code)).toEqual([
        'Y',
        'N',
        'asked-unknown',
      ])
      expect(itemsById.get(`${tile}-help`)?.type).toBe('display')
    }
  })

  it('enable what is asked only of some', () => {
    expect(enabledBy('S7')).toEqual(['C-preg Y', 'C-preg asked-unknown'])
    expect(enabledBy('S8')).toEqual(['age under-18', 'age unsaid'])
    expect(enabledBy('I3')).toEqual(['injury Y', 'injury asked-unknown'])
    expect(enabledBy('V3x')).toBeUndefined()
    expect(enabledBy('S3x')).toEqual(
      ['V3', 'V5', 'I8'].flatMap((tile) => [`${tile} Y`, `${tile} asked-unknown`]),
    )
    expect(enabledBy('A8')).toEqual(['region back', 'region leg', 'region unknown'])
    for (const item of flat(questionnaire.item)) {
      expect(item.enableBehavior).toBe(item.enableWhen && 'any')
      for (const { question } of item.enableWhen ?? []) expect(itemsById.has(question)).toBe(true)
    }
  })

  it('carry other languages in the translation extension, and stay valid', () => {
    const english = words.get('en')
    if (!english) throw new Error('there are no English words')
    const tiles = {
      ...english.tiles,
      E1: { ask: 'Dolor en el pecho', help: 'Duele.', told: 'dolor' },
    }
    const spanish: TriageWords = { ...english, tiles }
    const both = toQuestionnaire(triage, new Map([...words, ['es', spanish]]), 'en')
    const item = flat(both.item).find(({ linkId }) => linkId === 'E1')
    expect(item?._text?.extension).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: 'Dolor en el pecho' },
      ],
    })
    expect(faultsOf(both)).toEqual([])
  })

  it.each(['es', 'zh-Hans', 'ar'])('carry every question of the content in %s', (tag) => {
    const its = words.get(tag)
    for (const tile of [...TILES, 'injury']) {
      const translations = itemsById.get(tile)?._text?.extension
      expect(translations).toContainEqual({
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: tag },
          { url: 'content', valueString: its?.tiles[tile]?.ask },
        ],
      })
    }
  })

  it('say that no clinician has signed them, and which version they are', () => {
    expect(questionnaire).toMatchObject({ status: 'draft', experimental: true, version: '1.0' })
  })
})
