import { expect, test, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../core/schema/settings'
import { hashPin } from '../../electron/pin-hash'
import type { StaffRecord } from '../../electron/staff-file'
import {
  openKiosk,
  PORTRAIT,
  tap,
  touchCorner,
  type Kiosk,
  type KioskOptions,
} from '../../scripts/drive/kiosk'
import { textOfPdfIn } from '../../scripts/drive/marker-scan'
import {
  CLINICIAN_PIN,
  comeIn,
  everySetUpStop,
  OWNER_PIN,
  typePin,
  typeText,
} from '../../scripts/drive/staff-stops'
import { SAMPLE_HANDOUT } from '../../scripts/sample-handout'

test.describe.configure({ timeout: 120_000 })

const WRONG = '908172'
let record: StaffRecord
test.beforeAll(async () => {
  const [owner, clinician] = await Promise.all([hashPin(OWNER_PIN), hashPin(CLINICIAN_PIN)])
  record = { owner, clinician, wrongPins: 0, waitMs: 0 }
})

let kiosk: Kiosk
test.afterEach(async () => kiosk.close())
const open = async (options: KioskOptions = {}): Promise<void> => {
  kiosk = await openKiosk({ staff: record, ...options })
}
const enter = async (pin: string): Promise<Page> => {
  const page = await comeIn(kiosk)
  await typePin(page, pin)
  await page.waitForSelector('.staff-home')
  return page
}
const settingsOnDisk = async (): Promise<Partial<Settings>> =>
  JSON.parse(await readFile(join(kiosk.folder, 'settings.json'), 'utf8')) as Partial<Settings>
const state = (page: Page) => page.evaluate(() => window.bridge?.staffState())

test('a visitor who taps about finds no way in, and no sign of one', async () => {
  await open()
  const page = kiosk.page()
  const { width, height } = page.viewportSize() ?? { width: 1920, height: 1080 }
  await tap(page, page.locator('.attract .touch'))
  await page.waitForSelector('.home')
  for (const x of [5, width - 5])
    for (const y of [5, height / 2])
      for (let time = 0; time < 3; time++) await page.touchscreen.tap(x, y).catch(() => undefined)
  await touchCorner(page, 'top-right')
  await touchCorner(page, 'top-left')
  expect(await page.locator('.pin-pad').count()).toBe(0)
  expect(await page.getByRole('button', { name: /staff/i }).count()).toBe(0)
  expect(kiosk.page()).toBe(page)
})

test('two corners end the visit and show the pad; what was on the screen is gone', async () => {
  await open()
  const visit = kiosk.page()
  await tap(visit, visit.locator('.attract .touch'))
  await visit.locator('.comfort-bar .theme').click()
  const page = await comeIn(kiosk)
  expect(page).not.toBe(visit)
  await expect(page.locator('.pin-pad')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.locator('.pin-pad [data-digit]')).toHaveCount(10)
})

test('keys come in too: Home and End in turn, twice, each held for three seconds', async () => {
  await open()
  const page = kiosk.page()
  const send = (type: 'keyDown' | 'keyUp', keyCode: string) =>
    kiosk.app.evaluate(
      ({ BrowserWindow }, event) => {
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent(event)
      },
      { type, keyCode },
    )
  const next = await kiosk.nextPage(async () => {
    for (const key of ['Home', 'End', 'Home', 'End']) {
      await send('keyDown', key)
      await page.waitForTimeout(3150).catch(() => undefined)
      await send('keyUp', key)
    }
  })
  await expect(next.locator('.pin-pad')).toBeVisible()
})

test('the pad shows no digit, and forgets what was typed', async () => {
  await open()
  const page = await comeIn(kiosk)
  const order = await page.locator('.pin-pad .keys').innerText()
  for (const digit of '8302') await tap(page, page.locator(`.pin-pad [data-digit="${digit}"]`))
  await expect(page.locator('.dots .filled')).toHaveCount(4)
  await expect(page.locator('.dots .filled')).toHaveCount(0, { timeout: 15_000 })
  expect(await page.locator('.pin-pad .keys').innerText()).not.toBe(order)
})

test('the owner changes a setting, the next visitor meets it, and it is written for the next start', async () => {
  await open()
  const page = await enter(OWNER_PIN)
  await tap(page, page.locator('.to-settings'))
  await tap(page, page.locator('[data-setting=emergencyNumber]'))
  for (const key of '112') await tap(page, page.locator(`[data-key="${key}"]`))
  await tap(page, page.locator('dialog[open] .save'))
  await expect(page.locator('[data-setting=emergencyNumber]')).toContainText('112')
  expect((await settingsOnDisk()).emergencyNumber).toBe('112')
  const visit = await kiosk.nextPage(() => tap(page, page.locator('.lock')))
  expect((await state(visit))?.role).toBeNull()
  const seen = await visit.evaluate(async () => {
    const answer = await window.bridge?.loadContent()
    return answer?.ok ? answer.settings.emergencyNumber : null
  })
  expect(seen).toBe('112')
})

test('a search finds a setting by its help, and opens it', async () => {
  await open({ size: PORTRAIT })
  const page = await enter(OWNER_PIN)
  await tap(page, page.locator('.to-settings'))
  await tap(page, page.locator('.settings .search'))
  await typeText(page, 'bank')
  await expect(page.locator('[data-found]')).toHaveCount(0)
  for (let time = 0; time < 4; time++) await tap(page, page.locator('.keyboard .erase'))
  await typeText(page, 'tick')
  await tap(page, page.locator('[data-found=tickDays]'))
  await tap(page, page.locator('[data-option="28"]'))
  await tap(page, page.locator('dialog[open] .save'))
  await expect(page.locator('.good')).toBeVisible()
  expect((await settingsOnDisk()).tickDays).toBe(28)
})

test('a clinician changes the rest, but neither the way in nor the end of the kiosk', async () => {
  await open()
  const page = await enter(CLINICIAN_PIN)
  await expect(page.locator('.to-exit')).toHaveCount(0)
  await expect(page.locator('.to-pins')).toHaveCount(0)
  const answers = await page.evaluate(async () => [
    await window.bridge?.writeSettings({ changes: { staffLockSeconds: 600 } }),
    await window.bridge?.setPin({ role: 'owner', pin: '99037461' }),
    await window.bridge?.quitKiosk({ how: 'exit' }),
    await window.bridge?.writeSettings({ changes: { clinicName: 'Hill' } }),
  ])
  expect(answers).toMatchObject([
    { ok: false, reason: 'owner-only' },
    { ok: false, reason: 'locked' },
    { ok: false, reason: 'locked' },
    { ok: true },
  ])
})

test('while staff mode is locked the page can write nothing and end nothing', async () => {
  await open()
  const answers = await kiosk
    .page()
    .evaluate(async () => [
      await window.bridge?.writeSettings({ changes: { clinicName: 'x' } }),
      await window.bridge?.setPin({ role: 'owner', pin: '99037461' }),
      await window.bridge?.setPin({ role: 'clinician', pin: null }),
      await window.bridge?.makeRecoveryFile(),
      await window.bridge?.quitKiosk({ how: 'restart' }),
      await window.bridge?.quitKiosk({ how: 'exit' }),
    ])
  for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'locked' })
  expect(await kiosk.page().evaluate(() => window.bridge?.beginSetUp())).toBe(false)
  expect(await settingsOnDisk()).toEqual({})
})

test('staff mode ends with its window, however the window ends', async () => {
  await open()
  const page = await enter(OWNER_PIN)
  const next = await kiosk.nextPage(() =>
    kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    ),
  )
  expect(page).not.toBe(next)
  expect((await state(next))?.role).toBeNull()
  expect(
    await next.evaluate(() => window.bridge?.writeSettings({ changes: { clinicName: 'x' } })),
  ).toEqual({ ok: false, reason: 'locked' })
})

test('staff mode locks by itself when nobody touches it', async () => {
  await open({ settings: { staffLockSeconds: 6 } })
  const page = await enter(OWNER_PIN)
  await expect(page.getByRole('alertdialog')).toContainText('staff mode')
  const next = await kiosk.nextPage(() => Promise.resolve())
  expect((await state(next))?.role).toBeNull()
  await expect(next.locator('main.attract')).toBeVisible()
})

test('the shell locks even when the page does not', async () => {
  await open({ settings: { staffLockSeconds: 3 } })
  const page = kiosk.page()
  // By the bridge alone, so that the page itself does not know.
  const next = await kiosk.nextPage(async () => {
    const answer = await page.evaluate((pin) => window.bridge?.unlockStaff({ pin }), OWNER_PIN)
    expect(answer).toMatchObject({ ok: true, role: 'owner' })
  })
  expect((await state(next))?.role).toBeNull()
})

test('the hundredth wrong PIN shuts staff mode for the right one too, and the stick opens it', async () => {
  await open({ staff: { ...record, wrongPins: 0 } })
  const owner = await enter(OWNER_PIN)
  await mkdir(join(kiosk.folder, 'sticks', 'KEYS'), { recursive: true })
  await tap(owner, owner.locator('.to-pins'))
  await tap(owner, owner.locator('.make-recovery'))
  await expect(owner.locator('.recovery-maker .good')).toBeVisible()
  await kiosk.nextPage(() => tap(owner, owner.locator('.lock')))

  await writeFile(join(kiosk.folder, 'staff.json'), JSON.stringify({ ...record, wrongPins: 99 }))
  const page = await comeIn(kiosk)
  await typePin(page, WRONG)
  await expect(page.locator('.shut')).toContainText('Too many')
  await expect(page.locator('.pin-pad')).toHaveCount(0)
  expect(await page.evaluate((pin) => window.bridge?.unlockStaff({ pin }), OWNER_PIN)).toEqual({
    ok: false,
    reason: 'off',
  })
  await tap(page, page.locator('.recover'))
  await expect(page.locator('.pins')).toBeVisible()
  expect((await state(page))?.role).toBe('owner')
})

test('five wrong PINs make everybody wait', async () => {
  await open({ staff: { ...record, wrongPins: 4 } })
  const page = await comeIn(kiosk)
  await typePin(page, WRONG)
  await expect(page.locator('.pin .bad')).toContainText('Wait')
  await expect(page.locator('.pin-pad')).toHaveCount(0)
  expect(
    await page.evaluate((pin) => window.bridge?.unlockStaff({ pin }), OWNER_PIN),
  ).toMatchObject({ ok: false, reason: 'wait' })
})

test('a PIN file that is broken shuts staff mode, and the kiosk runs', async () => {
  await open({ staff: { ...record, wrongPins: -1 } })
  await expect(kiosk.page().locator('main.attract')).toBeVisible()
  const page = await comeIn(kiosk)
  await expect(page.locator('.shut')).toContainText('shut')
  await expect(page.locator('.pin-pad')).toHaveCount(0)
})

test('without a set-up the kiosk runs, and staff mode is shut', async () => {
  kiosk = await openKiosk()
  await expect(kiosk.page().locator('main.attract')).toBeVisible()
  const page = await comeIn(kiosk)
  await expect(page.locator('.shut')).toBeVisible()
  expect(await page.evaluate(() => window.bridge?.beginSetUp())).toBe(false)
})

test('the first set-up goes to its end by touch alone, and opens once', async () => {
  kiosk = await openKiosk({ staff: 'set-up', size: PORTRAIT })
  for await (const stop of everySetUpStop(kiosk, { text: 1, theme: 'light' }))
    expect(stop.page).toBe(kiosk.page())
  expect(await settingsOnDisk()).toMatchObject({
    clinicName: 'Hill',
    country: 'DE',
    emergencyNumber: '112',
    paper: 'a4',
    deskSlip: false,
    deskTone: false,
  })
  expect(existsSync(join(kiosk.folder, 'set-up-allowed'))).toBe(false)
  const end = kiosk.page()
  const visit = await kiosk.nextPage(() => tap(end, end.locator('.set-up .next')))
  await expect(visit.locator('main.attract')).toBeVisible()
  expect(await visit.evaluate(() => window.bridge?.beginSetUp())).toBe(false)
  const page = await enter(CLINICIAN_PIN)
  await expect(page.locator('.staff-home')).toBeVisible()
})

test('a set-up that was left goes on with what was answered', async () => {
  kiosk = await openKiosk({ staff: 'set-up' })
  const first = kiosk.page()
  await tap(first, first.locator('.set-up .next'))
  await typeText(first, 'Hill')
  await tap(first, first.locator('.set-up .next'))
  await first.waitForSelector('[data-step=clinicPhone]')
  const visit = await kiosk.nextPage(() => tap(first, first.locator('.lock')))
  await expect(visit.locator('main.attract')).toBeVisible()
  const page = await comeIn(kiosk)
  await tap(page, page.locator('.set-up .next'))
  await expect(page.locator('.typed')).toHaveValue('Hill')
})

test('the owner ends the program', async () => {
  await open()
  const page = await enter(OWNER_PIN)
  const program = kiosk.app.process()
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
  await tap(page, page.locator('.to-exit'))
  await tap(page, page.locator('dialog[open] .sure'))
  expect(await ended).toBe(0)
})

test('staff make a handout and save it as PDF on a stick, and visitors cannot', async () => {
  await open({ size: PORTRAIT })
  const save = (page: Page) =>
    page.evaluate(
      (request) =>
        Promise.all([
          window.bridge?.listSticks(),
          window.bridge?.saveHandoutPdf({ request, stick: 'KEYS' }),
        ]),
      SAMPLE_HANDOUT,
    )
  const page = await enter(CLINICIAN_PIN)
  await tap(page, page.locator('.staff-home .to-handout'))
  await tap(page, page.locator('main.handout .find'))
  await tap(page, page.locator('.exercises [data-card]').first())
  const name = await page.locator('main.detail h1').innerText()
  await tap(page, page.locator('.actions .add'))
  await tap(page, page.locator('.staff-bar .to-handout'))
  await tap(page, page.locator('main.handout .save'))
  const dialog = page.locator('dialog[open]')
  await expect(dialog.getByRole('status')).toContainText('There is no stick')
  const stick = join(kiosk.folder, 'sticks', 'KEYS')
  await mkdir(stick, { recursive: true })
  await tap(page, dialog.locator('.look'))
  await tap(page, dialog.locator('.stick'))
  await expect(dialog.getByRole('status')).toContainText('Saved on KEYS as handout-1.pdf')
  expect(await readdir(stick)).toEqual(['handout-1.pdf'])
  expect(await textOfPdfIn(await readFile(join(stick, 'handout-1.pdf')))).toContain(name)

  await tap(page, dialog.locator('.close'))
  await tap(page, page.locator('main.handout .save'))
  await rm(stick, { recursive: true })
  await tap(page, dialog.locator('.stick'))
  await expect(dialog.getByRole('status')).toContainText('not there any more')
  await mkdir(stick)
  await tap(page, dialog.locator('.close'))

  const visit = await kiosk.nextPage(() => tap(page, page.locator('.lock')))
  expect(await save(visit)).toEqual([[], { ok: false, reason: 'locked' }])
  expect(await readdir(stick)).toEqual([])
})
