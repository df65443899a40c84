import { describe, expect, it, vi } from 'vitest'
import {
  AGE_BANDS,
  REGIONS,
  type Age,
  type Answer,
  type Answers,
} from '../../../core/schema/triage'
import { assess, resultOf } from '../../../core/triage/result-of'
import {
  isAnswered,
  nextOf,
  pathOf,
  stepAfter,
  stepBefore,
  type Step,
} from '../../../core/triage/steps'
import { shipped } from '../../support/triage'
import { answersWith, TILES } from './expected-levels'
import { randomFrom } from './random'
import { answeredBy, tapsOf, type Person } from './walk'

// The walk takes a thousand people through all screens.
vi.setConfig({ testTimeout: 300_000 })

const { triage } = shipped
const NOTHING: Answers = { tiles: {} }
const nameOf = ({ screen, asks }: Step) => (asks === 'gate' ? `${screen} gate` : screen)

/** From the start to the result, by the answers of one person; the names of the screens shown. */
function walk(person: Person): { shown: Step[]; answers: Answers; taps: number } {
  const shown: Step[] = []
  let answers = NOTHING
  let taps = 0
  for (;;) {
    const next = nextOf(triage, answers)
    if (next.kind === 'result') return { shown, answers, taps }
    if (shown.length > 40) throw new Error('the questions do not end')
    shown.push(next.step)
    answers = answeredBy(person, answers, next.step)
    taps += tapsOf(next.step, person)
  }
}

const personWith = (
  yes: readonly string[],
  { age = '18-49', region = ['leg'] }: Partial<Pick<Person, 'age' | 'region'>> = {},
): Person => {
  const { tiles } = answersWith(yes)
  return { age, region, tiles }
}
const screensShown = (person: Person) => walk(person).shown.map(nameOf)

describe('the way through the screens', () => {
  it('is ten taps for a well adult, and ends at level 4', () => {
    const well = personWith([], { region: ['back'] })
    const { shown, answers, taps } = walk(well)
    expect(shown.map(nameOf)).toEqual([
      'age',
      'region',
      'S1',
      'S2',
      'S3',
      'S4 gate',
      'S5',
      'S6',
      'S9',
      'S10',
    ])
    expect(taps).toBe(10)
    expect(resultOf(triage, answers)).toMatchObject({ level: 4, rules: [], isUnsure: false })
  })

  it('asks about the pregnancy one screen more, and about a child one more', () => {
    expect(screensShown(personWith(['C-preg']))).toContain('S7')
    expect(screensShown(personWith([]))).not.toContain('S7')
    expect(screensShown(personWith([], { age: 'under-18' }))).toContain('S8')
    expect(screensShown(personWith([], { age: 'unsaid' }))).toContain('S8')
    expect(screensShown(personWith([]))).not.toContain('S8')
  })

  it('looks at sore skin once more, right after the screen that told of it, and once only', () => {
    const after = (yes: string[]) => {
      const shown = screensShown(personWith(yes))
      expect(shown.filter((name) => name === 'S3x')).toHaveLength(1)
      return shown[shown.indexOf('S3x') - 1]
    }
    expect(after(['V3'])).toBe('S3')
    expect(after(['V5', 'I8'])).toBe('S3')
    expect(after(['I8'])).toBe('S4')
    expect(screensShown(personWith(['V4']))).not.toContain('S3x')
  })

  it('opens the injuries on Yes and on Not sure', () => {
    const asked = (injury: Answer) => {
      const answers = { ...answersWith([]), tiles: { ...answersWith([]).tiles, injury } }
      return pathOf(triage, answers).some(({ screen, asks }) => screen === 'S4' && asks === 'tiles')
    }
    expect(asked('yes')).toBe(true)
    expect(asked('not-sure')).toBe(true)
    expect(asked('no')).toBe(false)
  })

  it('asks only for the patterns of the regions that hurt', () => {
    const tiles = (region: Person['region']) =>
      walk(personWith([], { region })).shown.find(({ screen }) => screen === 'S10')?.items
    expect(tiles(['back'])).toEqual(['A7', 'A12', 'A8'])
    expect(tiles(['leg'])).toEqual(['A8', 'A10', 'A9', 'A17', 'A16'])
    expect(tiles(['foot'])).toEqual(['A10', 'A9', 'A17', 'A16', 'A11', 'A15'])
    const all = ['A7', 'A12', 'A8', 'A10', 'A9', 'A17', 'A16', 'A11', 'A15']
    expect(tiles(['back', 'foot', 'leg'])).toEqual(all)
    expect(tiles([])).toEqual(all)
  })

  it('ends at once on a sign of danger, and keeps the answer when one goes back', () => {
    const { shown, answers } = walk(personWith(['N1']))
    expect(shown.map(nameOf)).toEqual(['age', 'region', 'S1', 'S2'])
    const last = stepBefore(triage, answers, null)
    expect(last && nameOf(last)).toBe('S2')
    expect(answers.tiles['N1']).toBe('yes')
  })

  it('goes on to where a changed answer leads', () => {
    const { answers } = walk(personWith([]))
    const changed = { ...answers, tiles: { ...answers.tiles, 'C-preg': 'not-sure' as const } }
    expect(resultOf(triage, changed)).toBeNull()
    const next = nextOf(triage, changed)
    expect(next.kind === 'ask' && nameOf(next.step)).toBe('S7')
  })

  it('shows no level 4 before everything that is due was answered', () => {
    const { shown, answers } = walk(personWith([]))
    for (const { asks, items } of shown) {
      const left = { ...answers, tiles: { ...answers.tiles } } as Answers & {
        tiles: Record<string, Answer>
      }
      if (asks === 'age') delete left.age
      else if (asks === 'region') delete left.region
      else delete left.tiles[items[0] ?? '']
      expect(resultOf(triage, left)).toBeNull()
    }
  })
})

describe('a walk at random over the screens, on, back and over again', () => {
  const AGES: readonly Age[] = [...AGE_BANDS, 'unsaid']
  const rounds = process.env['TEST_FULL'] === '1' ? 20_000 : 1_000
  const random = randomFrom(2_026)
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('there is none')
    return value
  }
  const somebody = (): Person => {
    const share = random() * 0.08
    const tiles = [...TILES, 'injury'].map((tile) => {
      const dice = random()
      return [tile, dice > share ? 'no' : dice > share / 3 ? 'yes' : 'not-sure'] as const
    })
    const region = REGIONS.filter(() => random() < 0.5)
    return { age: oneOf(AGES), region, tiles: Object.fromEntries(tiles) }
  }

  it('visits every screen, every Back and every result, and never ends elsewhere', () => {
    const visited = new Set<string>()
    const leftBackwards = new Set<string>()
    const results = new Set<number>()
    for (let round = 0; round < rounds; round += 1) {
      let person = somebody()
      let answers = NOTHING
      let at = nextOf(triage, answers)
      let seen = 0
      for (; at.kind === 'ask'; seen += 1) {
        // Whoever dithers goes on in the end: from here without any more Back.
        const mayGoBack = seen < 60
        if (seen > 140) throw new Error('the questions do not end')
        const { step } = at
        visited.add(nameOf(step))
        if (mayGoBack && random() < 0.2) {
          const before = stepBefore(triage, answers, step)
          leftBackwards.add(nameOf(step))
          expect(before === null).toBe(step.asks === 'age')
          if (before) at = { kind: 'ask', step: before }
          // Some change their mind on the way back.
          if (random() < 0.3) person = somebody()
          continue
        }
        answers = answeredBy(person, answers, step)
        expect(isAnswered(step, answers)).toBe(true)
        at = stepAfter(triage, answers, step)
        // And some look back from the result.
        const last = at.kind === 'result' && mayGoBack && random() < 0.3
        const before = last ? stepBefore(triage, answers, null) : null
        if (before) {
          leftBackwards.add('result')
          at = { kind: 'ask', step: before }
        }
      }
      const result = resultOf(triage, answers)
      if (!result) throw new Error('a result without a level')
      results.add(result.level)
      // Nothing of the way matters: what was said gives the same level from scratch.
      const final = pathOf(triage, answers).reduce(
        (known, step) => (isAnswered(step, answers) ? known : answeredBy(person, known, step)),
        answers,
      )
      if (result.level > 1) expect(assess(triage, final).level).toBe(result.level)
      else expect(assess(triage, answers).level).toBe(1)
    }
    const all = triage.screens.screens.flatMap(({ id, gate }) =>
      gate === undefined ? [id] : [id, `${id} gate`],
    )
    expect([...visited].sort()).toEqual([...all].sort())
    expect([...leftBackwards].sort()).toEqual([...all, 'result'].sort())
    expect([...results].sort()).toEqual([1, 2, 3, 4])
  })
})
