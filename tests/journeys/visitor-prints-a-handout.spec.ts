import { expect, test, type Locator } from '@playwright/test'
import { readdir } from 'node:fs/promises'
import type { Words } from '../../core/schema/pack'
import { openKiosk, PORTRAIT, tap, type Kiosk } from '../../scripts/drive/kiosk'
import { textOfPdfIn } from '../../scripts/drive/marker-scan'
import { startPrintRig, type PrintRig } from '../../scripts/drive/print-rig'
import { shippedBundle } from '../support/words'

/** One visitor after the other at one kiosk, with a finger; a real CUPS keeps what came out. */
test.describe.configure({ mode: 'serial' })

/** Names of the exercises on the handout. */
let chosen: string[]
let words: Words
let rig: PrintRig
let kiosk: Kiosk
test.beforeAll(async () => {
  const bundle = await shippedBundle()
  words = bundle.words['en']!
  rig = await startPrintRig()
  kiosk = await openKiosk({ size: PORTRAIT, settings: { printSeconds: 5 }, env: rig.env })
})
test.afterAll(async () => {
  await kiosk?.close()
  await rig?.stop()
})
test.afterEach(async () => {
  await rig.behave('ok')
})

const page = () => kiosk.page()
const touch = (what: Locator) => tap(page(), what)
const dialog = () => page().locator('dialog[open]')
const printing = (state: string) => dialog().locator(`[data-state=${state}]`)
const said = () => dialog().getByRole('status')
const PATIENCE = { timeout: 20_000 }

/** From the first touch to the handout, with three exercises on it. */
async function chooseExercises(): Promise<void> {
  await touch(page().locator('.attract .touch'))
  await touch(page().locator('.to-exercises'))
  const cards = page().locator('.exercises [data-card]')
  chosen = []
  for (const number of [0, 1, 2]) {
    const id = await cards.nth(number).getAttribute('data-card')
    chosen.push(words.exercises!.exercises[id!]!.name)
    await touch(cards.nth(number))
    await touch(page().getByRole('button', { name: words.screens.exercise.add }))
    await touch(page().locator('.comfort-bar .to-home'))
    await touch(page().locator('.to-exercises'))
  }
  await touch(page().locator('.comfort-bar .to-home'))
  await touch(page().locator('.doors .to-handout'))
  await expect(page().locator('main.handout')).toBeVisible()
}
/** Ends the visit as who is called does. */
async function leave(by: string): Promise<void> {
  await kiosk.nextPage(async () => {
    await touch(page().locator('.comfort-bar .called'))
    await touch(dialog().locator(by))
  })
}
/** Nothing waits, nothing is kept, and so much has come out in all. */
async function nothingWaits(cameOut: number): Promise<void> {
  await expect.poll(() => rig.waiting(), PATIENCE).toEqual([])
  await expect.poll(() => readdir(rig.spool), PATIENCE).toEqual([])
  expect(rig.run('lpstat', '-W', 'all', '-o')).toBe('')
  expect(await rig.printed()).toHaveLength(cameOut)
}

test('a visitor chooses exercises, sees the pages and takes them from the printer', async () => {
  await chooseExercises()
  await touch(page().locator('[data-tab=pages]'))
  const sheet = page().locator('.preview .sheet')
  for (const name of chosen) {
    while (!(await sheet.textContent())?.includes(name))
      await touch(page().locator('.preview .more:enabled'))
  }
  await touch(page().locator('.buttons .print'))
  await expect(printing('printed')).toBeVisible(PATIENCE)
  await expect(said()).toContainText(words.screens.handout.printed)
  await expect(said()).toContainText(words.screens.handout.take)
  const [paper] = await rig.printed()
  const text = await textOfPdfIn(paper!.pdf)
  for (const name of chosen) expect(text).toContain(name)
  await touch(dialog().locator('.close'))
  await expect(dialog()).toHaveCount(0)
  await nothingWaits(1)
})

test('a visitor who does not want to wait stops the printer, and keeps the handout', async () => {
  await rig.behave('hang')
  await touch(page().locator('.buttons .print'))
  await expect(printing('working')).toBeVisible()
  await expect(said()).toContainText(words.screens.handout.printing)
  await expect(dialog().locator('.close')).toHaveCount(0)
  await expect.poll(() => rig.waiting()).toHaveLength(1)
  await touch(dialog().locator('.stop'))
  await expect(dialog()).toHaveCount(0)
  await rig.behave('ok')
  await nothingWaits(1)
  await touch(page().locator('[data-tab=list]'))
  for (const name of chosen) await expect(page().locator('main.handout')).toContainText(name)
})

test('without paper the visitor is sent to the staff, and prints again when it is there', async () => {
  await rig.behave('out-of-paper')
  await touch(page().locator('.buttons .print'))
  await expect(printing('failed')).toBeVisible(PATIENCE)
  const { visitor, staff } = words.screens.printer.faults['out-of-paper']
  expect(visitor).toContain('Please ask the staff')
  for (const line of [visitor, words.screens.handout.kept, staff])
    await expect(said()).toContainText(line)
  await nothingWaits(1)
  await rig.behave('ok')
  await touch(dialog().locator('.again'))
  await expect(printing('printed')).toBeVisible(PATIENCE)
  await nothingWaits(2)
  await touch(dialog().locator('.close'))
})

test('who is called while the printer has no paper leaves nothing that comes out later', async () => {
  await rig.behave('out-of-paper')
  await leave('.called-print')
  await expect(page().locator('main.attract')).toBeVisible()
  await expect.poll(() => rig.waiting(), PATIENCE).toEqual([])
  await rig.behave('ok')
  await nothingWaits(2)
  // What had waited would come out before this one.
  await chooseExercises()
  await touch(page().locator('.buttons .print'))
  await expect(printing('printed')).toBeVisible(PATIENCE)
  await nothingWaits(3)
})
