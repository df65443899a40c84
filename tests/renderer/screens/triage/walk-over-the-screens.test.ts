import { afterEach, describe, expect, it, vi } from 'vitest'
import { openTriage, type OpenTriage } from './open-triage'

// Some thousand presses; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * The screens in the order of the specification, written by hand: what is shown to a child who
 * might be pregnant, hurt the foot, and has a patch of sore skin, is all that there is.
 */
const EVERYTHING = [
  'age-age',
  'region-region',
  'S1-tiles',
  'S2-tiles',
  'S3-tiles',
  'S3x-tiles',
  'S4-gate',
  'S4-tiles',
  'S5-tiles',
  'S6-tiles',
  'S7-tiles',
  'S8-tiles',
  'S9-tiles',
  'S10-tiles',
]
const YES = ['V3', 'injury', 'C-preg']

/** Where each way out of a screen leads; what a screen has beside them changes answers alone. */
type Way = 'back' | 'start-over' | 'signs' | 'help' | 'unsure' | 'on'
const WAYS_OF = (step: string): readonly Way[] => {
  if (step === 'age-age') return ['back', 'start-over', 'signs', 'on']
  if (step === 'region-region') return ['back', 'start-over', 'unsure', 'on']
  if (step.endsWith('-gate')) return ['back', 'start-over', 'on']
  return ['back', 'start-over', 'help', 'unsure', 'on']
}
/** Every control on the screens is one of these; a new one has to be put here, and be walked. */
const CONTROLS: Readonly<Record<string, Way | 'answer'>> = {
  '.back': 'back',
  '.start-over': 'start-over',
  '.to-signs': 'signs',
  '.help': 'help',
  '.unsure': 'unsure',
  '.primary': 'on',
  '[data-age]': 'answer',
  '[data-region]': 'answer',
  '[data-answer]': 'answer',
  '[data-tile]': 'answer',
  '[data-place]': 'answer',
  '.many': 'answer',
  '.tell-staff': 'answer',
  '.hide': 'answer',
}

/** Answers that end at each level, and what its result lets one do. */
const RESULTS = [
  { level: '1', yes: ['E1'], last: 'S1-tiles', exits: ['print'] },
  { level: '2', yes: ['V2'], last: 'S10-tiles', exits: ['print'] },
  { level: '3', yes: ['A1'], last: 'S10-tiles', exits: ['print', 'to-exercises'] },
  { level: '4', yes: [], last: 'S10-tiles', exits: ['print', 'to-exercises'] },
]

describe('invariant 5: a walk over the screens that takes every way there is', () => {
  let open: OpenTriage
  afterEach(() => open.screen.unmount())

  const controls = (): { way: Way | 'answer' | undefined; name: string }[] =>
    open.screen.findAll('.triage .step-layout button').map((button) => {
      const entry = Object.entries(CONTROLS).find(([selector]) => button.element.matches(selector))
      return { way: entry?.[1], name: button.element.outerHTML.slice(0, 80) }
    })
  const isAtStart = (): void => {
    expect(open.at()).toBe('age-age')
    expect(open.screen.findAll('[data-age][aria-pressed=true]')).toEqual([])
  }
  const toStep = (step: string) => open.answer(YES, step, 'under-18')
  /** On from a step, by the answers of who is shown everything. */
  const onFrom = async (step: string): Promise<void> => {
    const next = EVERYTHING[EVERYTHING.indexOf(step) + 1] ?? 'result'
    await open.answer(YES, next, 'under-18')
  }
  const answersOf = (): string[] =>
    open.screen.findAll('[aria-pressed=true]').map(({ element }) => element.outerHTML.slice(0, 80))

  /** Each control is known to the walk, and the screen has every way out that it should have. */
  function expectWays(step: string): void {
    const found = controls()
    for (const { way, name } of found) expect(way, `unknown: ${name}`).toBeDefined()
    const ways = found.map(({ way }) => way).filter((way) => way !== 'answer')
    const expected = WAYS_OF(step).filter((way) => {
      // Where one touch answers there is no Next, and nothing to forget before the first.
      if (way === 'on') return step.endsWith('-tiles')
      return way !== 'start-over' || step !== 'age-age'
    })
    expect(ways.sort()).toEqual([...expected].sort())
  }

  it('shows each screen in its order, takes every way out of it, and comes out where it should', async () => {
    const taken = new Set<string>()
    const take: Record<Way, (step: string) => Promise<void>> = {
      back: async (step) => {
        const before = EVERYTHING[EVERYTHING.indexOf(step) - 1]
        await open.press('.triage .back')
        if (before === undefined) {
          expect(open.place()).toBe('home')
          await open.router.push('/')
          return
        }
        expect(open.at()).toBe(before)
        await onFrom(before)
        expect(open.at()).toBe(step)
      },
      'start-over': async (step) => {
        if (step === 'age-age') {
          // Only who has said an age can take it back.
          expect(open.screen.find('.start-over').exists()).toBe(false)
          await onFrom(step)
          await open.press('.triage .back')
        }
        await open.press('.triage .start-over')
        isAtStart()
        await toStep(step)
      },
      signs: async (step) => {
        await open.press('.triage .to-signs')
        expect(open.place()).toBe('signs')
        await open.router.push('/')
        await vi.waitFor(() => expect(open.at()).toBe(step))
      },
      help: async (step) => {
        const before = answersOf()
        await open.press('.triage .help')
        expect(open.screen.find('dialog .close').exists()).toBe(true)
        await open.press('dialog .close')
        expect(open.at()).toBe(step)
        expect(answersOf()).toEqual(before)
      },
      unsure: async (step) => {
        await open.press('.triage .answers .unsure')
        if (step === 'region-region') {
          expect(open.at()).toBe('S1-tiles')
          await open.press('.triage .back')
        } else {
          expect(open.at()).toBe(step)
          expect(open.screen.findAll('[data-line]').length).toBeGreaterThan(0)
          expect(open.screen.findAll('[data-tile]')).toEqual([])
          await open.press('.triage .answers .unsure')
        }
        expect(open.at()).toBe(step)
      },
      on: async (step) => {
        await onFrom(step)
        const next = EVERYTHING[EVERYTHING.indexOf(step) + 1] ?? 'result'
        expect(open.at()).toBe(next)
      },
    }
    open = await openTriage()
    for (const step of EVERYTHING) {
      expect(open.at()).toBe(step)
      expectWays(step)
      for (const way of WAYS_OF(step)) {
        await take[way](step)
        taken.add(`${step} ${way}`)
      }
    }
    expect(open.at()).toBe('result')
    const all = EVERYTHING.flatMap((step) => WAYS_OF(step).map((way) => `${step} ${way}`))
    expect([...taken].sort()).toEqual([...all].sort())
  })

  it('goes back from the last question to the first, with every answer kept', async () => {
    open = await openTriage()
    await toStep('result')
    const shown: string[] = []
    for (;;) {
      await open.press('.triage .back')
      if (open.place() === 'home') break
      shown.push(open.at())
      for (const id of YES.filter((id) => open.screen.find(`[data-tile=${id}]`).exists()))
        expect(open.screen.get(`[data-tile=${id}]`).attributes('aria-pressed')).toBe('true')
    }
    expect(shown).toEqual([...EVERYTHING].reverse())
  })

  it.each(RESULTS)(
    'leaves the result of level $level by each of its exits, and by no other',
    async ({ level, yes, last, exits }) => {
      open = await openTriage()
      await open.answer(yes)
      const hasLevel = () => expect(open.screen.get('.triage').attributes('data-level')).toBe(level)
      hasLevel()
      const found = open.screen
        .findAll('.triage button')
        .map(({ element }) =>
          [...element.classList].find((name) => /^(back|start-over|print|to-)/.test(name)),
        )
      expect(found.sort()).toEqual(['back', 'start-over', ...exits].sort())
      for (const exit of exits) {
        await open.press(`.result .${exit}`)
        expect(open.place()).toBe(exit === 'print' ? 'handout' : 'exercises')
        await open.router.push('/')
        await vi.waitFor(hasLevel)
      }
      await open.press('.result .back')
      expect(open.at()).toBe(last)
      await open.press('.answers .primary')
      hasLevel()
      await open.press('.result .start-over')
      isAtStart()
    },
  )
})
