import type { Page } from '@playwright/test'

/** What the focus is on, as somebody sees it who works without touch. */
export interface FocusSight {
  /** Where it is among the controls of the screen or dialog on top; -1 for anything else. */
  at: number
  /** How many controls there are. */
  of: number
  name: string
  /** Is a ring drawn around it, thick enough to be seen, and wholly on the screen? */
  isSeen: boolean
}

/** Looks at what has the focus now. */
export async function focusSight(page: Page): Promise<FocusSight> {
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(lookAtFocus)
}

/**
 * Tabs so many times and gives what was seen on the way. Looking happens inside the page each time
 * that the focus moves, so that a walk round a screen takes no longer than the keys do.
 */
export async function tabAround(page: Page, times: number): Promise<FocusSight[]> {
  await page.evaluate('globalThis.__name ??= (named) => named')
  await page.evaluate(`globalThis.lookAtFocus = ${lookAtFocus.toString()}`)
  await page.evaluate(() => {
    const walk = window as unknown as { lookAtFocus: () => FocusSight; sights: FocusSight[] }
    if (!Object.hasOwn(walk, 'sights'))
      document.addEventListener('focusin', () => walk.sights.push(walk.lookAtFocus()))
    walk.sights = []
  })
  for (let step = 0; step < times; step++) await page.keyboard.press('Tab')
  return page.evaluate(() => (window as unknown as { sights: FocusSight[] }).sights)
}

/** Runs inside the page, so it must stand alone. */
function lookAtFocus(): FocusSight {
  const root: Element = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  const controls = [
    ...root.querySelectorAll<HTMLElement>('button:enabled, input:enabled, [role=button]'),
  ].filter((some) => some.checkVisibility({ visibilityProperty: true }))
  const focused = document.activeElement
  if (!focused || focused === document.body)
    return { at: -1, of: controls.length, name: 'nothing', isSeen: false }
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const diagonal = Number(getComputedStyle(document.documentElement).getPropertyValue('--diagonal'))
  const mm = Math.hypot(innerWidth, innerHeight) / (diagonal * 25.4)
  const box = focused.getBoundingClientRect()
  const isOnScreen =
    box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1
  return {
    at: controls.findIndex((some) => some === focused),
    of: controls.length,
    name: `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 30)}"`,
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= mm - 0.1 && isOnScreen,
  }
}
