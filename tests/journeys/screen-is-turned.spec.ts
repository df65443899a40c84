import { expect, test } from '@playwright/test'
import { openKiosk, type Kiosk } from '../../scripts/drive/kiosk'
import { layoutFaults } from '../../scripts/drive/layout-faults'

let kiosk: Kiosk
test.afterEach(() => kiosk.close())

const size = () => kiosk.page().evaluate(() => ({ width: innerWidth, height: innerHeight }))
const place = () => kiosk.page().locator('.slide').getAttribute('data-slide')

test('a window that is turned on a desk keeps the place and fits again', async () => {
  kiosk = await openKiosk({ windowed: true, size: { width: 2000, height: 2000 } })
  const page = kiosk.page()
  await page.locator('.attract .touch').click()
  await page.locator('.minutes .chips > :last-child').click()
  await expect(page.locator('.story')).toBeVisible()
  await page.keyboard.press('PageDown')
  const before = await place()
  for (const turned of [
    { width: 1080, height: 1920 },
    { width: 1920, height: 1080 },
  ]) {
    await kiosk.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, turned)
    await expect.poll(size).toEqual(turned)
    expect(await place()).toBe(before)
    expect(await layoutFaults(page)).toEqual([])
  }
})

// A virtual screen cannot be turned, so the system's message is raised by hand.
test('the kiosk fills its screen again when the system says that the screen has changed', async () => {
  kiosk = await openKiosk({ size: { width: 1920, height: 1080 } })
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setKiosk(false)
    window?.setFullScreen(false)
    window?.setBounds({ x: 100, y: 100, width: 1100, height: 700 })
  })
  await kiosk.app.evaluate(({ screen }) => {
    screen.emit('display-metrics-changed')
  })
  await expect.poll(size).toEqual({ width: 1920, height: 1080 })
  await expect(kiosk.page().locator('.attract .touch')).toBeVisible()
})
