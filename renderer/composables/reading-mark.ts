/** Names the highlight in the style sheet. */
const HIGHLIGHT = 'read-aloud'

export interface ReadingMark {
  /** Marks the letters that are read now. */
  sentence: (range: Range) => void
  /** Marks a control or a picture whose name is read now. */
  element: (element: Element) => void
  clear: () => void
}

/** Shows what is being read: letters as a highlight that changes no element, all else by its edge. */
export function readingMark(): ReadingMark {
  let marked: Element | null = null
  function clear(): void {
    CSS.highlights.delete(HIGHLIGHT)
    marked?.removeAttribute('data-read-aloud')
    marked = null
  }
  return {
    clear,
    sentence: (range) => void CSS.highlights.set(HIGHLIGHT, new Highlight(range)),
    element: (element) => {
      marked = element
      element.setAttribute('data-read-aloud', '')
    },
  }
}
