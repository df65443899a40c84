import { type ControlState, type Passage } from '../../core/speech/reading'

/** A passage and where it stands. */
export interface Found {
  passage: Passage
  element: Element
  /** Where each of its letters stands; null for those that stand nowhere. */
  spots: readonly (Spot | null)[]
  /** Changes by itself, like a clock: nobody is told of each change. */
  isQuiet: boolean
}
interface Spot {
  node: Text
  offset: number
}

const CONTROL =
  'button, a[href], summary, input, [role=button], [role=link], [role=slider], [role=checkbox], [role=radio], [role=switch], [role=tab]'
const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]'
const PICTURE = 'img, svg, [role=img]'
/** What stands within a line; all else begins a new passage. */
const INLINE = new Set([
  'SPAN',
  'STRONG',
  'EM',
  'B',
  'I',
  'SMALL',
  'ABBR',
  'BDI',
  'TIME',
  'SUB',
  'SUP',
])
const ENDS_SENTENCE = /[.!?:;,。！？：；，؟،]$/

/** The part of the page that counts now: an open dialog, or the screen. */
export const screenRoot = (): Element | null =>
  [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('main')

/** What somebody meets on a part of the page who cannot see it, as it stands there. */
export function passagesIn(root: Element): Found[] {
  const found: Found[] = []
  let run = new Run()
  const add = (element: Element, passage: Passage, spots: Found['spots'] = []): void => {
    const lang = element.closest('[lang]')
    found.push({
      element,
      spots,
      isQuiet: element.closest('[aria-live=off], [role=timer]') !== null,
      passage: {
        ...passage,
        ...(lang && lang !== document.documentElement && { lang: lang.getAttribute('lang') ?? '' }),
        ...(element.closest('[data-private]') && { isPrivate: true }),
      },
    })
  }
  function endRun(element: Element): void {
    const { text, spots } = run.whole()
    if (text) add(element, { kind: 'text', text }, spots)
    run = new Run()
  }
  /** @param block the element that the text of this one belongs to */
  function walk(element: Element, block: Element): void {
    for (const node of element.childNodes) {
      if (node instanceof Text) run.append(node)
      if (!(node instanceof Element) || isHidden(node)) continue
      if (node.matches(CONTROL)) {
        endRun(block)
        const control = controlOf(node)
        if (control) add(node, control)
      } else if (node.matches(HEADING)) {
        endRun(block)
        const { text, spots } = textOf(node)
        const level = Number(node.getAttribute('aria-level') ?? node.tagName.slice(1))
        if (text) add(node, { kind: 'heading', level, text }, spots)
      } else if (node.matches(PICTURE)) {
        const text = pictureName(node)
        if (!text) continue
        endRun(block)
        add(node, { kind: 'picture', text })
      } else if (INLINE.has(node.tagName)) {
        const isApart = !getComputedStyle(node).display.startsWith('inline')
        if (isApart) run.part()
        walk(node, block)
        if (isApart) run.part()
      } else {
        endRun(block)
        const label = node.matches('[role=group], section, fieldset, nav')
          ? node.getAttribute('aria-label')
          : null
        if (label) add(node, { kind: 'text', text: label })
        walk(node, node)
        endRun(node)
      }
    }
  }
  walk(root, root)
  endRun(root)
  return found
}

/** The control that an element is, or null for none that can be put into words. */
export function controlOf(
  element: Element,
): Extract<Passage, { kind: 'button' | 'slider' }> | null {
  const isPrivate = element.closest('[data-private]') !== null
  const text = nameOf(element)
  if (element.matches('input[type=range], [role=slider]')) {
    const value =
      element.getAttribute('aria-valuetext') ??
      element.getAttribute('aria-valuenow') ??
      (element as HTMLInputElement).value
    return { kind: 'slider', text, value, isPrivate }
  }
  // What is typed may be a secret.
  if (element.matches('input:not([type=checkbox], [type=radio])') || !text) return null
  return { kind: 'button', text, state: stateOf(element), isPrivate }
}

export const isControlElement = (element: Element | null): element is Element =>
  element?.matches(CONTROL) ?? false

/** The part of the page that these letters of a passage take. */
export function rangeOf({ spots }: Found, from: number, to: number): Range | null {
  const [first] = spots.slice(from, to).filter((spot) => spot !== null)
  const last = spots.slice(from, to).findLast((spot) => spot !== null)
  if (!first || !last) return null
  const range = new Range()
  // The page may have changed since the passage was found.
  range.setStart(first.node, Math.min(first.offset, first.node.length))
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length))
  return range
}

/** What has no box of its own but shows its children (display: contents) is not hidden. */
const isHidden = (element: Element): boolean =>
  element.matches('[aria-hidden=true], [inert], script, style, template') ||
  (!element.checkVisibility({ visibilityProperty: true }) &&
    getComputedStyle(element).display !== 'contents')

function stateOf(element: Element): ControlState | undefined {
  const isOn =
    element.getAttribute('aria-pressed') ??
    element.getAttribute('aria-checked') ??
    element.getAttribute('aria-selected') ??
    (element.matches('[type=checkbox], [type=radio]')
      ? String((element as HTMLInputElement).checked)
      : null)
  if (isOn !== null) return isOn === 'true' ? 'on' : 'off'
  const isOpen = element.getAttribute('aria-expanded')
  if (isOpen !== null) return isOpen === 'true' ? 'open' : 'closed'
  return undefined
}

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? labelledBy(element)
  if (label) return label
  const [first] = (element as HTMLInputElement).labels ?? []
  return textOf(first ?? element).text
}

function pictureName(element: Element): string {
  return (
    element.getAttribute('aria-label') ??
    labelledBy(element) ??
    element.getAttribute('alt') ??
    ''
  ).trim()
}

function labelledBy(element: Element): string | null {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/)
  if (!ids) return null
  return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ')
}

/** All text that shows in an element, as one passage. */
function textOf(element: Element): { text: string; spots: (Spot | null)[] } {
  const run = new Run()
  function collect(parent: Element): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) run.append(node)
      if (!(node instanceof Element) || isHidden(node)) continue
      const isApart = !getComputedStyle(node).display.startsWith('inline')
      if (isApart) run.part()
      collect(node)
      if (isApart) run.part()
    }
  }
  collect(element)
  return run.whole()
}

/** Text that belongs together, with its blanks as they show. */
class Run {
  #text = ''
  #spots: (Spot | null)[] = []
  #isParted = false

  /** What follows stands apart on the screen, so that a voice must pause. */
  part(): void {
    this.#isParted = true
  }

  append(node: Text): void {
    for (let offset = 0; offset < node.length; offset++) {
      const letter = node.data.charAt(offset)
      if (/\s/.test(letter)) {
        if (this.#text && !this.#text.endsWith(' ')) this.#add(' ', null)
        continue
      }
      if (this.#isParted && this.#text.trim()) this.#pause()
      this.#isParted = false
      this.#add(letter, { node, offset })
    }
  }

  whole(): { text: string; spots: (Spot | null)[] } {
    return { text: this.#text.trimEnd(), spots: this.#spots }
  }

  #pause(): void {
    while (this.#text.endsWith(' ')) {
      this.#text = this.#text.slice(0, -1)
      this.#spots.pop()
    }
    if (!ENDS_SENTENCE.test(this.#text)) this.#add(':', null)
    this.#add(' ', null)
  }

  #add(letter: string, spot: Spot | null): void {
    this.#text += letter
    this.#spots.push(spot)
  }
}
