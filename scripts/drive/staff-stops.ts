import type { Page } from '@playwright/test'
import { format, subDays } from 'date-fns'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DayCounts } from '../../core/schema/counts'
import { isStill, tap, touchCorner, type Kiosk } from './kiosk'
import { setLook, type Look, type Stop } from './stops'

/** PINs that the rules take. */
export const OWNER_PIN = '830274'
export const CLINICIAN_PIN = '470961'

const press = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).click()
  await isStill(page)
}

/** Comes by the hidden way in, as staff do: two corners, one after the other; gives the new page. */
export async function comeIn(kiosk: Kiosk): Promise<Page> {
  const page = kiosk.page()
  const next = await kiosk.nextPage(async () => {
    await touchCorner(page, 'top-left')
    await touchCorner(page, 'top-right')
  })
  await next.waitForSelector('.pin, .shut, .set-up')
  return next
}

/** Types a PIN with a finger, wherever its digits are this time. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await tap(page, page.locator(`.pin-pad [data-digit="${digit}"]`))
  await tap(page, page.locator('.pin-pad .enter'))
}

/** Types a text with a finger on the keyboard of the screen. */
export async function typeText(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    const isCapital = letter !== letter.toLocaleLowerCase()
    if (isCapital) await tap(page, page.locator('.keyboard .shift'))
    const key = letter === ' ' ? '.space' : `[data-key="${letter}"]`
    await tap(page, page.locator(`.keyboard ${key}`))
  }
}

/** Walks through the first set-up to its end; ends with the PINs of this file. */
export async function* everySetUpStop(kiosk: Kiosk, look: Look): AsyncGenerator<Stop> {
  const page = kiosk.page()
  await page.waitForSelector('.set-up.welcome')
  await setLook(page, look)
  yield { name: 'staff/set-up-00-welcome', page }
  await press(page, '.set-up .next')
  for (let number = 1; ; number++) {
    await page.waitForSelector('.set-up[data-step], .set-up.end')
    if (await page.locator('.set-up.end').count()) break
    const step = (await page.locator('.set-up').getAttribute('data-step')) ?? ''
    const name = `staff/set-up-${String(number).padStart(2, '0')}-${step}`
    yield { name, page }
    yield* answerStop(kiosk, page, step, name)
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.set-up')?.dataset['step'] !== old,
      step,
    )
  }
  yield { name: 'staff/set-up-99-end', page }
}

async function* answerStop(
  kiosk: Kiosk,
  page: Page,
  step: string,
  name: string,
): AsyncGenerator<Stop> {
  if (step === 'clinicName') {
    await typeText(page, 'Hill')
    await press(page, '.keyboard .accents')
    yield { name: `${name}-accents`, page }
    await press(page, '.keyboard .signs')
    yield { name: `${name}-signs`, page }
  }
  if (step === 'country') {
    while (!(await page.locator('[data-option=DE]').count())) await press(page, '.pages .more')
    await press(page, '[data-option=DE]')
  }
  if (step === 'owner-pin' || step === 'clinician-pin') {
    const pin = step === 'owner-pin' ? OWNER_PIN : CLINICIAN_PIN
    if (step === 'owner-pin') {
      for (let time = 0; time < 2; time++) await typePin(page, '123456')
      await page.waitForSelector('.new-pin .bad')
      yield { name: `${name}-refused`, page }
    }
    await typePin(page, pin)
    await page.waitForSelector('.new-pin .good')
    yield { name: `${name}-again`, page }
    await typePin(page, pin)
    return
  }
  if (step === 'recovery') {
    await press(page, '.make-recovery')
    await page.waitForSelector('.recovery-maker .bad')
    yield { name: `${name}-no-stick`, page }
    await mkdir(join(kiosk.folder, 'sticks', 'KEYS'), { recursive: true })
    await press(page, '.make-recovery')
    await page.waitForSelector('.recovery-maker .good')
    yield { name: `${name}-made`, page }
  }
  await press(page, '.set-up .next')
}

/** A file of counts as a month of work leaves it, so that there is something to see. */
export function countsOfAMonth(): Record<string, string> {
  const days = Object.fromEntries(
    Array.from({ length: 30 }, (_, ago): [string, DayCounts[string]] => [
      format(subDays(new Date(), ago), 'yyyy-MM-dd'),
      {
        start: { all: 12 + ((ago * 7) % 23) },
        chapter: { link: 9 + (ago % 5), foot: 6 + (ago % 3) },
        level: { '4': 5 + (ago % 4), '3': 3 + (ago % 3), '1': 1 },
        print: { all: 2 + (ago % 6) },
      },
    ]),
  )
  return { 'counts.json': JSON.stringify({ version: 1, days }) }
}

/** Every screen of staff mode, from the first set-up to the question before the exit. */
export async function* everyStaffStop(kiosk: Kiosk, look: Look): AsyncGenerator<Stop> {
  yield* everySetUpStop(kiosk, look)
  await kiosk.nextPage(() => press(kiosk.page(), '.set-up .next'))
  const page = await comeIn(kiosk)
  await setLook(page, look)
  yield { name: 'staff/pin', page }
  for (let time = 0; time < 5; time++) {
    await typePin(page, '908172')
    await page.waitForSelector('.pin .bad')
    if (time === 0) yield { name: 'staff/pin-wrong', page }
  }
  await page.waitForFunction(() => !document.querySelector('.pin-pad'))
  yield { name: 'staff/pin-wait', page }
  await press(page, '.lost')
  yield { name: 'staff/pin-lost', page }
  await press(page, '.recover')
  await page.waitForSelector('.pins')
  yield { name: 'staff/pins', page }
  await press(page, '.set-clinician')
  yield { name: 'staff/pins-set', page }
  await press(page, 'dialog[open] .cancel')
  await press(page, '.to-staff-home')
  await page.waitForSelector('.staff-home')
  yield { name: 'staff/home', page }
  await press(page, '.to-exit')
  yield { name: 'staff/home-exit', page }
  await press(page, 'dialog[open] .cancel')
  await press(page, '.to-printer')
  await page.waitForSelector('.printer .state')
  yield { name: 'staff/printer', page }
  await press(page, '.to-staff-home')
  await press(page, '.to-counts')
  for (const thing of ['start', 'chapter', 'level', 'print']) {
    await press(page, `[data-thing=${thing}]`)
    yield { name: `staff/counts-${thing}`, page }
  }
  await press(page, '.export')
  await page.waitForSelector('.counts .bad, .counts .good')
  yield { name: 'staff/counts-exported', page }
  await press(page, '.to-staff-home')
  await press(page, '.to-settings')
  yield* everySettingStop(page)
}

const GROUPS = ['clinic', 'screen', 'triage', 'exercises', 'access', 'printing', 'staff']

async function* everySettingStop(page: Page): AsyncGenerator<Stop> {
  await page.waitForSelector('.settings')
  const opened = new Set<string>()
  for (const group of GROUPS) {
    await press(page, `[data-group=${group}]`)
    for (let number = 1; ; number++) {
      yield { name: `staff/settings-${group}-${number}`, page }
      const names = await page
        .locator('.rows [data-setting]')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['setting'] ?? ''))
      for (const name of names.filter((some) => !opened.has(some))) {
        opened.add(name)
        await press(page, `[data-setting=${name}]`)
        await page.waitForSelector('dialog[open] .setting-dialog')
        yield { name: `staff/setting-${name}`, page }
        await press(page, 'dialog[open] .cancel')
      }
      if ((await page.locator('.settings .more:visible').count()) === 0) break
      await press(page, '.settings .more')
    }
  }
  await press(page, '.settings .search')
  yield { name: 'staff/search', page }
  await typeText(page, 'paper')
  yield { name: 'staff/search-found', page }
  await typeText(page, 'x')
  yield { name: 'staff/search-nothing', page }
  await press(page, 'dialog[open] .cancel')
}
