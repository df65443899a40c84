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
  return page.evaluate(() => {
    const root: Element = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button:enabled, input:enabled, [role=button]'),
    ].filter((some) => some.checkVisibility({ visibilityProperty: true }))
    const focused = document.activeElement
    if (!focused || focused === document.body)
      return { at: -1, of: controls.length, name: 'nothing', isSeen: false }
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    const diagonal = Number(
      getComputedStyle(document.documentElement).getPropertyValue('--diagonal'),
    )
    const mm = Math.hypot(innerWidth, innerHeight) / (diagonal * 25.4)
    const box = focused.getBoundingClientRect()
    const isOnScreen =
      box.left >= -1 &&
      box.top >= -1 &&
      box.right <= innerWidth + 1 &&
      box.bottom <= innerHeight + 1
    return {
      at: controls.findIndex((some) => some === focused),
      of: controls.length,
      name: `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 30)}"`,
      isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= mm - 0.1 && isOnScreen,
    }
  })
}
