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
] as const
export type Place = (typeof PLACES)[number]

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
  places: readonly Place[] = PLACES,
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
  if (!goes('story') && !goes('evidence') && !goes('chapters')) return
  await press(page, '.doors .door:nth-child(1)')
  await page.waitForSelector('.story')
  if (goes('chapters')) yield* pagesOfDialog(page, '.steps button[aria-label]', 'chapters/map')
  yield* everySlide(page, goes)
  await page.waitForSelector('.home')
  if (goes('home')) yield { name: 'home/after-the-story', page }
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
async function* pagesOfDialog(page: Page, opener: string, name: string): AsyncGenerator<Stop> {
  await press(page, opener)
  for (let number = 1; ; number++) {
    await isStill(page)
    yield { name: `${name}-${number}`, page }
    const more = page.locator('dialog[open] .more')
    if ((await more.count()) === 0) break
    await more.click()
  }
  await press(page, 'dialog[open] .close')
}
