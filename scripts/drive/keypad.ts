import type { Locator } from '@playwright/test'
import type { Kiosk } from './kiosk'

/** A key as the system hands it over, so that it has to pass the lock-down; by Electron's name. */
export async function pressKey(kiosk: Kiosk, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++)
    await kiosk.app.evaluate(({ BrowserWindow }, keyCode) => {
      const contents = BrowserWindow.getAllWindows().at(-1)?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode })
      contents?.sendInputEvent({ type: 'keyUp', keyCode })
    }, key)
}

/** More steps than any screen has things to press or read. */
const MOST_STEPS = 90

/** Steps on with one key until something has the focus; fails when it comes round without. */
export async function stepTo(kiosk: Kiosk, target: Locator, key: string): Promise<void> {
  const page = target.page()
  await target.waitFor()
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    const before = await page.evaluate(() => performance.now())
    await pressKey(kiosk, key)
    await page.waitForFunction((then) => performance.now() > then + 30, before)
  }
  throw new Error(`nothing led to ${target.toString()}`)
}
