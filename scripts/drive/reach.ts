import type { Page } from '@playwright/test'
import { isStill } from './kiosk'

/** What covers all else: an open dialog, or the page. */
const TOP = 'dialog[open] .movers, body:not(:has(dialog[open])) .movers'

/**
 * In reach mode, each place that the screen which shows now can be moved to, from where it belongs
 * upwards; it is back there at the end.
 * @returns how often it was moved so far
 */
export async function* everyReachStop(page: Page): AsyncGenerator<number> {
  const higher = page.locator(TOP).last().locator('.higher:enabled')
  const lower = page.locator(TOP).last().locator('.lower:enabled')
  await hasMeasured(page)
  // Whoever came here by the focus may have moved the screen already.
  while (await lower.count()) await pressed(page, lower)
  let moved = 0
  yield moved
  while (await higher.count()) {
    await pressed(page, higher)
    yield ++moved
  }
  while (await lower.count()) await pressed(page, lower)
}

async function pressed(page: Page, mover: ReturnType<Page['locator']>): Promise<void> {
  await mover.click()
  await hasMeasured(page)
}

/** The screen has come to rest, and what is out of reach is marked. */
async function hasMeasured(page: Page): Promise<void> {
  await isStill(page)
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done))
      }),
  )
}

/** Brings a control into reach, as the focus does for those who work without touch. */
export async function bringIntoReach(control: ReturnType<Page['locator']>): Promise<void> {
  const isMoved = await control.evaluate((element) => {
    if (!document.querySelector('.reach-frame.on')) return false
    ;(element as HTMLElement).focus({ preventScroll: true })
    return true
  })
  if (isMoved) await hasMeasured(control.page())
}

/** What reach mode promises of the place that shows now, as seen by a finger. */
export interface ReachSight {
  /** Each control that is enabled, and whether it lies wholly in the lower part and takes a touch there. */
  controls: { name: string; isReached: boolean }[]
  /** Controls that take a touch above the line. */
  tooHigh: string[]
}

/** Looks at every control of the screen or dialog that is on top, at the place that shows now. */
export async function reachSight(page: Page): Promise<ReachSight> {
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(() => {
    const SLACK = 1.5
    const line = innerHeight * 0.55
    const root: Element = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    const all = [
      ...root.querySelectorAll<HTMLElement>('button:enabled, input:enabled, [role=button]'),
    ].filter((some) => some.checkVisibility({ visibilityProperty: true }))
    const name = (some: HTMLElement): string =>
      `${some.className.split(' ').slice(0, 3).join('.')} "${(some.getAttribute('aria-label') ?? some.textContent).trim().slice(0, 30)}"`
    const takes = (some: Element, x: number, y: number): boolean =>
      some.contains(document.elementFromPoint(x, y))
    const controls = all.map((some) => {
      const box = some.getBoundingClientRect()
      const isLow = box.top >= line - SLACK && box.bottom <= innerHeight + SLACK
      const points = [0.1, 0.5, 0.9].map((part) => box.top + part * box.height)
      const x = (box.left + box.right) / 2
      return { name: name(some), isReached: isLow && points.every((y) => takes(some, x, y)) }
    })
    const tooHigh = all
      .filter((some) => {
        const { left, right, top, bottom } = some.getBoundingClientRect()
        const until = Math.min(bottom, line) - 1
        if (until <= Math.max(0, top)) return false
        const x = (left + right) / 2
        return takes(some, x, until) || takes(some, x, (Math.max(0, top) + until) / 2)
      })
      .map(name)
    return { controls, tooHigh }
  })
}
