import type { Answers, TriageScreen } from '../schema/triage'
import { decide } from './decide'
import { flagsOf, isAsked } from './flags-of'
import type { Triage } from './triage'

/** One thing to ask: the age, the region, the gate of a screen, or its tiles that are due. */
export interface Step {
  screen: string
  asks: 'age' | 'region' | 'gate' | 'tiles'
  /** Ids of the tiles, or of the gate; empty for age and region. */
  items: readonly string[]
}

/** What comes next: one thing to ask, or the result. */
export type Next = { kind: 'ask'; step: Step } | { kind: 'result' }

/**
 * All that has to be asked, in order, as far as the answers so far tell. A screen that is asked at
 * once follows the screen that opened it.
 */
export function pathOf({ screens }: Triage, answers: Answers): Step[] {
  const told = flagsOf(screens, answers, 'no')
  const path: Step[] = []
  const asked = new Set<string>()
  const ask = (screen: TriageScreen): void => {
    path.push(...stepsOf(screen, answers, told))
    for (const { id } of screen.tiles) asked.add(id)
  }
  let waiting = screens.screens.filter(({ atOnce }) => atOnce)
  for (const screen of screens.screens) {
    if (screen.atOnce || !isAsked(screen, told)) continue
    ask(screen)
    const opened = waiting.filter(({ askIf }) => askIf?.some((f) => told.has(f) && asked.has(f)))
    opened.forEach(ask)
    waiting = waiting.filter((one) => !opened.includes(one))
  }
  return path
}

function stepsOf(screen: TriageScreen, answers: Answers, told: ReadonlySet<string>): Step[] {
  if (screen.asks !== 'tiles') return [{ screen: screen.id, asks: screen.asks, items: [] }]
  const steps: Step[] = []
  if (screen.gate !== undefined) {
    steps.push({ screen: screen.id, asks: 'gate', items: [screen.gate] })
    if (!told.has(screen.gate)) return steps
  }
  // Before the region is known no tile of a region is due, so the screen stands for itself.
  const isDue = ({ regions }: TriageScreen['tiles'][number]) =>
    regions === undefined || answers.region === undefined || regions.some((r) => told.has(r))
  const items = screen.tiles.filter(isDue).map(({ id }) => id)
  return [...steps, { screen: screen.id, asks: 'tiles', items }]
}

/** Was everything that the step asks answered? */
export function isAnswered({ asks, items }: Step, answers: Answers): boolean {
  if (asks === 'age') return answers.age !== undefined
  if (asks === 'region') return answers.region !== undefined
  return items.every((item) => answers.tiles[item] !== undefined)
}

/**
 * Does what was said already need help now? Then the questions end at once; no other answer could
 * make the result less urgent.
 */
export const endsAtOnce = ({ screens, ruleSet }: Triage, answers: Answers): boolean =>
  decide(ruleSet, flagsOf(screens, answers, 'no')).level === 1

/** Answers in, the next thing out: the first that is due and not answered, else the result. */
export function nextOf(triage: Triage, answers: Answers): Next {
  if (endsAtOnce(triage, answers)) return { kind: 'result' }
  const step = pathOf(triage, answers).find((one) => !isAnswered(one, answers))
  return step ? { kind: 'ask', step } : { kind: 'result' }
}

/**
 * What follows a step when one goes on from it, also where one went back and the next steps keep
 * their answers: the step after it, and from the last one whatever is still open, else the result.
 */
export function stepAfter(triage: Triage, answers: Answers, from: Step): Next {
  if (endsAtOnce(triage, answers)) return { kind: 'result' }
  const path = pathOf(triage, answers)
  const next = path[indexIn(path, from) + 1]
  return next ? { kind: 'ask', step: next } : nextOf(triage, answers)
}

/** What precedes a step, or the result where none is given; null before the first. */
export function stepBefore(triage: Triage, answers: Answers, from: Step | null): Step | null {
  const path = pathOf(triage, answers)
  if (from) return path[indexIn(path, from) - 1] ?? null
  return path.findLast((step) => isAnswered(step, answers)) ?? null
}

const indexIn = (path: readonly Step[], { screen, asks }: Step): number =>
  path.findIndex((step) => step.screen === screen && step.asks === asks)
