import { expect, test } from '@playwright/test'
import { LANDSCAPE, openKiosk, PORTRAIT } from '../../scripts/drive/kiosk'
import { layoutFaults } from '../../scripts/drive/layout-faults'
import { everyReachStop, reachSight } from '../../scripts/drive/reach'
import { everyStop, setLook, type Look } from '../../scripts/drive/stops'

const STANDARD: Look = { text: 1, theme: 'light', reach: true }
const LARGEST: Look = { text: 4, theme: 'light', reach: true }
const isFull = process.env['TEST_FULL'] === '1'

const grid: [string, { width: number; height: number }, Look][] = [
  ['portrait', PORTRAIT, STANDARD],
  ['landscape, largest text', LANDSCAPE, LARGEST],
  ...(isFull
    ? ([
        ['portrait, largest text', PORTRAIT, LARGEST],
        ['landscape', LANDSCAPE, STANDARD],
        ['portrait, second text size', PORTRAIT, { ...STANDARD, text: 2 }],
        ['landscape, third text size', LANDSCAPE, { ...STANDARD, text: 3 }],
        ['1280x800', { width: 1280, height: 800 }, STANDARD],
      ] satisfies [string, { width: number; height: number }, Look][])
    : []),
]

for (const [name, size, look] of grid)
  test(`each control can be brought into the lower 45 %, and none above takes a touch: ${name}`, async () => {
    test.setTimeout(900_000)
    const kiosk = await openKiosk({ size })
    try {
      const faults: string[] = []
      let stops = 0
      for await (const { name: stop, page } of everyStop(kiosk, look)) {
        if (stop.startsWith('attract/')) continue
        stops++
        const reached = new Map<string, boolean>()
        for await (const moved of everyReachStop(page)) {
          // Moved away, parts of the screen lie out of sight; in its place nothing may.
          if (moved === 0)
            faults.push(...(await layoutFaults(page)).map((fault) => `${stop}: ${fault}`))
          const { controls, tooHigh } = await reachSight(page)
          for (const some of controls)
            reached.set(some.name, reached.get(some.name) === true || some.isReached)
          faults.push(...tooHigh.map((some) => `${stop}, moved ${moved}: takes a touch: ${some}`))
        }
        for (const [control, isReached] of reached)
          if (!isReached) faults.push(`${stop}: never in reach: ${control}`)
      }
      expect(faults).toEqual([])
      expect(stops).toBeGreaterThan(90)
    } finally {
      await kiosk.close()
    }
  })

test('a touch above the line does nothing but say where to touch, and it ends with the visit', async () => {
  const kiosk = await openKiosk({ size: LANDSCAPE })
  try {
    const page = kiosk.page()
    await page.locator('.attract .touch').click()
    await setLook(page, STANDARD)
    const chips = page.locator('.minutes .chips')
    const box = await chips.boundingBox()
    if (!box) throw new Error('the chips are not there')
    await page.mouse.click(box.x + 20, box.y + 20)
    await expect(page.getByRole('status')).toBeVisible()
    await expect(page.locator('.home')).toBeVisible()
    const next = await kiosk.nextPage(async () => {
      await page.locator('.comfort-bar .called').click()
      await page.locator('dialog[open] .primary').click()
    })
    await next.locator('.attract .touch').click()
    await expect(next.locator('.comfort-bar .reach')).toHaveAttribute('aria-pressed', 'false')
    await expect(next.locator('.movers')).toHaveCount(0)
  } finally {
    await kiosk.close()
  }
})
