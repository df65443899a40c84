import { expect, test } from '@playwright/test'
import { LANDSCAPE, openKiosk, PORTRAIT } from '../../scripts/drive/kiosk'
import { layoutFaults } from '../../scripts/drive/layout-faults'
import { everyStop, setLook, type Look } from '../../scripts/drive/stops'

const STANDARD: Look = { text: 1, theme: 'light' }
const LARGEST: Look = { text: 4, theme: 'dark' }
const isFull = process.env['TEST_FULL'] === '1'

const grid: [string, { width: number; height: number }, Look][] = [
  ['portrait', PORTRAIT, STANDARD],
  ['landscape, largest text, dark', LANDSCAPE, LARGEST],
  ...(isFull
    ? ([
        ['landscape', LANDSCAPE, STANDARD],
        ['portrait, largest text, dark', PORTRAIT, LARGEST],
        ['portrait, second text size', PORTRAIT, { text: 2, theme: 'light' }],
        ['landscape, third text size', LANDSCAPE, { text: 3, theme: 'light' }],
        ['1280x800', { width: 1280, height: 800 }, STANDARD],
        ['1280x800, largest text', { width: 1280, height: 800 }, LARGEST],
        ['3840x2160', { width: 3840, height: 2160 }, STANDARD],
      ] satisfies [string, { width: number; height: number }, Look][])
    : []),
]

for (const [name, size, look] of grid)
  test(`nothing is cut off, overlapping, too small, scrolled or empty: ${name}`, async () => {
    test.setTimeout(600_000)
    const kiosk = await openKiosk({ size })
    try {
      const faults: string[] = []
      let stops = 0
      for await (const stop of everyStop(kiosk, look)) {
        stops++
        const found = await layoutFaults(stop.page)
        faults.push(...found.map((fault) => `${stop.name}: ${fault}`))
      }
      expect(faults).toEqual([])
      expect(stops).toBeGreaterThan(90)
    } finally {
      await kiosk.close()
    }
  })

test('the question whether somebody is still there covers the whole screen', async () => {
  const kiosk = await openKiosk({ settings: { askAfterSeconds: 1, countdownSeconds: 600 } })
  try {
    const page = kiosk.page()
    await page.locator('.attract .touch').click()
    await setLook(page, LARGEST)
    await expect(page.getByRole('alertdialog')).toBeVisible()
    expect(await layoutFaults(page)).toEqual([])
    const box = await page.getByRole('alertdialog').boundingBox()
    expect(box).toEqual({ x: 0, y: 0, ...LANDSCAPE })
  } finally {
    await kiosk.close()
  }
})
