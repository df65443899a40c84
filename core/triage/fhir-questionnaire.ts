import type { TriageScreen, TriageWords } from '../schema/triage'
import { AGE_BANDS, REGIONS } from '../schema/triage'
import type { Triage } from './triage'

/** Where the codes of the questions are at home; a name, not an address that is ever opened. */
const HOME = 'https://sole-to-spine.example/fhir'
const ITEM_SYSTEM = `${HOME}/CodeSystem/triage-items`
const AGE_SYSTEM = `${HOME}/CodeSystem/triage-ages`
const REGION_SYSTEM = `${HOME}/CodeSystem/triage-regions`
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation'
const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'
const ITEM_CONTROLS = 'http://hl7.org/fhir/questionnaire-item-control'

export interface Coding {
  system: string
  code: string
  display?: string
  _display?: Translated
}
interface Extension {
  url: string
  valueCode?: string
  valueString?: string
  valueCodeableConcept?: { coding: Coding[] }
  extension?: Extension[]
}
interface Translated {
  extension: Extension[]
}
interface EnableWhen {
  question: string
  operator: '='
  answerCoding: Coding
}
export interface QuestionnaireItem {
  linkId: string
  code?: Coding[]
  text: string
  _text?: Translated
  type: 'group' | 'choice' | 'display'
  required?: boolean
  repeats?: boolean
  enableWhen?: EnableWhen[]
  enableBehavior?: 'any'
  answerOption?: { valueCoding: Coding }[]
  extension?: Extension[]
  item?: QuestionnaireItem[]
}
export interface Questionnaire {
  resourceType: 'Questionnaire'
  language: string
  url: string
  version: string
  name: string
  title: string
  status: 'draft' | 'active'
  experimental: boolean
  subjectType: ['Patient']
  date: string
  description: string
  lastReviewDate: string
  item: QuestionnaireItem[]
}

/** Yes, No and Not sure as the value set `yesnodontknow` of HL7 has them. */
const ANSWER_CODINGS = {
  yes: { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'Y' },
  no: { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'N' },
  notSure: {
    system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
    code: 'asked-unknown',
  },
} as const

/**
 * The questions as an HL7 FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html): one group a
 * screen, one coded item a tile, `enableWhen` for what is asked only of some, and all languages
 * but `source` in the translation extension. It holds no rules and no answers. What is due and not
 * answered counts as yes in the rules, so a form must ask every enabled item.
 */
export function toQuestionnaire(
  { screens, ruleSet }: Triage,
  wordsByLanguage: ReadonlyMap<string, TriageWords>,
  source: string,
): Questionnaire {
  const words = wordsByLanguage.get(source)
  if (!words) throw new Error(`no words in ${source}`)
  const others = [...wordsByLanguage].filter(([tag]) => tag !== source)

  const inAllLanguages = (pick: (words: TriageWords) => string | undefined) => {
    const translations = others.flatMap(([tag, other]) => {
      const content = pick(other)
      return content === undefined ? [] : [translation(tag, content)]
    })
    return {
      text: pick(words) ?? '',
      ...(translations.length > 0 && { translated: { extension: translations } }),
    }
  }
  const textOf = (pick: (words: TriageWords) => string | undefined) => {
    const { text, translated } = inAllLanguages(pick)
    return { text, ...(translated && { _text: translated }) }
  }
  const option = (
    coding: { system: string; code: string },
    pick: (words: TriageWords) => string | undefined,
  ) => {
    const { text, translated } = inAllLanguages(pick)
    const valueCoding = { ...coding, display: text, ...(translated && { _display: translated }) }
    return { valueCoding }
  }
  const yesNoNotSure = [
    option(ANSWER_CODINGS.yes, ({ answers }) => answers.yes),
    option(ANSWER_CODINGS.no, ({ answers }) => answers.no),
    option(ANSWER_CODINGS.notSure, ({ answers }) => answers.notSure),
  ]
  const question = (id: string, enableWhen: EnableWhen[]): QuestionnaireItem => ({
    linkId: id,
    code: [{ system: ITEM_SYSTEM, code: id }],
    ...textOf(({ tiles }) => tiles[id]?.ask),
    type: 'choice',
    ...enabled(enableWhen),
    required: true,
    answerOption: yesNoNotSure,
    item: [
      {
        linkId: `${id}-help`,
        ...textOf(({ tiles }) => tiles[id]?.help),
        type: 'display',
        extension: [
          {
            url: ITEM_CONTROL,
            valueCodeableConcept: { coding: [{ system: ITEM_CONTROLS, code: 'help' }] },
          },
        ],
      },
    ],
  })
  const ageOf = new Map(screens.ages.flatMap(({ id, sets }) => sets.map((flag) => [flag, id])))
  const isSet = (flag: string): EnableWhen[] => {
    const age = ageOf.get(flag)
    if (age === undefined) return said(flag)
    const ages = screens.ages.filter(({ sets }) => sets.includes(flag)).map(({ id }) => id)
    return [...ages, 'unsaid'].map((code) => when('age', { system: AGE_SYSTEM, code }))
  }
  const group = (screen: TriageScreen): QuestionnaireItem => {
    const { id, asks, gate, askIf, tiles } = screen
    const heading = textOf((one) => one.screens[id]?.heading)
    if (asks === 'age') {
      const answerOption = [...AGE_BANDS, 'unsaid' as const].map((code) =>
        option({ system: AGE_SYSTEM, code }, ({ ages }) => ages[code]),
      )
      return { ...choice('age'), ...heading, answerOption }
    }
    if (asks === 'region') {
      const answerOption = [...REGIONS, 'unknown' as const].map((code) =>
        option({ system: REGION_SYSTEM, code }, ({ regions }) => regions[code]),
      )
      return { ...choice('region'), ...heading, repeats: true, answerOption }
    }
    const questions = tiles.map((tile) =>
      question(tile.id, [
        ...(gate === undefined ? [] : said(gate)),
        ...(tile.regions ? [...tile.regions, 'unknown'] : []).map((code) =>
          when('region', { system: REGION_SYSTEM, code }),
        ),
      ]),
    )
    return {
      linkId: id,
      ...heading,
      type: 'group',
      ...enabled(askIf?.flatMap(isSet) ?? []),
      item: [...(gate === undefined ? [] : [question(gate, [])]), ...questions],
    }
  }
  return {
    resourceType: 'Questionnaire',
    language: source,
    url: `${HOME}/Questionnaire/${ruleSet.id}`,
    version: ruleSet.version,
    name: 'ShouldISeeSomeone',
    title: 'Should I see someone?',
    status: ruleSet.clinicallyReviewed ? 'active' : 'draft',
    experimental: !ruleSet.clinicallyReviewed,
    subjectType: ['Patient'],
    date: ruleSet.reviewed,
    description:
      'Education only, never a diagnosis. An item that is due and unanswered counts as yes.',
    lastReviewDate: ruleSet.reviewed,
    item: screens.screens.map(group),
  }
}

const choice = (linkId: string) => ({
  linkId,
  code: [{ system: ITEM_SYSTEM, code: linkId }],
  type: 'choice' as const,
  required: true,
})

const when = (question: string, answerCoding: Coding): EnableWhen => ({
  question,
  operator: '=',
  answerCoding,
})

/** Said with yes or not sure. */
const said = (question: string): EnableWhen[] => [
  when(question, ANSWER_CODINGS.yes),
  when(question, ANSWER_CODINGS.notSure),
]

const enabled = (enableWhen: EnableWhen[]) =>
  enableWhen.length === 0 ? {} : { enableWhen, enableBehavior: 'any' as const }

const translation = (tag: string, content: string): Extension => ({
  url: TRANSLATION,
  extension: [
    { url: 'lang', valueCode: tag },
    { url: 'content', valueString: content },
  ],
})
