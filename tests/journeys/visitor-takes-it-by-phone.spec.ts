import { expect, test, type Page } from '@playwright/test'
import ICAL from 'ical.js'
import type { Words } from '../../core/schema/pack'
import { isStill, LANDSCAPE, openKiosk, PORTRAIT, tap } from '../../scripts/drive/kiosk'
import { readQrCode } from '../../scripts/drive/read-qr-code'
import { shippedBundle } from '../support/words'

/** Of a code on the glass; a phone held at 30 cm sees it with 8 pixels. */
const SMALLEST_MODULE_MM = 0.8
/** The diagonal that the settings have by default. */
const DIAGONAL_MM = 21.5 * 25.4

let words: Words
test.beforeAll(async () => {
  words = (await shippedBundle()).words['en']!
})

/** Puts the first exercises of the grid on the handout, and gives their names. */
async function choose(page: Page, count: number): Promise<string[]> {
  await tap(page, page.locator('.attract .touch'))
  await tap(page, page.locator('.to-exercises'))
  await tap(page, page.locator('.exercises .grid-card').first())
  const names: string[] = []
  for (let number = 0; number < count; number++) {
    await page.waitForSelector('.detail')
    const id = (await page.locator('.detail').getAttribute('data-exercise')) ?? ''
    names.push(words.exercises!.exercises[id]!.name)
    await tap(page, page.locator('.actions .add'))
    await tap(page, page.locator('.actions .next'))
    await expect(page.locator('.detail')).not.toHaveAttribute('data-exercise', id)
  }
  await tap(page, page.locator('.comfort-bar .to-home'))
  await tap(page, page.locator('.doors .to-handout'))
  await tap(page, page.locator('main.handout .phone'))
  return names
}

interface Scanned {
  texts: string[]
  /** Width of the smallest module, in mm on the glass. */
  module: number
}

/** Reads each code from the picture that the screen shows, as a phone would. */
async function scanAll(page: Page): Promise<Scanned> {
  const { width, height } =
    page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  const millimetre = Math.hypot(width, height) / DIAGONAL_MM
  const texts: string[] = []
  let module = Infinity
  for (;;) {
    const code = page.locator('dialog[open] .qr-code')
    await code.waitFor()
    await isStill(page)
    const { text, modules } = await readQrCode(await code.screenshot())
    texts.push(text)
    const box = await code.boundingBox()
    // With its quiet zone of four modules on each side.
    module = Math.min(module, Math.min(box!.width, box!.height) / (modules + 8) / millimetre)
    const more = page.locator('dialog[open] .more')
    if ((await more.count()) === 0) return { texts, module }
    const before = await page.locator('dialog[open] .which').innerText()
    await tap(page, more)
    await expect(page.locator('dialog[open] .which')).not.toHaveText(before)
  }
}

const isCalendar = (text: string): boolean => text.startsWith('BEGIN:VCALENDAR')

for (const [name, size] of [
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)
  test(`four exercises, the safety net and a calendar are read from the glass: ${name}`, async () => {
    const kiosk = await openKiosk({ size })
    try {
      const page = kiosk.page()
      const names = await choose(page, 4)
      const { texts, module } = await scanAll(page)
      expect(texts.length).toBeLessThanOrEqual(3)
      expect(module).toBeGreaterThanOrEqual(SMALLEST_MODULE_MM)
      const read = texts.filter((text) => !isCalendar(text)).join('\n')
      for (const exercise of names) expect(read).toContain(exercise)
      for (const sign of words.safetyNet.signs) expect(read).toContain(sign)
      // Whoever scans one code alone has the danger signs.
      expect(texts[0]).toContain(words.safetyNet.signs[0])
      expect(read).not.toMatch(/https?:|www\./)

      const calendars = texts.filter(isCalendar)
      const saysLeftOut = page.locator('dialog[open] .left-out')
      if (calendars.length === 0) await expect(saysLeftOut).toBeVisible()
      for (const calendar of calendars) {
        const event = new ICAL.Event(
          new ICAL.Component(ICAL.parse(calendar) as unknown[]).getFirstSubcomponent('vevent')!,
        )
        expect(event.summary).toBe(words.handout!.title)
        expect(event.isRecurring()).toBe(true)
        const days = event.iterator()
        let count = 0
        while (days.next()) count++
        expect(count).toBe(14)
      }
    } finally {
      await kiosk.close()
    }
  })

test('what does not fit is left out, and the screen says so; names and danger signs never are', async () => {
  const kiosk = await openKiosk({ size: LANDSCAPE })
  try {
    const page = kiosk.page()
    const names = await choose(page, 12)
    const { texts } = await scanAll(page)
    expect(texts.length).toBeLessThanOrEqual(3)
    const read = texts.join('\n')
    for (const exercise of names) expect(read).toContain(exercise)
    for (const sign of words.safetyNet.signs) expect(read).toContain(sign)
    await expect(page.locator('dialog[open] .left-out')).toBeVisible()
  } finally {
    await kiosk.close()
  }
})
