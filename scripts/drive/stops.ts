import type { Page } from '@playwright/test'
import { isStill, type Kiosk } from './kiosk'

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
  'story',
  'evidence',
  'chapters',
  'called',
  'explorer',
  'exercises',
  'exercise-tabs',
] as const
export type Place = (typeof PLACES)[number]
/** All but the hundreds of pages of text that every exercise has. */
export const QUICK_PLACES: readonly Place[] = PLACES.filter((place) => place !== 'exercise-tabs')

/** How a visitor has set the screen. */
export interface Look {
  /** 1 (standard) to 4. */
  text: number
  theme: 'light' | 'dark'
}

/** Sets the screen as a visitor would, by the bar at the bottom. */
export async function setLook(page: Page, look: Look): Promise<void> {
  for (let size = 1; size < look.text; size++) await press(page, '.comfort-bar .text-size')
  if (look.theme === 'dark') await press(page, '.comfort-bar .theme')
}

const press = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).click()
  await isStill(page)
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
  await page.waitForSelector('.home')
  await setLook(page, look)
  await isStill(page)
  if (goes('home')) yield { name: 'home/fresh', page }
  if (goes('signs')) {
    await press(page, '.doors .door:nth-child(2)')
    yield { name: 'signs/safety-net', page }
    await press(page, '.signs .close')
  }
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
  await page.waitForSelector('.home')
  if (goes('home')) yield { name: 'home/after-the-story', page }
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
  await press(page, '.comfort-bar > :first-child')
}

/** The links of the explorer have lit up in turn to the last. */
const lightsAreLit = async (page: Page): Promise<void> => {
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
      yield { name: `story/${name}-answered`, page }
    }
    if (goes('evidence') && (await page.locator('.evidence-mark').count()))
      yield* pagesOfDialog(page, '.evidence-mark', `evidence/${name}`)
    await page.locator('.steps .next').click()
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.slide')?.dataset['slide'] !== old,
      id,
    )
  }
}

/** Opens a dialog, shows each of its pages, and closes it. */
async function* pagesOfDialog(
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
    await more.click()
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
  await press(page, '.comfort-bar > :first-child')
  await page.waitForSelector('.home')
  yield { name: 'exercises/home-with-handout', page }
  await press(page, '.doors .to-handout')
  await page.waitForSelector('.handout')
  yield { name: 'exercises/handout', page }
  await press(page, '.comfort-bar > :first-child')
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
