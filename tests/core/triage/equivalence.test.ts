import { describe, expect, it, vi } from 'vitest'
import {
  AGE_BANDS,
  REGIONS,
  type Age,
  type Answer,
  type Answers,
  type Region,
} from '../../../core/schema/triage'
import { assess } from '../../../core/triage/result-of'
import { withoutDerived, withParents } from '../../../core/triage/witnesses'
import { shipped } from '../../support/triage'
import { TILES } from './expected-levels'
import { randomFrom } from './random'
import { specified, specifiedFor } from './specification'

// Some of these count through hundreds of thousands of answers.
vi.setConfig({ testTimeout: 300_000 })

const { triage } = shipped
const AGES: readonly Age[] = [...AGE_BANDS, 'unsaid']
const REGION_SETS: readonly (readonly Region[])[] = Array.from({ length: 8 }, (_, bits) =>
  REGIONS.filter((_, index) => (bits >> index) & 1),
)
const ITEMS = [...TILES, 'injury']

const answersFor = (age: Age, region: readonly Region[], yes: ReadonlySet<string>): Answers => ({
  age,
  region,
  tiles: Object.fromEntries(ITEMS.map((item) => [item, yes.has(item) ? 'yes' : 'no'])),
})

/** Undefined where rules and specification agree on the answers, else what they say. */
function disagreement(answers: Answers): unknown {
  const { level, withinDays } = assess(triage, answers)
  const should = specifiedFor(answers)
  if (level === should.level && withinDays === should.withinDays) return undefined
  return { answers, says: { level, withinDays }, should }
}

function* subsetsOf(items: readonly string[]): Generator<ReadonlySet<string>> {
  for (let bits = 0; bits < 2 ** items.length; bits += 1) {
    yield new Set(items.filter((_, index) => (bits >> index) & 1))
  }
}

/** For each tile everything that its rules look at besides it, with what must be asked for that. */
const blocks = (): string[][] => {
  const byTile = new Map<string, Set<string>>()
  for (const { id, when } of triage.ruleSet.rules) {
    const name = id.replace(/[abc]$/, '')
    const block = byTile.get(name) ?? new Set()
    byTile.set(name, block)
    for (const all of when) {
      for (const plain of withoutDerived(triage, all)) {
        for (const opened of withParents(triage, plain)) opened.forEach((flag) => block.add(flag))
      }
    }
  }
  return [...byTile.values()].map((block) => [...block].filter((flag) => ITEMS.includes(flag)))
}

describe('the rules say what the specification says', () => {
  it('for every assignment of each rule-connected block, at every age and in every region', () => {
    let count = 0
    for (const block of blocks()) {
      for (const age of AGES) {
        for (const region of REGION_SETS) {
          for (const yes of subsetsOf(block)) {
            count += 1
            const wrong = disagreement(answersFor(age, region, yes))
            if (wrong) expect(wrong).toBeUndefined()
          }
        }
      }
    }
    expect(count).toBeGreaterThan(15_000)
  })

  it('for every pair of tiles across blocks, at every age and in every region', () => {
    let count = 0
    for (const [index, one] of ITEMS.entries()) {
      for (const other of ITEMS.slice(index + 1)) {
        for (const age of AGES) {
          for (const region of REGION_SETS) {
            count += 1
            const wrong = disagreement(answersFor(age, region, new Set([one, other])))
            if (wrong) expect(wrong).toBeUndefined()
          }
        }
      }
    }
    expect(count).toBe(((ITEMS.length * (ITEMS.length - 1)) / 2) * AGES.length * REGION_SETS.length)
  })

  it('for every assignment of every pair of blocks', () => {
    const all = blocks()
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        const both = [...new Set([...one, ...other])]
        for (const yes of subsetsOf(both)) {
          for (const [age, region] of [
            ['18-49', ['back']],
            ['65-plus', ['leg', 'foot']],
          ] as const) {
            const wrong = disagreement(answersFor(age, region, yes))
            if (wrong) expect(wrong).toBeUndefined()
          }
        }
      }
    }
  })

  it('for random full answers, a million at least', () => {
    const rounds = process.env['TEST_FULL'] === '1' ? 10_000_000 : 1_000_000
    const random = randomFrom(20_261_122)
    const levels = [0, 0, 0, 0, 0]
    for (let round = 0; round < rounds; round += 1) {
      const answers = randomAnswers(random)
      const should = specifiedFor(answers)
      const { level, withinDays } = assess(triage, answers)
      if (level !== should.level || withinDays !== should.withinDays) {
        expect({ answers, says: { level, withinDays } }).toEqual({ answers, says: should })
      }
      levels[level] = (levels[level] ?? 0) + 1
    }
    // Answers that are all emergencies would prove little: each level comes up often.
    for (const count of levels.slice(1)) expect(count).toBeGreaterThan(rounds / 50)
  })
})

const ALL_NO: Partial<Record<string, Answer>> = Object.fromEntries(
  ITEMS.map((item) => [item, 'no' as const]),
)

/** Full answers in which few or many tiles are yes, not sure or not answered. */
function randomAnswers(random: () => number): Answers {
  const tiles: Partial<Record<string, Answer>> = { ...ALL_NO }
  for (let left = Math.floor(random() ** 3 * 30); left > 0; left -= 1) {
    const item = ITEMS[Math.floor(random() * ITEMS.length)] ?? 'E1'
    const dice = random()
    tiles[item] = dice < 0.7 ? 'yes' : dice < 0.9 ? 'not-sure' : undefined
  }
  return {
    age: AGES[Math.floor(random() * AGES.length)] ?? 'unsaid',
    region: REGION_SETS[Math.floor(random() * REGION_SETS.length)] ?? [],
    tiles: tiles as Answers['tiles'],
  }
}

describe('the rules and the specification are the same function of all answers', () => {
  /**
   * Both only ever get more urgent by another yes. So it is enough to compare them at the edges:
   * at the fewest yeses with which the rules reach a level, where the specification must reach it
   * too, and at the most yeses with which they do not, where it must not.
   */
  const THRESHOLDS = [
    ({ level }: Ranked) => level <= 1,
    ({ level }: Ranked) => level <= 2,
    ({ level, withinDays }: Ranked) => level <= 2 || withinDays === 3,
    ({ level }: Ranked) => level <= 3,
  ] as const
  type Ranked = Pick<ReturnType<typeof specified>, 'level' | 'withinDays'>

  it.each(THRESHOLDS.map((reaches, index) => ({ reaches, index })))(
    'at threshold $index, at every age and in every region',
    ({ reaches }) => {
      let count = 0
      for (const age of AGES) {
        for (const region of REGION_SETS) {
          const edges = fewestYeses(age, region, reaches)
          if (edges.some((edge) => edge.size === 0)) {
            expect(reaches(specified(age, region, () => false))).toBe(true)
            continue
          }
          for (const edge of edges) {
            expect(reaches(specified(age, region, (tile) => edge.has(tile)))).toBe(true)
          }
          // The most yeses without the level: leave out at least one of each of the fewest.
          for (const left of hittingSets(edges)) {
            const rest = new Set(ITEMS.filter((item) => !left.has(item)))
            if (
              reaches(specified(age, region, (tile) => rest.has(tile))) ||
              reaches(assess(triage, answersFor(age, region, rest)))
            ) {
              expect({ age, region, rest }).toBeUndefined()
            }
            count += 1
          }
        }
      }
      expect(count).toBeGreaterThan(48)
    },
  )

  it('by another yes both only ever get more urgent', () => {
    const random = randomFrom(7)
    const rank = ({ level, withinDays }: Ranked) => (level === 3 && withinDays === 14 ? 3.5 : level)
    for (let round = 0; round < 50_000; round += 1) {
      const { age = 'unsaid', region = [], tiles } = randomAnswers(random)
      const more = ITEMS[Math.floor(random() * ITEMS.length)]
      const told = (tile: string) => tiles[tile] !== 'no'
      const before = rank(specified(age, region, told))
      const after = rank(specified(age, region, (tile) => tile === more || told(tile)))
      if (after > before) expect({ age, region, tiles, more }).toBeUndefined()
      if (more === undefined) continue
      const answers = { age, region, tiles }
      const withMore = { age, region, tiles: { ...tiles, [more]: 'yes' as const } }
      const [was, is] = [rank(assess(triage, answers)), rank(assess(triage, withMore))]
      if (is > was) expect({ answers, more }).toBeUndefined()
    }
  })

  /** The smallest sets of yeses with which a rule of the level fires, at this age and region. */
  function fewestYeses(
    age: Age,
    region: readonly Region[],
    reaches: (ranked: Ranked) => boolean,
  ): ReadonlySet<string>[] {
    const sets: ReadonlySet<string>[] = []
    for (const { level, withinDays, when } of triage.ruleSet.rules) {
      if (!reaches({ level, withinDays })) continue
      for (const all of when) {
        for (const plain of withoutDerived(triage, all)) {
          for (const opened of withParents(triage, plain)) {
            const yes = new Set(opened.filter((flag) => ITEMS.includes(flag)))
            // Flags of age and region hold or do not; where they do not, the rule cannot fire.
            if (reaches(assess(triage, answersFor(age, region, yes)))) sets.push(yes)
          }
        }
      }
    }
    return minimal(sets)
  }

  const minimal = (sets: readonly ReadonlySet<string>[]) =>
    [...new Map(sets.map((set) => [[...set].sort().join(), set])).values()].filter(
      (set, _, all) => !all.some((other) => other.size < set.size && isWithin(other, set)),
    )
  const isWithin = (small: ReadonlySet<string>, large: ReadonlySet<string>) =>
    [...small].every((item) => large.has(item))

  /** The smallest sets that hold something of each (C. Berge, Hypergraphs, 1989). */
  function hittingSets(edges: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
    let hitting: ReadonlySet<string>[] = [new Set()]
    for (const edge of [...edges].sort((one, other) => one.size - other.size)) {
      const [hit, missed] = [[], []] as [ReadonlySet<string>[], ReadonlySet<string>[]]
      for (const set of hitting) ([...edge].some((item) => set.has(item)) ? hit : missed).push(set)
      const wider = missed.flatMap((set) => [...edge].map((item) => new Set([...set, item])))
      hitting = [...hit, ...wider.filter((set) => !hit.some((other) => isWithin(other, set)))]
    }
    return hitting
  }
})
