import { expect, test, type Locator } from '@playwright/test'
import type { Bundle, Words } from '../../core/schema/pack'
import { fingerOn, openKiosk, PORTRAIT, tap, type Kiosk } from '../../scripts/drive/kiosk'
import { shippedBundle } from '../support/words'

let bundle: Bundle
let words: Words
let kiosk: Kiosk
test.beforeAll(async () => {
  bundle = await shippedBundle()
  words = bundle.words['en']!
})
test.afterEach(async () => {
  // Nothing is there where the kiosk did not open.
  if (kiosk) await kiosk.close()
})

const page = () => kiosk.page()
const screens = () => words.screens
const exerciseWords = () => words.exercises!
const nameOf = (id: string) => exerciseWords().exercises[id]!.name
const button = (name: string) => page().getByRole('button', { name })
const heading = () => page().getByRole('heading', { level: 1 })
const card = (id: string) => page().locator(`[data-card=${id}]`)
const dialog = () => page().locator('dialog[open]')
const touch = (what: Locator) => tap(page(), what)

async function openExercises(): Promise<void> {
  await touch(page().getByText(screens().attract.touch))
  await touch(button(screens().home.exercises))
  await expect(heading()).toHaveText(screens().exercises.title)
}

test('finds an exercise that fits, does it together, takes it home, and leaves nothing behind', async () => {
  kiosk = await openKiosk({
    size: PORTRAIT,
    settings: { askAfterSeconds: 8, countdownSeconds: 1 },
  })
  await openExercises()

  await touch(button(screens().exercises.filter))
  await touch(dialog().getByRole('button', { name: exerciseWords().positions.sit, exact: true }))
  await touch(dialog().locator('.close'))
  await expect(card('ball-roll')).toBeVisible()
  await expect(card('clam')).toBeHidden()

  await touch(page().locator('.controls .leave-out'))
  await touch(dialog().getByRole('button', { name: exerciseWords().signs.neu.name }))
  await touch(dialog().getByRole('button', { name: screens().exercises.done }))
  await expect(card('ankle-circles')).toBeVisible()
  await expect(card('ball-roll')).toBeHidden()
  await expect(page().locator('.leave-out .count')).toHaveText('1')

  await touch(page().locator('.left-out .why'))
  const reason = dialog()
    .getByRole('listitem')
    .filter({ hasText: nameOf('ball-roll') })
  await expect(reason).toContainText(exerciseWords().signs.neu.leftOut)
  await touch(dialog().locator('.close'))

  await touch(card('ankle-circles'))
  await expect(heading()).toHaveText(nameOf('ankle-circles'))
  await touch(button(screens().exercise.guided))
  const guided = page().locator('.guided')
  await expect(guided).toHaveAttribute('data-phase', 'ready')
  // Longer than the kiosk waits for a touch: somebody who exercises is there.
  await expect(guided).toHaveAttribute('data-phase', 'up', { timeout: 20_000 })
  await expect(guided.locator('.count')).toHaveText('1')
  await touch(button(screens().guided.pause))
  await expect(guided.getByRole('status')).toHaveText(screens().guided.paused)
  await touch(button(screens().guided.end))

  await touch(button(screens().exercise.add))
  await expect(button(screens().exercise.onHandout)).toBeVisible()
  await touch(button(screens().comfort.home))
  await touch(button(screens().home.handout.replace('{n}', '1')))
  await expect(page().locator('.handout')).toBeVisible()
  await expect(page().getByText(nameOf('ankle-circles'))).toBeVisible()

  await kiosk.nextPage(async () => undefined)
  await openExercises()
  await expect(card('calf-stretch')).toContainText(exerciseWords().positions.stand)
  await expect(page().locator('.leave-out .count')).toBeHidden()
  await touch(button(screens().comfort.home))
  await expect(page().locator('.to-handout')).toBeHidden()
})

test('goes from one exercise to the next by swipe and by key, and round at the end', async () => {
  kiosk = await openKiosk({ size: PORTRAIT })
  const ids = Object.values(bundle.exercises)
    .filter(({ enabled }) => enabled)
    .map(({ id }) => id)
  await openExercises()
  await touch(card(ids[0]!))
  await expect(heading()).toHaveText(nameOf(ids[0]!))
  const finger = await fingerOn(page())
  await finger.swipe({ x: 900, y: 500 }, { x: 300, y: 510 })
  await expect(heading()).toHaveText(nameOf(ids[1]!))
  await finger.swipe({ x: 300, y: 500 }, { x: 900, y: 510 })
  await expect(heading()).toHaveText(nameOf(ids[0]!))
  await page().keyboard.press('ArrowLeft')
  await expect(heading()).toHaveText(nameOf(ids.at(-1)!))
  await page().keyboard.press('ArrowRight')
  await expect(heading()).toHaveText(nameOf(ids[0]!))
})

test('every exercise names in full where it comes from', async () => {
  kiosk = await openKiosk({ size: PORTRAIT })
  await openExercises()
  const enabled = Object.values(bundle.exercises).filter((some) => some.enabled)
  await touch(card(enabled[0]!.id))
  for (const exercise of enabled) {
    await expect(heading()).toHaveText(nameOf(exercise.id))
    await touch(page().locator('[data-tab=care]'))
    const found = new Set<string>()
    const look = async (): Promise<void> => {
      const text = await page().locator('.rows').innerText()
      for (const id of exercise.references)
        if (text.includes(bundle.references[id]!.title)) found.add(id)
    }
    await look()
    while (await page().locator('.turn.has-more').count()) {
      await touch(page().locator('.turn'))
      await look()
    }
    expect([...found].sort(), exercise.id).toEqual([...exercise.references].sort())
    await touch(page().locator('.actions .next'))
  }
})

test('by keys alone: chooses, opens, switches to the easier way', async () => {
  kiosk = await openKiosk({ size: PORTRAIT })
  await page().keyboard.press('Enter')
  await button(screens().home.exercises).focus()
  await page().keyboard.press('Enter')
  await card('calf-stretch').focus()
  await page().keyboard.press('Enter')
  await expect(heading()).toHaveText(nameOf('calf-stretch'))
  await page().locator('[data-tab=howMuch]').focus()
  await page().keyboard.press('Enter')
  await page().locator('[data-way=easier]').focus()
  await page().keyboard.press('Space')
  await expect(page().locator('.detail')).toHaveAttribute('data-version', 'easier')
  await expect(page().locator('.rows')).toContainText(
    exerciseWords().exercises['calf-stretch']!.easier.text,
  )
})
