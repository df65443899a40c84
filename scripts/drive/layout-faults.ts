import type { Page } from '@playwright/test'

/** What a screen may be asked to hold. */
interface LayoutLimits {
  /** Smallest side of anything that can be touched, in mm on the glass. */
  touchMm: number
  /** Smallest height of a capital letter, in mm on the glass. */
  capitalMm: number
}

const LIMITS: LayoutLimits = { touchMm: 20, capitalMm: 4.8 }

/** What a visitor would call broken on the screen that shows now: one sentence per fault. */
export async function layoutFaults(page: Page): Promise<string[]> {
  // tsx wraps named functions in a function of its own, which the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(findFaults, LIMITS)
}

/**
 * Looks for what a visitor would call broken: text or controls outside the screen, clipped text,
 * texts or controls that overlap, controls and letters that are too small, a page that scrolls, a
 * screen without words. Runs inside the page, so it must stand alone.
 * @returns one sentence per fault; none when the screen is whole
 */
function findFaults({ touchMm, capitalMm }: LayoutLimits): string[] {
  /** Of Atkinson Hyperlegible Next; 1000 units to the em. */
  const CAPITAL_PER_EM = 0.668
  const SLACK = 1.5
  const faults: string[] = []
  const diagonal = Number(getComputedStyle(document.documentElement).getPropertyValue('--diagonal'))
  const mm = Math.hypot(innerWidth, innerHeight) / (diagonal * 25.4)
  const root: Element = document.querySelector('dialog[open]') ?? document.body

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.unseen')
  const name = (element: Element): string =>
    `<${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ')[0]}` : ''}> "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`
  const isOut = (box: DOMRect): boolean =>
    box.left < -SLACK ||
    box.top < -SLACK ||
    box.right > innerWidth + SLACK ||
    box.bottom > innerHeight + SLACK
  const overlap = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK

  const texts: { element: Element; box: DOMRect }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    if (!node.textContent?.trim() || !element || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    texts.push({ element, box })
    if (isOut(box)) faults.push(`outside the screen: ${name(element)}`)
    const capital = (parseFloat(getComputedStyle(element).fontSize) * CAPITAL_PER_EM) / mm
    if (capital < capitalMm - 0.05)
      faults.push(`capitals of ${capital.toFixed(1)} mm: ${name(element)}`)
    for (let around: Element | null = element; around; around = around.parentElement) {
      // What lies around an open dialog does not cut it.
      if (!root.contains(around)) break
      if (getComputedStyle(around).overflow === 'visible') continue
      const edge = around.getBoundingClientRect()
      if (
        box.left < edge.left - SLACK ||
        box.top < edge.top - SLACK ||
        box.right > edge.right + SLACK ||
        box.bottom > edge.bottom + SLACK
      )
        faults.push(`clipped: ${name(element)}`)
    }
  }
  if (texts.length === 0) faults.push('no words on the screen')

  const controls = [...root.querySelectorAll('button, input, [role=slider], [role=button]')].filter(
    isShown,
  )
  for (const control of controls) {
    const box = control.getBoundingClientRect()
    if (isOut(box)) faults.push(`outside the screen: ${name(control)}`)
    if (Math.min(box.width, box.height) / mm < touchMm - 0.05)
      faults.push(
        `a target of ${(box.width / mm).toFixed(1)} x ${(box.height / mm).toFixed(1)} mm: ${name(control)}`,
      )
    for (const other of controls)
      if (other !== control && !control.contains(other) && !other.contains(control))
        if (
          overlap(box, other.getBoundingClientRect()) &&
          controls.indexOf(other) > controls.indexOf(control)
        )
          faults.push(`controls overlap: ${name(control)} and ${name(other)}`)
    for (const text of texts)
      if (!control.contains(text.element) && overlap(box, text.box))
        faults.push(`a control over words: ${name(control)} and ${name(text.element)}`)
    if (control.scrollWidth > control.clientWidth + SLACK)
      faults.push(`words wider than their control: ${name(control)}`)
    for (const text of texts)
      if (control.contains(text.element)) {
        const out = text.box
        if (
          out.left < box.left - SLACK ||
          out.right > box.right + SLACK ||
          out.top < box.top - SLACK ||
          out.bottom > box.bottom + SLACK
        )
          faults.push(`words outside their control: ${name(control)}`)
      }
  }
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1))
      if (one.element !== other.element && overlap(one.box, other.box)) {
        const inLine = one.element.contains(other.element) || other.element.contains(one.element)
        if (!inLine) faults.push(`words overlap: ${name(one.element)} and ${name(other.element)}`)
      }
  })
  const pictures = [...root.querySelectorAll('svg[role=img], img')].filter(isShown)
  for (const picture of pictures) {
    const box = picture.getBoundingClientRect()
    if (isOut(box)) faults.push(`a picture outside the screen: ${name(picture)}`)
    if (picture instanceof HTMLImageElement && picture.naturalWidth === 0)
      faults.push(`a picture that did not load: ${picture.src}`)
    for (const text of texts)
      if (!picture.parentElement?.contains(text.element) && overlap(box, text.box))
        faults.push(`words over a picture: ${name(text.element)}`)
  }
  const page = document.documentElement
  if (page.scrollHeight > innerHeight + SLACK || page.scrollWidth > innerWidth + SLACK)
    faults.push('the page is larger than the screen')
  return [...new Set(faults)]
}
