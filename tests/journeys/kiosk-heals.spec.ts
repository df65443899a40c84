import { expect, test } from '@playwright/test'
import { kill } from 'node:process'
import { openKiosk, type Kiosk } from '../../scripts/drive/kiosk'

let kiosk: Kiosk
test.beforeEach(async () => {
  kiosk = await openKiosk()
})
test.afterEach(() => kiosk.close())

const attract = () => kiosk.page().locator('.attract .touch')
const pageProcess = (): Promise<number> =>
  kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
const windows = (): Promise<number> =>
  kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a page that is killed comes back on the attract screen within two seconds', async () => {
  await attract().click()
  await expect(kiosk.page().locator('.home')).toBeVisible()
  const old = await pageProcess()
  const began = Date.now()
  await kiosk.nextPage(async () => kill(old, 'SIGKILL'))
  await expect(attract()).toBeVisible()
  expect(Date.now() - began).toBeLessThan(2_000)
  expect(await windows()).toBe(1)
})

test('a page that hangs is replaced without anybody touching it', async () => {
  await expect(attract()).toBeVisible()
  const began = Date.now()
  await kiosk.nextPage(() =>
    kiosk.page().evaluate(() => {
      setTimeout(() => {
        for (;;);
      })
    }),
  )
  await expect(attract()).toBeVisible()
  expect(Date.now() - began).toBeLessThan(8_000)
})

test('a page that closes its own window gets a new one', async () => {
  await kiosk.nextPage(() => kiosk.page().evaluate(() => setTimeout(() => window.close())))
  await expect(attract()).toBeVisible()
  expect(await windows()).toBe(1)
})

test('a page that keeps dying gives way to a plain page', async () => {
  for (let death = 1; death <= 3; death++) {
    const old = await pageProcess()
    const next = kiosk.app.waitForEvent('window')
    kill(old, 'SIGKILL')
    await next
    await expect.poll(windows).toBe(1)
  }
  await expect(kiosk.page().getByText('One moment, please.')).toBeVisible()
  await kiosk.page().screenshot({ path: 'out/recovery.png' })
})
