import { expect, test, type Page } from '@playwright/test'
import type { Settings } from '../../core/schema/settings'
import { focusSight } from '../../scripts/drive/focus'
import { LANDSCAPE, openKiosk, type Kiosk } from '../../scripts/drive/kiosk'
import { pressKey, stepTo } from '../../scripts/drive/keypad'

let kiosk: Kiosk
const open = async (settings: Partial<Settings>): Promise<Page> => {
  kiosk = await openKiosk({ size: LANDSCAPE, settings })
  return kiosk.page()
}
test.afterEach(() => kiosk.close())

const press = (key: string, times?: number): Promise<void> => pressKey(kiosk, key, times)

test('arrow keys lead to neighbours, but step through the story and move a slider', async () => {
  const page = await open({})
  await page.keyboard.press('Enter')
  await expect(page.locator('.home h1')).toBeFocused()
  await page.locator('.doors .door').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.doors .door').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  expect((await focusSight(page)).isSeen).toBe(true)
  await page.locator('.to-explorer').focus()
  await page.keyboard.press('Enter')
  const slider = page.locator('.sliders .arch input')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('1')
  await expect(slider).toBeFocused()
})

test('the focus goes to the title of a dialog, and back to what opened it', async () => {
  const page = await open({})
  await page.keyboard.press('Enter')
  const called = page.locator('.comfort-bar .called')
  await called.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[open] h2')).toBeFocused()
  // The first refusal must not be the last: Chromium closes a dialog on a second Escape.
  for (let time = 0; time < 3; time++) await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open] h2')).toBeVisible()
  await page.locator('dialog[open] .choices > :nth-child(2)').focus()
  await page.keyboard.press('Enter')
  await expect(called).toBeFocused()
})

test('five keys lead from the first screen through story, evidence, explorer and exercise to the sheet', async () => {
  test.setTimeout(180_000)
  const page = await open({ keypad: 'arrows' })
  const to = (selector: string): Promise<void> => stepTo(kiosk, page.locator(selector), 'Down')
  const choose = async (selector: string): Promise<void> => {
    await to(selector)
    await press('Return')
  }
  await press('Down')
  await expect(page.locator('.home h1')).toBeFocused()
  await choose('.minutes .chips > :last-child')
  await expect(page.locator('.story')).toBeVisible()
  const slide = (): Promise<string | null> => page.locator('.slide').getAttribute('data-slide')
  const first = await slide()
  await choose('.evidence-mark')
  await expect(page.locator('dialog[open] h2')).toBeFocused()
  await choose('dialog[open] .close')
  await choose('.steps .next')
  await expect.poll(slide).not.toBe(first)
  // Sideways the same keypad turns the pages.
  await press('Left')
  await expect.poll(slide).toBe(first)
  await choose('.to-chapters')
  await choose('dialog[open] .chapters li:nth-child(2) .chapter')
  await expect.poll(slide).not.toBe(first)

  await choose('.comfort-bar .to-home')
  await choose('.to-explorer')
  const slider = page.locator('.sliders .arch input')
  await to('.sliders .arch input')
  await press('Return')
  await press('Up', 3)
  await expect(slider).toHaveValue('3')
  await press('Down')
  await expect(slider).toHaveValue('2')
  await press('Return')
  await press('Down')
  await expect(slider).not.toBeFocused()
  await expect(slider).toHaveValue('2')

  await choose('.comfort-bar .to-home')
  await choose('.doors .to-exercises')
  await choose('.cards li:first-child .grid-card')
  await choose('.actions .add')
  await expect(page.locator('.actions .add')).toHaveAttribute('aria-pressed', 'true')
  await choose('.comfort-bar .to-home')
  await choose('.doors .to-handout')
  await expect(page.locator('.handout .lines li')).toHaveCount(1)
})

test('a keypad with function keys works where it is named, and tells which key was pressed', async () => {
  const page = await open({ keypad: 'audionav' })
  await page.locator('.attract .touch').click()
  await expect(page.locator('.home h1')).toBeFocused()
  await press('F17')
  await expect(page.locator('dialog[open] h2')).toBeFocused()
  await press('F19')
  await expect(page.locator('dialog[open] .pressed')).toContainText('Down')
  await stepTo(kiosk, page.locator('dialog[open] .close'), 'F19')
  await press('F20')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('a keypad that is not named is not heard', async () => {
  const page = await open({})
  await page.locator('.attract .touch').click()
  await expect(page.locator('.home h1')).toBeFocused()
  for (const key of ['F17', 'F18', 'F19', 'F20', 'F23', 'F24']) await press(key)
  // A key that is always let through tells that the others have been decided.
  await press('Tab')
  await expect(page.locator('.home h1')).not.toBeFocused()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page.locator('.home')).toBeVisible()
})

test('five keys answer "Still there?" and end the visit by "They called me"', async () => {
  test.setTimeout(180_000)
  const page = await open({ keypad: 'arrows', askAfterSeconds: 3, countdownSeconds: 60 })
  await press('Down')
  // Where there is a voice, the welcome that a key of the keypad calls is heard out first.
  await expect(page.getByRole('alertdialog')).toBeVisible({ timeout: 75_000 })
  await expect(page.locator('dialog[open] h2')).toBeFocused()
  // A key that was meant for what the question covers chooses nothing.
  await press('Return')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await stepTo(kiosk, page.locator('dialog[open] .choices > :nth-child(2)'), 'Down')
  await press('Return')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  const next = await kiosk.nextPage(async () => {
    await stepTo(kiosk, page.locator('.comfort-bar .called'), 'Up')
    await press('Return')
    await stepTo(kiosk, page.locator('dialog[open] .choices > :first-child'), 'Down')
    await press('Return')
  })
  await expect(next.locator('.attract')).toBeVisible()
})

test('one switch leads to the home screen and into the story', async () => {
  test.setTimeout(180_000)
  const page = await open({ switchScan: true, switchSeconds: 2.5, switchKey: 'F13' })
  await press('F13')
  await expect(page.locator('.home')).toBeVisible()
  /** Waits until the light is on something, and presses. */
  const pressOn = async (selector: string): Promise<void> => {
    await page.waitForSelector(selector)
    await press('F13')
  }
  await pressOn('.minutes [data-scan=row]')
  await pressOn('.minutes .chips > :first-child[data-scan=item]')
  await expect(page.locator('.story')).toBeVisible()
  const slide = (): Promise<string | null> => page.locator('.slide').getAttribute('data-slide')
  const first = await slide()
  // The light begins anew where controls still come in; once it is on the last of them it does not.
  await page.waitForSelector('.evidence-mark[data-scan]')
  // Who presses too late goes into another row, and comes out of it by waiting.
  await expect(async () => {
    await pressOn('.steps .next[data-scan=row]')
    await page.waitForSelector('.steps .next[data-scan=item]', { timeout: 8_000 })
  }).toPass({ timeout: 150_000 })
  await press('F13')
  await expect.poll(slide).not.toBe(first)
})

test('the light of a switch rests when nobody presses, and asks nobody to hurry', async () => {
  const page = await open({ switchScan: true, switchSeconds: 0.3 })
  await press('Space')
  await expect(page.locator('[data-scan]').first()).toBeVisible()
  await expect(page.locator('[data-scan]')).toHaveCount(0, { timeout: 20_000 })
  await press('Space')
  await expect(page.locator('[data-scan]').first()).toBeVisible()
  await expect(page.locator('.home')).toBeVisible()
})
