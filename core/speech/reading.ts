import type { ScreenWords } from '../schema/words'

/** A part of a screen as those meet it who cannot see it: what it is, and its words. */
export type Passage = {
  /** Its words, or the name of a control or picture. */
  text: string
  /** The tag of its language where that is not the screen's. */
  lang?: string | undefined
  /** Must not be heard by those who stand around. */
  isPrivate?: boolean
} & (
  | { kind: 'heading'; level: number }
  | { kind: 'text' }
  | { kind: 'picture' }
  | { kind: 'button'; state?: ControlState | undefined }
  | { kind: 'slider'; value: string }
)
export type ControlState = 'on' | 'off' | 'open' | 'closed'
export type Control = Extract<Passage, { kind: 'button' | 'slider' }>

/** What is said in one breath, and where it stands. */
export interface Utterance {
  text: string
  lang?: string | undefined
  /** The place of its passage in the list that was given. */
  passage: number
  /** Which part of the passage's text it is, for texts and headings. */
  from?: number
  to?: number
}

export interface ReadingOptions {
  words: ScreenWords['speech']
  /** The tag of the screen's language. */
  tag: string
  /** May private passages be spoken, because only the visitor hears them? */
  isHeadset: boolean
  say: (text: string, values: Record<string, string | number>) => string
}

/**
 * What to say for a screen, in reading order and sentence by sentence: its title, the words under
 * it, then all else as it stands. What was said once is not said again, and for all private
 * passages together stands one sentence that says where to read them.
 */
export function utterancesOf(
  passages: readonly Passage[],
  { words, tag, isHeadset, say }: ReadingOptions,
): Utterance[] {
  const said = new Set<string>()
  const isNew = (text: string): boolean => !said.has(text) && Boolean(said.add(text))
  return readingOrder(passages).flatMap((at): Utterance[] => {
    const passage = passages[at] as Passage
    const { lang } = passage
    if (passage.isPrivate && !isHeadset)
      return isNew(words.private) ? [{ text: words.private, passage: at }] : []
    if (isControl(passage)) {
      const state = stateInWords(passage, words, { isBrief: true })
      return [{ text: controlInWords(passage, state, words, say), lang, passage: at }]
    }
    const sentences = sentencesOf(passage.text, lang ?? tag).filter(({ text }) => isNew(text))
    if (passage.kind === 'picture') {
      const name = sentences.map(({ text }) => text).join(' ')
      return name ? [{ text: say(words.picture, { name }), lang, passage: at }] : []
    }
    return sentences.map((sentence) => ({ ...sentence, lang, passage: at }))
  })
}

export const isControl = (passage: Passage): passage is Control =>
  passage.kind === 'button' || passage.kind === 'slider'

/** A control that has the focus: what it is, its name, and its state even where it is off. */
export function focusInWords(
  control: Control,
  { words, isHeadset, say }: Omit<ReadingOptions, 'tag'>,
): string {
  if (control.isPrivate && !isHeadset) return words.private
  return controlInWords(control, stateInWords(control, words), words, say)
}

/** The state of a switch or the value of a slider; empty for what has none. */
export function stateInWords(
  control: Control,
  words: ScreenWords['speech'],
  { isBrief = false }: { isBrief?: boolean } = {},
): string {
  if (control.kind === 'slider') return control.value
  if (!control.state || (isBrief && (control.state === 'off' || control.state === 'closed')))
    return ''
  return words[control.state]
}

function controlInWords(
  control: Control,
  state: string,
  words: ScreenWords['speech'],
  say: ReadingOptions['say'],
): string {
  const what = say(words[control.kind], { name: control.text })
  return state ? say(words.withState, { what, state }) : what
}

/** The places of the passages in the order in which they are read. */
export function readingOrder(passages: readonly Passage[]): number[] {
  const places = [...passages.keys()]
  const levels = passages.flatMap((passage) => (passage.kind === 'heading' ? [passage.level] : []))
  const highest = Math.min(...levels)
  const title = passages.findIndex(
    (passage) => passage.kind === 'heading' && passage.level === highest,
  )
  if (title < 0) return places
  const end = passages.findIndex(({ kind }, at) => at > title && kind !== 'text')
  const first = places.slice(title, end < 0 ? undefined : end)
  return [...first, ...places.filter((place) => !first.includes(place))]
}

/** The sentences of a text by the rules of its language, without the blanks around them. */
function sentencesOf(text: string, tag: string): { text: string; from: number; to: number }[] {
  const segments = new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)
  return [...segments].flatMap(({ segment, index }) => {
    const sentence = segment.trim()
    const from = index + segment.indexOf(sentence)
    return sentence ? [{ text: sentence, from, to: from + sentence.length }] : []
  })
}
