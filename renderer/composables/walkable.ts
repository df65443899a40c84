const CONTROLS =
  'button, input, select, textarea, a[href], [role="button"], [role="slider"], [tabindex="0"]'
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, [role="img"][aria-label]'

/** What covers all else: the dialog that was opened last, or the page. */
export function topLayer(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body
}

/** All that can be pressed or moved, in the order of the page. */
export function controlsIn(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (some) => !some.matches(':disabled, [aria-disabled="true"]') && isThere(some),
  )
}

/** All that can be pressed or read, in the order of the page: controls and, between them, texts. */
export function walkableIn(root: Element): HTMLElement[] {
  const controls = new Set(controlsIn(root))
  const all = [...root.querySelectorAll<HTMLElement>(`${CONTROLS}, ${BLOCKS}`)].filter(
    (some) => controls.has(some) || isReadable(some),
  )
  return all.filter((some) => controls.has(some) || !all.some((other) => isAround(some, other)))
}

const isAround = (one: Element, other: Element): boolean => one !== other && one.contains(other)

function isReadable(block: HTMLElement): boolean {
  if (block.matches(CONTROLS) || block.closest('[aria-hidden="true"]')) return false
  if (block.parentElement?.closest(CONTROLS)) return false
  const said = block.getAttribute('aria-label') ?? block.textContent
  return said.trim() !== '' && isThere(block)
}

const isThere = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], .unseen')

/** Puts the focus on a control or a text, and nothing scrolls for it. */
export function focusOn(element: HTMLElement | undefined): void {
  if (!element) return
  if (!element.matches(CONTROLS) && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** The slider that has the focus, if one has. */
export function focusedSlider(): HTMLInputElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement && activeElement.type === 'range'
    ? activeElement
    : null
}

/** Moves a slider by some of its steps, and tells it as the browser does for a key. */
export function moveSlider(slider: HTMLInputElement, steps: number): void {
  const before = slider.value
  if (steps > 0) slider.stepUp(steps)
  else slider.stepDown(-steps)
  if (slider.value === before) return
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  slider.dispatchEvent(new Event('change', { bubbles: true }))
}
