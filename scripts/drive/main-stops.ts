import type { Page } from '@playwright/test'
import { isStill, type Kiosk } from './kiosk'
import {
  answerUntil,
  lightsAreLit,
  pagesOfDialog,
  press,
  setLook,
  touch,
  type Look,
  type Stop,
} from './stops'

/**
 * Walks past each kind of screen, slide and dialog once, by the shortest way: what is too slow to be
 * asked at every stop, or in every look, is asked here.
 */
export async function* mainStops(kiosk: Kiosk, look: Look): AsyncGenerator<Stop> {
  const page = kiosk.page()
  yield { name: 'attract', page }
  await press(page, '.attract .touch')
  await page.waitForSelector('main.home')
  await setLook(page, look)
  yield { name: 'home', page }
  yield* triageStops(page)
  yield* exerciseStops(page)
  yield* handoutStops(page)
  yield* explorerStops(page)
  yield* storyStops(page)
}

const PERSON = { age: '18-49', regions: ['back'], yes: [] }

async function* triageStops(page: Page): AsyncGenerator<Stop> {
  await press(page, '.doors .to-triage')
  yield { name: 'triage/age', page }
  yield* dialogStop(page, '.triage .to-signs', '.signs .close', 'triage/signs')
  await press(page, '[data-age="18-49"]')
  yield { name: 'triage/region', page }
  await press(page, '[data-region=back]')
  yield { name: 'triage/tiles', page }
  yield* dialogStop(page, '.triage .help', 'dialog[open] .close', 'triage/help')
  await press(page, '.triage .unsure')
  yield { name: 'triage/lines', page }
  await answerUntil(page, PERSON, 'S4-gate')
  yield { name: 'triage/gate', page }
  await answerUntil(page, PERSON, 'result')
  yield { name: 'triage/level-4', page }
  await press(page, '.triage .start-over')
  await answerUntil(page, { ...PERSON, yes: ['C-preg', 'A1'] }, 'result')
  yield { name: 'triage/level-3', page }
  await press(page, '.triage .start-over')
  await answerUntil(page, { ...PERSON, yes: ['N1'] }, 'result')
  yield { name: 'triage/level-1', page }
  // Whoever has such a result is sent to the desk, and is offered no exercises.
  await press(page, '.triage .start-over')
  await press(page, '.triage .back')
  await page.waitForSelector('main.home')
}

async function* exerciseStops(page: Page): AsyncGenerator<Stop> {
  await press(page, '.doors .to-exercises')
  await page.waitForSelector('.exercises .grid-card')
  yield { name: 'exercises/grid', page }
  yield* dialogStop(page, '.controls .filter', 'dialog[open] .close', 'exercises/filter')
  yield* dialogStop(page, '.controls .leave-out', 'dialog[open] .none', 'exercises/leave-out')
  await press(page, '.cards li:first-child .grid-card')
  await page.waitForSelector('.detail')
  yield { name: 'exercises/detail', page }
  await press(page, '.actions .add')
  await press(page, '[data-tab=howMuch]')
  yield { name: 'exercises/how-much', page }
  await press(page, '[data-tab=care]')
  yield { name: 'exercises/care', page }
  await press(page, '.actions .guided')
  await page.waitForSelector('.guided')
  await press(page, '.controls .pause')
  yield { name: 'exercises/guided', page }
  await press(page, '.controls .end')
  await page.waitForSelector('.detail')
  await press(page, '.actions .all')
  await page.waitForSelector('.exercises .grid-card')
  await press(page, '.tabs .tab:nth-child(2)')
  await press(page, '.cards li:first-child .grid-card')
  await page.waitForSelector('.detail')
  yield { name: 'exercises/relief', page }
  await press(page, '.actions .add')
  await press(page, '.comfort-bar .to-home')
}

async function* handoutStops(page: Page): AsyncGenerator<Stop> {
  await press(page, '.doors .to-handout')
  await page.waitForSelector('.handout .lines li')
  yield { name: 'handout/list', page }
  await press(page, '.handout [data-tab=look]')
  yield { name: 'handout/look', page }
  await press(page, '.handout [data-tab=pages]')
  yield { name: 'handout/pages', page }
  yield* dialogStop(page, '.handout .phone', 'dialog[open] .close', 'handout/phone')
  yield* dialogStop(
    page,
    '.comfort-bar .called',
    'dialog[open] .choices > :last-child',
    'called/question',
  )
  await press(page, '.comfort-bar .to-home')
}

async function* explorerStops(page: Page): AsyncGenerator<Stop> {
  await press(page, '.to-explorer')
  yield { name: 'explorer/neutral', page }
  await page.locator('.sliders .arch input').focus()
  await page.keyboard.press('Home')
  await lightsAreLit(page)
  yield { name: 'explorer/flat-feet', page }
  await press(page, '.comfort-bar .to-home')
}

/** By chapter, how many slides are looked at from its first on: one of each kind. */
const SLIDES: readonly [chapter: number, slides: number][] = [
  [1, 4],
  [2, 2],
  [7, 2],
  [8, 2],
]

async function* storyStops(page: Page): AsyncGenerator<Stop> {
  await press(page, '.minutes .chips > :last-child')
  await page.waitForSelector('.story')
  for (const [chapter, slides] of SLIDES) {
    await press(page, '.to-chapters')
    if (chapter === 1) yield { name: 'story/chapters', page }
    await press(page, `dialog[open] .chapters li:nth-child(${chapter}) .chapter`)
    for (let number = 1; number <= slides; number++) {
      await isStill(page)
      const id = (await page.locator('.slide').getAttribute('data-slide')) ?? ''
      yield { name: `story/${id}`, page }
      if (id === 'foundation') yield* pagesOfDialog(page, '.evidence-mark', 'story/evidence')
      if (await page.locator('.answer').count()) {
        await touch(page.locator('.answers .answer').last())
        yield { name: `story/${id}-answered`, page }
      }
      if (number < slides) {
        await press(page, '.steps .next')
        await page.waitForFunction(
          (old) => document.querySelector<HTMLElement>('.slide')?.dataset['slide'] !== old,
          id,
        )
      }
    }
  }
}

async function* dialogStop(
  page: Page,
  opener: string,
  closer: string,
  name: string,
): AsyncGenerator<Stop> {
  await press(page, opener)
  await isStill(page)
  yield { name, page }
  await press(page, closer)
}
