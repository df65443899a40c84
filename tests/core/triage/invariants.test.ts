import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, it, vi } from 'vitest'
import {
  AGE_BANDS,
  REGIONS,
  Rule,
  type Age,
  type Answer,
  type Answers,
} from '../../../core/schema/triage'
import { SAFETY_COLUMNS } from '../../../core/schema/exercise'
import { CHECKS_OF_STRUCTURE } from '../../../core/content/checks'
import { compile } from '../../../core/content/compile'
import { allowedExercises, exerciseFilterOf } from '../../../core/triage/allowed-exercises'
import { decide, withDerived } from '../../../core/triage/decide'
import { flagsOf } from '../../../core/triage/flags-of'
import { assess, resultOf } from '../../../core/triage/result-of'
import { isAnswered, nextOf, pathOf } from '../../../core/triage/steps'
import { readPack } from '../../../electron/content-files'
import { shipped, shippedExercises } from '../../support/triage'
import { answersWith, EXPECTED, TILES } from './expected-levels'
import { answeredBy, tapsOf, type Person } from './walk'

vi.setConfig({ testTimeout: 120_000 })

const { triage, words } = shipped
const ITEMS = [...TILES, 'injury']
const AGES: readonly Age[] = [...AGE_BANDS, 'unsaid']
const RUNS = { numRuns: process.env['TEST_FULL'] === '1' ? 20_000 : 1_000 }

const someAge = fc.constantFrom(...AGES)
const someRegion = fc.subarray([...REGIONS])
const someItem = fc.constantFrom(...ITEMS)
const someItems = fc.uniqueArray(someItem, { maxLength: 7 })

/** Full answers: a few yes, a few not sure, all others no. */
const fullAnswers: fc.Arbitrary<Answers> = fc
  .record({ age: someAge, region: someRegion, yes: someItems, unsure: someItems })
  .map(({ age, region, yes, unsure }) => ({
    age,
    region,
    tiles: Object.fromEntries(
      ITEMS.map((item): [string, Answer] => [
        item,
        yes.includes(item) ? 'yes' : unsure.includes(item) ? 'not-sure' : 'no',
      ]),
    ),
  }))

const given = ({ tiles, ...rest }: Answers, item: string, answer: Answer | undefined): Answers => {
  const others = Object.entries(tiles).filter(([name]) => name !== item)
  const answered = answer === undefined ? [] : [[item, answer] as const]
  return { ...rest, tiles: Object.fromEntries([...others, ...answered]) }
}

/** Urgency as one number; smaller is sooner. */
const rankOf = (answers: Answers): number => {
  const { level, withinDays } = assess(triage, answers)
  return level === 3 && withinDays === 14 ? 3.5 : level
}

const walked = (person: Person): Answers => {
  let answers: Answers = { tiles: {} }
  for (let steps = 0; steps < 40; steps += 1) {
    const next = nextOf(triage, answers)
    if (next.kind === 'result') return answers
    answers = answeredBy(person, answers, next.step)
  }
  throw new Error('the questions do not end')
}
const personOf = ({ age = 'unsaid', region = [], tiles }: Answers): Person => ({
  age,
  region,
  tiles,
})

describe('the nineteen invariants', () => {
  it('1. an emergency stays one, whatever else is answered and in whatever order', () => {
    const emergencies = EXPECTED.filter(({ level }) => level === 1)
    fc.assert(
      fc.property(
        fc.constantFrom(...emergencies),
        fullAnswers,
        fc.infiniteStream(fc.nat()),
        (row, other, dice) => {
          const forced = answersWith(row.yes, row).tiles
          const tiles = { ...other.tiles }
          for (const [item, answer] of Object.entries(forced))
            if (answer !== 'no') tiles[item] = answer
          const keyed = Object.entries(tiles).map((entry) => [dice.next().value, entry] as const)
          const shuffled = keyed.sort(([one], [another]) => one - another).map(([, entry]) => entry)
          const answers = { age: row.age, region: row.region, tiles: Object.fromEntries(shuffled) }
          expect(assess(triage, answers).level).toBe(1)
        },
      ),
      RUNS,
    )
  })

  it('2. another yes never makes a result less urgent, and no rule can say "not"', () => {
    fc.assert(
      fc.property(
        fullAnswers,
        someItem,
        fc.constantFrom('yes', 'not-sure'),
        (answers, item, more) => {
          const before = rankOf(given(answers, item, 'no'))
          expect(rankOf(given(answers, item, more))).toBeLessThanOrEqual(before)
        },
      ),
      RUNS,
    )
    const rule = triage.ruleSet.rules[0]
    expect(Rule.safeParse(rule).success).toBe(true)
    for (const field of ['not', 'unless', 'except', 'minus', 'score', 'lowers']) {
      expect(Rule.safeParse({ ...rule, [field]: ['A1'] }).success).toBe(false)
    }
    for (const flag of ['not A1', '!A1', '-A1', 'A1 - A2', 'not-A1']) {
      expect(Rule.safeParse({ ...rule, when: [[flag]] }).success).toBe(false)
    }
  })

  it('3. not sure and unanswered are as urgent as yes, and no less urgent than no', () => {
    fc.assert(
      fc.property(fullAnswers, someItem, (answers, item) => {
        const yes = rankOf(given(answers, item, 'yes'))
        expect(rankOf(given(answers, item, 'not-sure'))).toBe(yes)
        expect(rankOf(given(answers, item, undefined))).toBe(yes)
        expect(yes).toBeLessThanOrEqual(rankOf(given(answers, item, 'no')))
      }),
      RUNS,
    )
  })

  it('4. level 4 is shown only where every step that is due was answered and no rule fires', () => {
    fc.assert(
      fc.property(
        fullAnswers,
        someItems,
        fc.boolean(),
        fc.boolean(),
        (answers, gaps, hasAge, hasRegion) => {
          const { tiles } = gaps.reduce((known, item) => given(known, item, undefined), answers)
          const { age = 'unsaid', region = [] } = answers
          const partial = { ...(hasAge && { age }), ...(hasRegion && { region }), tiles }
          const result = resultOf(triage, partial)
          if (result?.level !== 4) return
          expect(pathOf(triage, partial).every((step) => isAnswered(step, partial))).toBe(true)
          expect(result.fired).toEqual([])
          expect(assess(triage, partial).level).toBe(4)
        },
      ),
      RUNS,
    )
    expect(resultOf(triage, { tiles: {} })).toBeNull()
  })

  it('5. every way through the screens ends in one of the four results', () => {
    const levels = new Set<number>()
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const result = resultOf(triage, walked(personOf(answers)))
        expect([1, 2, 3, 4]).toContain(result?.level)
        if (result) levels.add(result.level)
      }),
      RUNS,
    )
    fc.assert(
      fc.property(someAge, someRegion, (age, region) => {
        const { tiles } = answersWith([])
        levels.add(resultOf(triage, walked({ age, region, tiles }))?.level ?? 0)
      }),
      { numRuns: 100 },
    )
    expect([...levels].sort()).toEqual([1, 2, 3, 4])
  })

  it('6. the same last answers give the same level, and the early end gives that of all answers', () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const shown = resultOf(triage, walked(personOf(answers)))
        expect(shown?.level).toBe(assess(triage, answers).level)
        expect(shown?.withinDays).toBe(assess(triage, answers).withinDays)
        const backwards = Object.fromEntries(Object.entries(answers.tiles).reverse())
        expect(assess(triage, { ...answers, tiles: backwards })).toEqual(assess(triage, answers))
      }),
      RUNS,
    )
  })

  it('7. the safety net is whole in every language, with a number to call that is never empty', async () => {
    const pack = await readPack('content')
    const { bundle } = compile(
      pack?.files ?? new Map(),
      pack?.pictures ?? new Set(),
      '2026-11-22',
      CHECKS_OF_STRUCTURE,
    )
    const all = Object.values(bundle?.words ?? {})
    expect(all.length).toBeGreaterThan(0)
    for (const { language, safetyNet, triage: itsTriage } of all) {
      expect(safetyNet.signs.length).toBe(9)
      expect(safetyNet.localNumber.trim()).not.toBe('')
      for (const emergencyNumber of ['112', safetyNet.localNumber]) {
        const filled = (message: string) =>
          String(new IntlMessageFormat(message, language.tag).format({ emergencyNumber }))
        expect(filled(safetyNet.call)).toContain(emergencyNumber)
        if (!itsTriage) continue
        expect(filled(itsTriage.levels['1'].headline)).toContain(emergencyNumber)
        expect(filled(itsTriage.levels['1'].headlineUnsure)).toContain(emergencyNumber)
      }
    }
    expect(all[0]?.safetyNet.signs).toEqual([
      'Numbness between your legs',
      'Trouble peeing or pooping',
      'New pain, numbness or weakness in both legs',
      'A foot that drops',
      'Fever with back pain',
      'One leg that swells',
      'Chest pain or trouble breathing',
      'A cold, pale or blue foot',
      'Pain after a big fall',
    ])
  })

  it('8. no result names what somebody has, or says that all is well', () => {
    const english = words.get('en')
    if (!english) throw new Error('there are no English words')
    const { says, levels, advice, why } = english
    const shown = [says, advice, why, ...Object.values(levels)].flatMap((group) =>
      Object.values(group).map(String),
    )
    expect(shown.length).toBeGreaterThan(60)
    const NAMED =
      /\b(cauda|sciatica|stroke|clot|thrombosis|infection|sepsis|fracture|gangrene|charcot|arthritis|gout|stenosis|shingles|embolism|syndrome|tumou?r|slipped|herniat|disc)\b/i
    const FINDING = /\byou have\b|\bthis is (a|an|your|just|only)\b|\byou (may|might|could) have\b/i
    const COMFORT =
      /\byou are (fine|ok|okay|healthy|well)\b|nothing (serious|wrong)|just a |no need to|do not worry|harmless/i
    for (const text of shown) {
      expect(text).not.toMatch(NAMED)
      expect(text).not.toMatch(FINDING)
      expect(text).not.toMatch(COMFORT)
    }
  })

  it('8b. what is private is named on its card and nowhere else', () => {
    const hidden = triage.screens.screens.flatMap(({ tiles }) =>
      tiles.filter((tile) => tile.private),
    )
    expect(hidden.map(({ id }) => id)).toEqual([
      'N1',
      'N2',
      'N3',
      'C-immune',
      'C-needle',
      'C-preg',
      'P1',
      'P2',
      'P3',
      'P4',
    ])
    for (const { tiles, says, levels, advice, why } of words.values()) {
      for (const { id } of hidden) expect(tiles[id]?.told).toBeUndefined()
      const results = JSON.stringify([says, levels, advice, why])
      expect(results).not.toMatch(
        /pregnan|prenatal|\bbaby\b|genital|\bsex\b|\bpee|poop|needle|\bHIV\b|immune|vagina|bleeding/i,
      )
    }
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const reasons = resultOf(triage, walked(personOf(answers)))?.reasons
        const named = [...(reasons?.told ?? []), ...(reasons?.unsure ?? [])]
        expect(named.filter((item) => hidden.some(({ id }) => id === item))).toEqual([])
      }),
      RUNS,
    )
  })

  it('9. no exercise can be reached from level 1 or 2', () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const { level } = assess(triage, answers)
        const shown = exercisesFor(answers)
        if (level <= 2) expect(shown).toEqual([])
        if (level === 3) {
          const gentle = ['toe-yoga', 'ankle-circles', 'pelvic-tilt', 'walking-plan']
          expect(shown.filter(({ id }) => !gentle.includes(id))).toEqual([])
        }
      }),
      RUNS,
    )
    expect(exercisesFor(answersWith(['E1']))).toEqual([])
    expect(exercisesFor(answersWith(['A6']))).toEqual([])
    expect(exercisesFor(answersWith([])).length).toBeGreaterThan(10)
  })

  it('10. no exercise is shown that a set flag forbids', () => {
    const byId = new Map(shippedExercises.map((exercise) => [exercise.id, exercise]))
    fc.assert(
      fc.property(fullAnswers, fc.subarray([...SAFETY_COLUMNS]), (answers, added) => {
        const flags = flagsOf(triage.screens, answers)
        const filter = exerciseFilterOf(triage.exerciseSafety, assess(triage, answers).level, flags)
        const signs = [...filter.signs, ...added]
        for (const { id, version } of allowedExercises(
          triage.exerciseSafety,
          shippedExercises,
          filter,
          added,
        )) {
          const exercise = byId.get(id)
          if (!exercise) throw new Error(id)
          const marks = SAFETY_COLUMNS.filter((sign) => signs.includes(sign)).map(
            (sign) => exercise.safety[sign],
          )
          expect(marks).not.toContain('no')
          if (version === 'main') expect(marks).not.toContain('change')
          expect(exercise.notWith.filter((flag) => flags.has(flag))).toEqual([])
          expect(exercise.enabled).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('11. nobody under 18 and nobody pregnant ends at level 4', () => {
    fc.assert(
      fc.property(fullAnswers, fc.boolean(), (answers, isChild) => {
        const known = isChild
          ? { ...answers, age: 'under-18' as const }
          : given(answers, 'C-preg', 'yes')
        expect(assess(triage, known).level).toBeLessThan(4)
      }),
      RUNS,
    )
  })

  it('12. diabetes or numb feet with a sore, hot or swollen foot never ends at 3 or 4', () => {
    fc.assert(
      fc.property(
        fullAnswers,
        fc.constantFrom('C-diab', 'C-numb'),
        fc.constantFrom('V3', 'V4', 'V5', 'V5x', 'V6'),
        (answers, risk, sign) => {
          const known = given(given(answers, risk, 'yes'), sign, 'yes')
          expect(assess(triage, known).level).toBeLessThanOrEqual(2)
        },
      ),
      RUNS,
    )
  })

  it('13. a sign of danger or of the nerves is at the desk in five taps, before all other signs', () => {
    const signs = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6']
    for (const sign of signs) {
      const person = personOf(answersWith([sign], { region: ['back'] }))
      let [answers, taps]: [Answers, number] = [{ tiles: {} }, 0]
      for (
        let next = nextOf(triage, answers);
        next.kind === 'ask';
        next = nextOf(triage, answers)
      ) {
        taps += tapsOf(next.step, person)
        answers = answeredBy(person, answers, next.step)
      }
      expect(resultOf(triage, answers)?.level).toBe(1)
      expect(taps).toBeLessThanOrEqual(5)
    }
    const order = pathOf(triage, answersWith([])).map(({ screen }) => screen)
    expect(order.slice(0, 4)).toEqual(['age', 'region', 'S1', 'S2'])
  })

  it('14. every rule has an id, a source, a day of review, and decides alone in a test', () => {
    const { rules, derived } = triage.ruleSet
    const decided = new Set(
      EXPECTED.flatMap(({ rules: ids, level }) => ids.map((id) => `${id} ${level}`)),
    )
    for (const rule of rules) {
      expect(rule.id).not.toBe('')
      expect(rule.sources.length).toBeGreaterThan(0)
      expect(rule.reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(decided).toContain(`${rule.id} ${rule.level}`)
    }
    const used = new Set([...rules, ...derived].flatMap(({ when }) => when.flat()))
    expect(TILES.filter((tile) => !used.has(tile))).toEqual([])
    const asked = triage.screens.screens.flatMap(({ tiles }) => tiles.map(({ id }) => id))
    expect([...asked].sort()).toEqual([...TILES].sort())
  })

  it('15. an age or a region that is not known fires every rule that rests on one', () => {
    const { rules, derived } = triage.ruleSet
    const contexts = new Set([...REGIONS, 'under-18', 'age-50-or-over', '65-or-over', 'fragile'])
    const resting = rules.filter(({ when }) => when.flat().some((flag) => contexts.has(flag)))
    expect(resting.length).toBeGreaterThan(10)
    for (const answers of [
      { age: 'unsaid', region: [] as [], tiles: {} },
      { tiles: {} },
    ] as const satisfies readonly Answers[]) {
      const flags = withDerived({ derived }, flagsOf(triage.screens, answers))
      for (const context of contexts) expect(flags).toContain(context)
    }
    for (const { when, id } of resting) {
      const items = when.flat().filter((flag) => ITEMS.includes(flag))
      const parents = ['injury', 'V3', 'C-preg']
      const answers = answersWith([...items, ...parents], { age: 'unsaid', region: [] })
      expect(assess(triage, answers).fired.map((rule) => rule.id)).toContain(id)
    }
  })

  it('16. the level depends on the answers and the version alone, and carries the version', () => {
    fc.assert(
      fc.property(fullAnswers, fc.infiniteStream(fc.nat()), (answers, dice) => {
        const shuffle = <Value>(values: readonly Value[]): Value[] =>
          values
            .map((value) => [dice.next().value, value] as const)
            .sort(([one], [other]) => one - other)
            .map(([, value]) => value)
        const screens = {
          ...triage.screens,
          screens: triage.screens.screens.map((one) => ({ ...one, tiles: shuffle(one.tiles) })),
        }
        const ruleSet = { ...triage.ruleSet, rules: shuffle(triage.ruleSet.rules) }
        const { level, withinDays, ruleSet: version } = assess(triage, Object.freeze(answers))
        expect(version).toBe('1.0')
        expect(assess({ screens, ruleSet }, answers)).toMatchObject({ level, withinDays })
        expect(decide(triage.ruleSet, flagsOf(triage.screens, answers)).level).toBe(level)
      }),
      RUNS,
    )
  })

  it('17. silence never makes a result appear, nor an emergency less urgent', () => {
    fc.assert(
      fc.property(fullAnswers, someItem, (answers, item) => {
        const person = personOf(answers)
        // Somebody walks away at some step: no result stands there, unless help is needed now.
        let known: Answers = { tiles: {} }
        for (let next = nextOf(triage, known); next.kind === 'ask'; next = nextOf(triage, known)) {
          expect(resultOf(triage, known)).toBeNull()
          known = answeredBy(person, known, next.step)
        }
        expect(rankOf(given(answers, item, undefined))).toBeLessThanOrEqual(rankOf(answers))
      }),
      { numRuns: 300 },
    )
  })

  it('18. a word that is missing in one language fails the check and hides no tile', async () => {
    const pack = await readPack('content')
    if (!pack) throw new Error('there is no pack')
    const files = new Map(pack.files)
    for (const [name, text] of pack.files) {
      if (name.startsWith('words/en/')) files.set(name.replace('/en/', '/eo/'), text)
    }
    files.set(
      'words/eo/language.yaml',
      (files.get('words/eo/language.yaml') ?? '').replace('tag: en', 'tag: eo'),
    )
    const whole = compile(files, pack.pictures, '2026-11-22', CHECKS_OF_STRUCTURE)
    expect(Object.keys(whole.bundle?.words['eo']?.triage?.tiles ?? {})).toHaveLength(
      TILES.length + 1,
    )

    const [before, after] = (files.get('words/eo/triage.yaml') ?? '').split(
      / {2}N2:\n(?: {4}.*\n)+/,
    )
    if (after === undefined) throw new Error('N2 is not where it was')
    files.set('words/eo/triage.yaml', `${before ?? ''}${after}`)
    const { bundle, problems } = compile(files, pack.pictures, '2026-11-22', CHECKS_OF_STRUCTURE)
    const told = problems.filter(({ file }) => file === 'words/eo/triage.yaml')
    expect(told).toMatchObject([{ code: 'words-missing', severity: 'error', field: 'tiles.N2' }])
    expect(bundle?.words['eo']?.triage).toBeUndefined()
    expect(bundle?.words['en']?.triage?.tiles['N2']).toBeDefined()
    expect(bundle?.triage?.screens).toEqual(triage.screens)
  })

  it('19. the rules need no network, printer, sound, disk, clock or chance', () => {
    const files = readdirSync('core/triage').map((name) => `core/triage/${name}`)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) {
        expect(from).toMatch(/^\.(\/|\.\/schema\/|\.\/exercises\/fill-in$)[a-z-]*$/)
      }
      expect(text).not.toMatch(
        /\b(fetch|Date|Math\.random|performance|process|window|globalThis)\b/,
      )
    }
  })
})

/** The exercises that the answers leave over, as a visitor finds them. */
function exercisesFor(answers: Answers) {
  const flags = flagsOf(triage.screens, answers)
  const filter = exerciseFilterOf(triage.exerciseSafety, assess(triage, answers).level, flags)
  return allowedExercises(triage.exerciseSafety, shippedExercises, filter)
}
