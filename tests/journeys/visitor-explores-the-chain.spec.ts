import { expect, test } from '@playwright/test'
import type { Bundle } from '../../core/schema/pack'
import {
  fingerOn,
  LANDSCAPE,
  openKiosk,
  PORTRAIT,
  tap,
  type Kiosk,
} from '../../scripts/drive/kiosk'
import { shippedBundle } from '../support/words'

let bundle: Bundle
let kiosk: Kiosk
test.beforeAll(async () => {
  bundle = await shippedBundle()
})
test.afterEach(() => kiosk.close())

const screens = () => bundle.words['en']!.screens
const page = () => kiosk.page()
const slider = (name: string) => page().locator(`.sliders .${name} input`)
const sentence = () => page().locator('.sentence')
const claimOf = (id: string) => {
  const coupling = bundle.chain!.couplings.find((some) => some.id === id)!
  if (coupling.size === 'illustrative') throw new Error(`${id} makes no claim`)
  return bundle.words['en']!.claims[coupling.claim]!
}

async function openExplorer(size = PORTRAIT): Promise<void> {
  kiosk = await openKiosk({ size })
  await tap(page(), page().getByText(screens().attract.touch))
  await tap(page(), page().getByRole('button', { name: screens().home.explorer }))
  await expect(slider('arch')).toBeVisible()
}

/** Every path of the figure as drawn now, in one text. */
const drawn = (figure: string) =>
  page()
    .locator(`.picture .${figure} svg`)
    .evaluate((svg) =>
      [...svg.querySelectorAll('path')].map((path) => path.getAttribute('d')).join(),
    )

/** A finger takes the thumb of a slider from a share of its way to another. */
async function drag(name: string, from: number, to: number): Promise<void> {
  const box = (await slider(name).boundingBox())!
  const at = (share: number) => ({
    x: box.x + box.height / 2 + share * (box.width - box.height),
    y: box.y + box.height / 2,
  })
  const finger = await fingerOn(page())
  await finger.swipe(at(from), at(to))
}
const lightsAreLit = () =>
  page().waitForFunction(() => {
    const { links, lights } = document.querySelector<HTMLElement>('.explorer')!.dataset
    return links === lights
  })

for (const [name, size] of [
  ['portrait', PORTRAIT],
  ['landscape', LANDSCAPE],
] as const)
  test(`a finger makes the feet flat, and the body follows link by link: ${name}`, async () => {
    await openExplorer(size)
    const [body, foot] = [await drawn('body'), await drawn('close-up')]
    await drag('arch', 0.5, 0)
    await expect(slider('arch')).toHaveValue('-10')
    expect(await drawn('body')).not.toBe(body)
    expect(await drawn('close-up')).not.toBe(foot)
    await lightsAreLit()
    await expect(page().locator('.body .figure-link.figure-lit-strong')).not.toHaveCount(0)
    await expect(page().locator('.body .figure-link.figure-lit-pale')).not.toHaveCount(0)
    await expect(page().locator('.idea')).toHaveText(screens().explorer.idea)
  })

test('the links light up in turn from the foot when the finger lets go', async () => {
  await openExplorer()
  await page().evaluate(() => {
    const explorer = document.querySelector<HTMLElement>('.explorer')!
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    new MutationObserver(() => seen.push(explorer.dataset['lights']!)).observe(explorer, {
      attributeFilter: ['data-lights'],
    })
  })
  await drag('arch', 0.5, 0)
  await expect
    .poll(() => page().evaluate(() => (globalThis as unknown as { seen: string[] }).seen.join()))
    .toMatch(/1,2,3,4,5,6$/)
})

test('shows the links one by one, each with a sentence and how sure it is', async () => {
  await openExplorer()
  await slider('arch').focus()
  await page().keyboard.press('Home')
  const links = Number(await page().locator('.explorer').getAttribute('data-links'))
  const told: (string | null)[] = []
  for (let number = 1; number <= links; number++) {
    await tap(page(), page().locator('.step'))
    await expect(page().locator('.place')).toHaveText(
      screens().explorer.place.replace('{n}', String(number)).replace('{total}', String(links)),
    )
    await expect(page().locator('.explorer')).toHaveAttribute('data-lights', String(number))
    told.push(await sentence().getAttribute('data-link'))
    await expect(page().locator('.about .evidence-mark, .about .idea')).toHaveCount(1)
  }
  expect(new Set(told).size).toBe(links)
  await expect(page().locator('.step')).toHaveText(screens().explorer.allLinks)
})

test('opens the evidence card of a link', async () => {
  await openExplorer()
  await drag('legs', 0.5, 1)
  await expect(sentence()).toHaveAttribute('data-link', 'short-leg-drops-pelvis')
  await tap(page(), page().locator('.about .evidence-mark'))
  const card = page().getByRole('dialog', { name: screens().evidence.title })
  await expect(card.getByText(claimOf('short-leg-drops-pelvis').claim)).toBeVisible()
  await expect(card.locator('.reference').first()).toContainText(screens().evidence.from)
  await tap(page(), card.locator('.close'))
  await expect(card).toBeHidden()
})

test('keys move the sliders, and say the value in words', async () => {
  await openExplorer()
  await slider('arch').focus()
  await expect(slider('arch')).toHaveAttribute('aria-valuetext', screens().explorer.inTheMiddle)
  await page().keyboard.press('ArrowRight')
  await expect(slider('arch')).toHaveValue('1')
  await expect(slider('arch')).toHaveAttribute(
    'aria-valuetext',
    screens().explorer.far.replace('{end}', screens().explorer.high).replace('{n}', '1'),
  )
  await page().keyboard.press('Tab')
  await expect(slider('calf')).toBeFocused()
  await page().keyboard.press('End')
  await expect(slider('calf')).toHaveValue('10')
})

test('puts an insert under flat feet and a lift under a short leg', async () => {
  await openExplorer()
  await drag('arch', 0.5, 0)
  const flat = await drawn('close-up')
  const support = page().locator('.support')
  await expect(support).toHaveText(screens().explorer.insert)
  await tap(page(), support)
  await expect(support).toHaveAttribute('aria-pressed', 'true')
  await expect(sentence()).toHaveAttribute('data-link', 'insert-turns-heel-back')
  expect(await drawn('close-up')).not.toBe(flat)
  await drag('legs', 0.5, 1)
  await expect(support).toHaveText(screens().explorer.insertAndLift)
  await expect(page().locator('.close-up .figure-insert')).toHaveCount(2)
})

test('walks with that foot, and stands still where motion is not wanted', async () => {
  await openExplorer()
  await drag('calf', 0, 1)
  await tap(page(), page().locator('[data-view=side]'))
  await tap(page(), page().locator('.walk'))
  const moves = async (): Promise<boolean> => {
    const before = await drawn('body')
    await page().evaluate(
      () =>
        new Promise((done) => {
          let frames = 0
          const next = () => (++frames > 12 ? done(null) : requestAnimationFrame(next))
          requestAnimationFrame(next)
        }),
    )
    return (await drawn('body')) !== before
  }
  expect(await moves()).toBe(true)
  await page().emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(moves).toBe(false)
  await page().emulateMedia({ reducedMotion: 'no-preference' })
  await expect.poll(moves).toBe(true)
  await tap(page(), page().locator('.walk'))
  await expect.poll(moves).toBe(false)
})

test('forgets the sliders when the visitor goes home', async () => {
  await openExplorer()
  await drag('arch', 0.5, 0)
  await tap(page(), page().getByRole('button', { name: screens().comfort.home }))
  await tap(page(), page().getByRole('button', { name: screens().home.explorer }))
  await expect(slider('arch')).toHaveValue('0')
})
