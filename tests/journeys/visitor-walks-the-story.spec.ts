import { expect, test } from '@playwright/test'
import type { Bundle } from '../../core/schema/pack'
import { fingerOn, isStill, openKiosk, PORTRAIT, tap, type Kiosk } from '../../scripts/drive/kiosk'
import { shippedBundle } from '../support/words'

let bundle: Bundle
let kiosk: Kiosk
test.beforeAll(async () => {
  bundle = await shippedBundle()
})
test.beforeEach(async () => {
  kiosk = await openKiosk({ size: PORTRAIT })
})
test.afterEach(() => kiosk.close())

const screens = () => bundle.words['en']!.screens
const titleOf = (id: string) => bundle.words['en']!.story.slides[id]!.title
const button = (name: string) => kiosk.page().getByRole('button', { name })
/** Opens the whole story from the home screen. */
const openWholeStory = async () => {
  await tap(kiosk.page(), button(screens().home.minutes.replace('{n}', '10')))
  // The first slide has the title of the home screen: only the story itself says that it is there.
  await expect(kiosk.page().locator('.story')).toBeVisible()
}
const heading = () => kiosk.page().getByRole('heading', { level: 1 })

test('by finger, from the first slide to the last and home again', async () => {
  const page = kiosk.page()
  await expect(page.getByText(screens().attract.touch)).toBeVisible()
  await tap(page, page.getByText(screens().attract.touch))
  await openWholeStory()
  for (const slide of bundle.story.chapters.flatMap(({ slides }) => slides)) {
    await expect(heading()).toHaveText(titleOf(slide.id))
    if (slide.kind === 'teach-back') {
      await tap(page, button(bundle.words['en']!.story.slides[slide.id]!.answers![slide.right]!))
      await expect(page.getByText(screens().story.right, { exact: true })).toBeVisible()
    }
    await tap(page, page.locator('.steps .next'))
  }
  await expect(heading()).toHaveText(screens().home.title)
})

for (const minutes of ['2', '5'] as const)
  test(`on the path of ${minutes} minutes by swipes, and back`, async () => {
    const page = kiosk.page()
    const path = bundle.story.chapters
      .flatMap(({ slides }) => slides)
      .filter(({ id }) => bundle.story.paths[minutes].includes(id))
    await tap(page, page.getByText(screens().attract.touch))
    await tap(page, button(screens().home.minutes.replace('{n}', minutes)))
    await expect(page.locator('.story')).toBeVisible()
    const finger = await fingerOn(page)
    const right = { x: 900, y: 500 }
    const left = { x: 300, y: 510 }
    for (const [at, slide] of path.entries()) {
      if (at > 0) await finger.swipe(right, left)
      await expect(heading()).toHaveText(titleOf(slide.id))
    }
    await finger.swipe(left, right)
    await expect(heading()).toHaveText(titleOf(path.at(-2)!.id))
  })

test('by slide clicker and by keys', async () => {
  const page = kiosk.page()
  const ids = bundle.story.chapters.flatMap(({ slides }) => slides.map(({ id }) => id))
  await page.keyboard.press('Enter')
  await expect(heading()).toHaveText(screens().home.title)
  await openWholeStory()
  for (const [key, at] of [
    ['PageDown', 1],
    ['PageDown', 2],
    ['PageUp', 1],
    ['ArrowRight', 2],
    ['ArrowLeft', 1],
    ['End', ids.length - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(heading()).toHaveText(titleOf(ids[at]!))
  }
})

test('leaves the story, looks at the signs, and goes on where it was', async () => {
  const page = kiosk.page()
  const [first, second] = bundle.story.chapters.flatMap(({ slides }) => slides)
  await tap(page, page.getByText(screens().attract.touch))
  await openWholeStory()
  await expect(heading()).toHaveText(titleOf(first!.id))
  await tap(page, page.locator('.steps .next'))
  await expect(heading()).toHaveText(titleOf(second!.id))
  await tap(page, button(screens().comfort.home))
  await tap(page, button(screens().home.signs))
  await expect(page.locator('.triage')).toBeVisible()
  await isStill(page)
  await tap(page, button(bundle.words['en']!.triage!.ui.signs))
  for (const sign of bundle.words['en']!.safetyNet.signs)
    await expect(page.getByText(sign, { exact: true })).toBeVisible()
  await expect(page.getByText(bundle.words['en']!.safetyNet.localNumber)).toBeVisible()
  await tap(page, button(screens().signs.close))
  await expect(page.locator('.triage')).toBeVisible()
  await tap(page, button(screens().comfort.home))
  await tap(page, button(screens().home.story))
  await expect(heading()).toHaveText(titleOf(second!.id))
})

test('opens the evidence card and finds how sure it is and by which reference', async () => {
  const page = kiosk.page()
  const slide = bundle.story.chapters.flatMap(({ slides }) => slides).find((s) => s.claims.length)!
  await tap(page, page.getByText(screens().attract.touch))
  await openWholeStory()
  while ((await heading().textContent()) !== titleOf(slide.id))
    await tap(page, page.locator('.steps .next'))
  await tap(page, page.locator('.evidence-mark'))
  const card = page.getByRole('dialog', { name: screens().evidence.title })
  await expect(card.getByText(bundle.words['en']!.claims[slide.claims[0]!]!.claim)).toBeVisible()
  await expect(card.locator('.reference').first()).toContainText(screens().evidence.from)
  await tap(page, card.locator('.close'))
  await expect(card).toBeHidden()
})

test('jumps by the chapter map', async () => {
  const page = kiosk.page()
  const chapter = bundle.story.chapters[3]!
  await tap(page, page.getByText(screens().attract.touch))
  await openWholeStory()
  await tap(page, page.getByRole('button', { name: screens().story.chapters }))
  await tap(
    page,
    page.locator('dialog[open]').getByText(bundle.words['en']!.story.chapters[chapter.id]!.title),
  )
  await expect(heading()).toHaveText(titleOf(chapter.slides[0]!.id))
})
