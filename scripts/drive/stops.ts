import type { Locator, Page } from '@playwright/test'
import { isStill, type Kiosk } from './kiosk'
import { bringIntoReach } from './reach'

/** One thing to look at: a screen, a slide, an open dialog. */
export interface Stop {
  /** Where it stands, like story/07-rolls-in. */
  name: string
  page: Page
}

/** The places that a walk can be narrowed to. */
export const PLACES = [
  'attract',
  'home',
  'signs',
  'triage',
  'story',
  'evidence',
  'chapters',
  'called',
  'explorer',
  'exercises',
  'exercise-tabs',
  'staff',
] as const
export type Place = (typeof PLACES)[number]
/**
 * All but the hundreds of pages of text that every exercise has, and staff mode, which has a walk of
 * its own (staff-stops.ts).
 */
export const QUICK_PLACES: readonly Place[] = PLACES.filter(
  (place) => place !== 'exercise-tabs' && place !== 'staff',
)

/** How a visitor has set the screen. */
export interface Look {
  /** 1 (standard) to 4. */
  text: number
  theme: 'light' | 'dark'
  /** A language tag; as the kiosk starts where it is missing. */
  lang?: string
  /** Everything that can be touched lies in the lower part of the glass. */
  reach?: boolean
}

/** Sets the screen as a visitor would, by the bar at the bottom. */
export async function setLook(page: Page, look: Look): Promise<void> {
  if (look.lang) {
    await press(page, `.comfort-bar [data-language='${look.lang}']`)
    await page.waitForFunction((tag) => document.documentElement.lang === tag, look.lang)
    await page.evaluate(() => document.fonts.ready)
  }
  for (let size = 1; size < look.text; size++) await press(page, '.comfort-bar .text-size')
  if (look.theme === 'dark') await press(page, '.comfort-bar .theme')
  if (look.reach) await press(page, '.comfort-bar .reach')
}

export const press = async (page: Page, selector: string): Promise<void> => {
  await touch(page.locator(selector))
  await isStill(page)
}

/** Touches a control, wherever reach mode has it now. */
export const touch = async (control: Locator): Promise<void> => {
  await bringIntoReach(control)
  await control.click()
}

/**
 * Walks through every screen, every slide and every dialog of the kiosk by its own controls, in
 * whatever language it speaks. A screen that is added here is photographed and measured from then.
 */
export async function* everyStop(
  kiosk: Kiosk,
  look: Look = { text: 1, theme: 'light' },
  places: readonly Place[] = QUICK_PLACES,
): AsyncGenerator<Stop> {
  const page = kiosk.page()
  const goes = (place: Place): boolean => places.includes(place)

  if (goes('attract')) yield { name: 'attract/first-line', page }
  await press(page, '.attract .touch')
  await page.waitForSelector('main.home')
  await setLook(page, look)
  await isStill(page)
  if (goes('home')) yield { name: 'home/fresh', page }
  if (goes('signs')) {
    await press(page, '.doors .to-triage')
    await press(page, '.triage .to-signs')
    yield { name: 'signs/safety-net', page }
    await press(page, '.signs .close')
    await press(page, '.triage .back')
    await page.waitForSelector('main.home')
  }
  if (goes('triage')) yield* everyTriageStop(page)
  if (goes('called')) {
    await press(page, '.comfort-bar .called')
    yield { name: 'called/question', page }
    await press(page, 'dialog[open] .choices > :nth-child(2)')
  }
  if (goes('exercises') || goes('exercise-tabs')) yield* everyExercise(page, goes)
  if (goes('explorer')) yield* everyExplorerStop(page)
  if (!goes('story') && !goes('evidence') && !goes('chapters')) return
  await press(page, '.minutes .chips > :last-child')
  await page.waitForSelector('.story')
  if (goes('chapters')) yield* pagesOfDialog(page, '.to-chapters', 'chapters/map')
  yield* everySlide(page, goes)
  await page.waitForSelector('main.home')
  if (goes('home')) yield { name: 'home/after-the-story', page }
}

/** Somebody who answers the questions; what is not named is No. */
interface Person {
  age: string
  regions: readonly string[]
  yes: readonly string[]
}
const RESULTS: readonly [string, Person][] = [
  ['level-4', { age: '18-49', regions: ['back'], yes: [] }],
  ['level-3', { age: '50-59', regions: ['back', 'leg'], yes: ['C-preg', 'A1', 'A3', 'A12'] }],
  ['level-3-no-exercises', { age: '18-49', regions: ['foot'], yes: ['V6'] }],
  ['level-2', { age: '65-plus', regions: ['back'], yes: ['I2', 'F4', 'C-needle', 'A6'] }],
  ['level-1', { age: '18-49', regions: ['back'], yes: ['N1'] }],
  ['level-1-many', { age: '18-49', regions: ['leg'], yes: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'] }],
]

/** Every question with its help, as tiles and as lines, what is hidden, and each of the results. */
async function* everyTriageStop(page: Page): AsyncGenerator<Stop> {
  await press(page, '.doors .to-triage')
  yield { name: 'triage/01-age', page }
  await press(page, '[data-age="18-49"]')
  yield { name: 'triage/02-region', page }
  await press(page, '.triage .many')
  await press(page, '[data-place=back]')
  await press(page, '[data-place=leg]')
  await press(page, '[data-region=foot]')
  yield { name: 'triage/02-region-more-than-one', page }
  await press(page, '.triage .next')
  // A child who might be pregnant is asked everything that there is.
  await press(page, '.triage .back')
  await press(page, '.triage .back')
  await press(page, '[data-age=under-18]')
  await press(page, '.triage .next')
  const everything = ['injury', 'V3', 'C-preg']
  for (let number = 3; (await stepOf(page)) !== 'result'; number++)
    yield* everyViewOfStep(page, `triage/${String(number).padStart(2, '0')}`, everything)
  for (const [name, person] of RESULTS) {
    await press(page, '.triage .start-over')
    await answerAll(page, person)
    yield* pagesOfResult(page, `triage/${name}`)
  }
  await press(page, '.triage .start-over')
  await answerUntil(page, { age: '18-49', regions: ['back'], yes: [] }, 'S2-tiles')
  await toPrivateCard(page)
  await press(page, '.private-card .tell-staff')
  yield { name: 'triage/private-tell-staff', page }
  await press(page, '.private-card .hide')
  yield { name: 'triage/private-hidden', page }
  await press(page, '.triage .next')
  yield* pagesOfResult(page, 'triage/level-1-not-sure')
  await press(page, '.triage .start-over')
  await answerAll(page, { age: 'under-18', regions: ['back'], yes: [] })
  await press(page, '.triage .to-exercises')
  await page.waitForSelector('.exercises')
  yield { name: 'triage/exercises-gentle', page }
  await press(page, '.answers-note .to-result')
  await press(page, '.triage .start-over')
  await answerAll(page, { age: '18-49', regions: ['foot'], yes: ['V6'] })
  await press(page, '.comfort-bar .to-home')
  await press(page, '.doors .to-exercises')
  yield { name: 'triage/exercises-closed', page }
  await press(page, '.answers-note .to-result')
  await press(page, '.triage .start-over')
  await press(page, '.triage .back')
  await page.waitForSelector('main.home')
}

const stepOf = async (page: Page): Promise<string> => {
  await isStill(page)
  return (await page.locator('.triage').getAttribute('data-step')) ?? ''
}

/** The tiles of a step with their help, as lines, and what is private; then on by these answers. */
async function* everyViewOfStep(
  page: Page,
  prefix: string,
  yes: readonly string[],
): AsyncGenerator<Stop> {
  const step = await stepOf(page)
  const name = `${prefix}-${step}`
  if (step.endsWith('-gate')) {
    yield { name, page }
    return answerStep(page, { age: '', regions: [], yes })
  }
  for (let part = 1; (await stepOf(page)) === step; part++) {
    yield { name: part === 1 ? name : `${name}-part-${part}`, page }
    yield* pagesOfDialog(page, '.triage .help', `${name}-part-${part}-help`)
    if ((await page.locator('.private-card').count()) > 0 && step === 'S5-tiles') {
      await press(page, '.private-card .hide')
      yield { name: `${name}-part-${part}-hidden`, page }
      await press(page, '.private-card .hide')
    }
    await answerPage(page, yes)
  }
  // The same step as lines of Yes, No and Not sure, which need more room.
  await press(page, '.triage .back')
  while ((await stepOf(page)) === step && (await isOnLaterPage(page)))
    await press(page, '.triage .back')
  await press(page, '.triage .unsure')
  for (let part = 1; (await stepOf(page)) === step; part++) {
    if ((await page.locator('.answer-line').count()) === 0) await press(page, '.triage .unsure')
    yield { name: `${name}-unsure-${part}`, page }
    await answerPage(page, yes)
  }
}

const isOnLaterPage = async (page: Page): Promise<boolean> =>
  (await page.locator('.triage').getAttribute('data-page')) !== '0'

/** Says what the person would say to the step that shows, page by page. */
async function answerStep(page: Page, { age, regions, yes }: Person): Promise<void> {
  const step = await stepOf(page)
  if (step === 'age-age') return press(page, `[data-age="${age}"]`)
  if (step === 'region-region') {
    if (regions.length === 1) return press(page, `[data-region=${regions[0]}]`)
    if (regions.length === 0) return press(page, '.triage .answers .unsure')
    await press(page, '.triage .many')
    for (const region of regions) await press(page, `[data-region=${region}]`)
    return press(page, '.triage .next')
  }
  if (step.endsWith('-gate')) {
    const isYes = yes.includes('injury') || yes.some((id) => /^I\d/.test(id))
    return press(page, `[data-answer=${isYes ? 'yes' : 'no'}]`)
  }
  while ((await stepOf(page)) === step) await answerPage(page, yes)
}

/** Taps what is so among the tiles that show, or answers each line, and goes on. */
async function answerPage(page: Page, yes: readonly string[]): Promise<void> {
  await isStill(page)
  for (const id of await page.locator('[data-tile]').all()) {
    const isYes = yes.includes((await id.getAttribute('data-tile')) ?? '')
    const isPressed = (await id.getAttribute('aria-pressed')) === 'true'
    if (isYes !== isPressed) await touch(id)
  }
  for (const line of await page.locator('[data-line]').all()) {
    const isYes = yes.includes((await line.getAttribute('data-line')) ?? '')
    await touch(line.locator(`[data-answer=${isYes ? 'yes' : 'no'}]`))
  }
  await press(page, '.triage .answers .primary')
}

export async function answerUntil(page: Page, person: Person, end: string): Promise<void> {
  while ((await stepOf(page)) !== end) await answerStep(page, person)
}

/** Answers everything that is asked, to the result. */
export const answerAll = (page: Page, person: Person): Promise<void> =>
  answerUntil(page, person, 'result')

/** Goes on through the pages of a step to the one with the private card. */
async function toPrivateCard(page: Page): Promise<void> {
  while ((await page.locator('.private-card').count()) === 0) await answerPage(page, [])
}

async function* pagesOfResult(page: Page, name: string): AsyncGenerator<Stop> {
  for (let number = 1; ; number++) {
    await isStill(page)
    yield { name: `${name}-${number}`, page }
    if ((await page.locator('.result .more:visible').count()) === 0) return
    if (number > 5) throw new Error('the pages of the result do not end')
    await press(page, '.result .more')
  }
}

/** The chain explorer: each foot and leg, what lies under them, each view, a walk, and step by step. */
async function* everyExplorerStop(page: Page): AsyncGenerator<Stop> {
  const slide = async (slider: string, key: string, times = 1): Promise<void> => {
    await page.locator(`.sliders .${slider} input`).focus()
    for (let time = 0; time < times; time++) await page.keyboard.press(key)
    await lightsAreLit(page)
  }
  await press(page, '.to-explorer')
  yield { name: 'explorer/01-neutral', page }
  await slide('arch', 'Home')
  yield { name: 'explorer/02-flat-feet', page }
  await press(page, '[data-view=front]')
  yield { name: 'explorer/03-flat-feet-from-the-front', page }
  await press(page, '[data-view=side]')
  yield { name: 'explorer/04-flat-feet-from-the-side', page }
  await press(page, '.support')
  yield { name: 'explorer/05-flat-feet-on-inserts', page }
  await press(page, '.support')
  await press(page, '[data-view=back]')
  await press(page, '[data-foot=left]')
  yield { name: 'explorer/06-one-flat-foot', page }
  for (let number = 1; number <= 3; number++) {
    await press(page, '.step')
    yield { name: `explorer/07-step-${number}`, page }
  }
  await press(page, '[data-foot=both]')
  await slide('arch', 'End')
  yield { name: 'explorer/08-high-arches', page }
  await slide('arch', 'ArrowLeft', 10)
  await slide('calf', 'End')
  await press(page, '[data-view=side]')
  yield { name: 'explorer/09-tight-calf', page }
  await press(page, '.walk')
  yield { name: 'explorer/10-tight-calf-walking', page }
  await press(page, '.walk')
  await slide('calf', 'Home')
  await press(page, '[data-view=back]')
  await slide('legs', 'End')
  yield { name: 'explorer/11-one-leg-shorter', page }
  await press(page, '.support')
  yield { name: 'explorer/12-one-leg-shorter-on-a-lift', page }
  yield* pagesOfDialog(page, '.evidence-mark', 'explorer/13-evidence')
  await press(page, '.comfort-bar .to-home')
}

/** The links of the explorer have lit up in turn to the last. */
export const lightsAreLit = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const { links, lights } = document.querySelector<HTMLElement>('.explorer')?.dataset ?? {}
    return lights === links
  })
  await isStill(page)
}

async function* everySlide(page: Page, goes: (place: Place) => boolean): AsyncGenerator<Stop> {
  const ids = new Set<string>()
  for (let number = 1; await page.locator('.story').count(); number++) {
    await isStill(page)
    const id = (await page.locator('.slide').getAttribute('data-slide')) ?? ''
    if (ids.has(id)) throw new Error(`the story came to ${id} twice`)
    ids.add(id)
    const name = `${String(number).padStart(2, '0')}-${id}`
    if (goes('story')) yield { name: `story/${name}`, page }
    if (goes('story') && (await page.locator('.answer').count())) {
      await press(page, '.answers .answer:last-child')
      await isStill(page)
      yield { name: `story/${name}-answered`, page }
    }
    if (goes('evidence') && (await page.locator('.evidence-mark').count()))
      yield* pagesOfDialog(page, '.evidence-mark', `evidence/${name}`)
    await press(page, '.steps .next')
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.slide')?.dataset['slide'] !== old,
      id,
    )
  }
}

/** Opens a dialog, shows each of its pages, and closes it. */
export async function* pagesOfDialog(
  page: Page,
  opener: string,
  name: string,
  choice?: string,
): AsyncGenerator<Stop> {
  await press(page, opener)
  if (choice) await press(page, `dialog[open] ${choice}`)
  for (let number = 1; ; number++) {
    await isStill(page)
    yield { name: `${name}-${number}`, page }
    const more = page.locator('dialog[open] .more')
    if ((await more.count()) === 0) break
    await press(page, 'dialog[open] .more')
  }
  await press(page, 'dialog[open] .close')
}

/** The grid with its dialogs, each exercise, one of them done together, relief, and the handout. */
async function* everyExercise(page: Page, goes: (place: Place) => boolean): AsyncGenerator<Stop> {
  await press(page, '.doors .to-exercises')
  await page.waitForSelector('.exercises .grid-card')
  yield* pagesOfGrid(page, 'exercises/grid')
  await press(page, '.controls .filter')
  yield { name: 'exercises/filter', page }
  await press(page, '[data-position=sit]')
  await press(page, '[data-link=heel]')
  yield { name: 'exercises/filter-chosen', page }
  await press(page, 'dialog[open] .close')
  yield { name: 'exercises/grid-filtered', page }
  await press(page, '.controls .filter')
  await press(page, 'dialog[open] .all')
  yield* everyExercisePage(page, goes)
  yield* guidedStops(page)
  yield* pagesOfDialog(page, '.controls .leave-out', 'exercises/leave-out', '[data-sign=neu]')
  yield { name: 'exercises/grid-with-numb-feet', page }
  yield* pagesOfDialog(page, '.left-out .why', 'exercises/left-out')
  await press(page, '[data-card=sole-stretch]')
  await page.waitForSelector('.detail')
  yield { name: 'exercises/easier-only', page }
  await press(page, '[data-tab=care]')
  yield { name: 'exercises/easier-only-care', page }
  await press(page, '.actions .all')
  await page.waitForSelector('.exercises .grid-card')
  await press(page, '.tabs .tab:nth-child(2)')
  yield* pagesOfGrid(page, 'exercises/relief')
  yield* everyReliefPage(page)
  await press(page, '.comfort-bar .to-home')
  await page.waitForSelector('.home')
  yield { name: 'exercises/home-with-handout', page }
  await press(page, '.doors .to-handout')
  await page.waitForSelector('.handout')
  yield { name: 'exercises/handout', page }
  await press(page, '.comfort-bar .to-home')
  await page.waitForSelector('.home')
}

/** Shows each page of the grid, and comes back to the first. */
async function* pagesOfGrid(page: Page, name: string): AsyncGenerator<Stop> {
  for (let number = 1; ; number++) {
    await hasPictures(page)
    yield { name: `${name}-${number}`, page }
    if ((await page.locator('.more-cards:visible').count()) === 0) break
    await press(page, '.more-cards')
  }
  while (await page.locator('.pages .earlier:visible').count()) await press(page, '.pages .earlier')
}

const hasPictures = async (page: Page): Promise<void> => {
  await isStill(page)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.grid-card .picture')].every((some) => some.childElementCount),
  )
}

/** Each exercise with how it is done, moving and as stills; the first, or all, with every tab. */
async function* everyExercisePage(
  page: Page,
  goes: (place: Place) => boolean,
): AsyncGenerator<Stop> {
  await press(page, '.cards li:first-child .grid-card')
  await page.waitForSelector('.detail')
  const seen = new Set<string>()
  for (;;) {
    const id = (await page.locator('.detail').getAttribute('data-exercise')) ?? ''
    if (seen.has(id)) break
    seen.add(id)
    const name = `exercises/${String(seen.size).padStart(2, '0')}-${id}`
    yield* pagesOfTab(page, name)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.waitForSelector('.detail [data-still=end]')
    yield { name: `${name}-stills`, page }
    await page.emulateMedia({ reducedMotion: null })
    await page.waitForSelector('.detail [data-still=end]', { state: 'detached' })
    if (seen.size === 1) await press(page, '.actions .add')
    if (seen.size === 1 || goes('exercise-tabs')) yield* everyTab(page, name)
    await press(page, '.actions .next')
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.detail')?.dataset['exercise'] !== old,
      id,
    )
  }
  await press(page, '.actions .all')
  await page.waitForSelector('.exercises .grid-card')
}

async function* everyTab(page: Page, name: string): AsyncGenerator<Stop> {
  await press(page, '[data-tab=howMuch]')
  yield* pagesOfTab(page, `${name}-how-much`)
  for (const way of ['easier', 'harder']) {
    if ((await page.locator(`[data-way=${way}]`).count()) === 0) continue
    await press(page, `[data-way=${way}]`)
    yield* pagesOfTab(page, `${name}-how-much-${way}`)
  }
  await press(page, '[data-tab=care]')
  yield* pagesOfTab(page, `${name}-care`)
}

async function* pagesOfTab(page: Page, name: string): AsyncGenerator<Stop> {
  await isStill(page)
  yield { name, page }
  for (let number = 2; await page.locator('.turn.has-more').count(); number++) {
    await press(page, '.turn')
    yield { name: `${name}-${number}`, page }
  }
}

/** One exercise that has all kinds of phases: sides, parts, sets, holds. */
async function* guidedStops(page: Page): AsyncGenerator<Stop> {
  while (!(await page.locator('[data-card=toe-yoga]').count())) await press(page, '.more-cards')
  await press(page, '[data-card=toe-yoga]')
  await page.waitForSelector('.detail')
  await press(page, '.actions .guided')
  await page.waitForSelector('.guided')
  await press(page, '.controls .pause')
  const seen = new Set<string>()
  for (;;) {
    const phase = (await page.locator('.guided').getAttribute('data-phase')) ?? ''
    if (!seen.has(phase)) yield { name: `exercises/guided-${seen.size + 1}-${phase}`, page }
    seen.add(phase)
    if (phase === 'done') break
    await press(page, '.controls .skip')
  }
  await press(page, '.controls .end')
  await page.waitForSelector('.detail')
  await press(page, '.actions .all')
  await page.waitForSelector('.exercises .grid-card')
}

async function* everyReliefPage(page: Page): AsyncGenerator<Stop> {
  await press(page, '.cards li:first-child .grid-card')
  await page.waitForSelector('.detail')
  const seen = new Set<string>()
  for (;;) {
    const id = (await page.locator('.detail').getAttribute('data-relief')) ?? ''
    if (seen.has(id)) break
    seen.add(id)
    yield* pagesOfTab(page, `exercises/relief-${id}`)
    for (const tab of ['howLong', 'care']) {
      await press(page, `[data-tab=${tab}]`)
      yield* pagesOfTab(page, `exercises/relief-${id}-${tab}`)
    }
    await press(page, '.actions .add')
    await press(page, '.actions .next')
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.detail')?.dataset['relief'] !== old,
      id,
    )
  }
}
