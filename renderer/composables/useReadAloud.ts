import { createGlobalState, useEventListener } from '@vueuse/core'
import { computed, watch, type ComputedRef } from 'vue'
import {
  focusInWords,
  isControl,
  stateInWords,
  utterancesOf,
  type ReadingOptions,
} from '../../core/speech/reading'
import { useContentStore } from '../stores/content'
import { SPEED_STEPS, useSpeechStore, VOLUME_STEPS } from '../stores/speech'
import { readingMark } from './reading-mark'
import {
  controlOf,
  isControlElement,
  passagesIn,
  rangeOf,
  screenRoot,
  type Found,
} from './screen-passages'
import { useSpeaker } from './useSpeaker'
import { useVoices } from './useVoices'
import { useWords } from './useWords'

/** How long a screen must be quiet before it is read, in ms: until then it is still being made. */
const SETTLES_AFTER = 150
/** What of an element says something to those who hear. */
const HEARD = [
  'aria-pressed',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-label',
  'aria-valuetext',
  'aria-hidden',
  'alt',
  'open',
  'disabled',
]

export interface ReadAloud {
  /** Is there a voice for the visitor's language? Without one nothing offers to read. */
  canRead: ComputedRef<boolean>
  /** Turns speech on by touch and reads the screen. */
  listen: () => void
  /** Turns speech on by a key of a keypad or by a headset, and tells first how to go on. */
  welcome: () => void
  /** Reads the screen once more. */
  again: () => void
  /** Turns speech off, in the middle of a word. */
  stop: () => void
  nextVolume: () => void
  nextSpeed: () => void
  louder: () => void
  quieter: () => void
}

/** Something to say, and where it stands. */
interface Line {
  text: string
  tag: string
  show?: (() => void) | undefined
  /** Stands nowhere on the screen. */
  isSaidOnly?: boolean
}

/** How long a sentence may take, in ms: to begin, and for each letter at the slowest speed. */
const START_MS = 6_000
const MS_PER_LETTER = 150

/**
 * Reads the screen aloud, whichever it is: from what is there for those who cannot see it. While it
 * is on, new screens and dialogs are read, what has the focus is told, and so is what changes.
 */
export const useReadAloud = createGlobalState((): ReadAloud => {
  const content = useContentStore()
  const speech = useSpeechStore()
  const { screens, words, say } = useWords()
  const { voiceFor } = useVoices()
  const speaker = useSpeaker()
  const mark = readingMark()

  const tag = computed(() => (content.isLoaded ? words.value.language.tag : ''))
  const canRead = computed(() => tag.value !== '' && voiceFor(tag.value) !== undefined)
  const isHeadset = (): boolean => content.settings.headset && !speech.isHeadsetOut
  const options = (): ReadingOptions => ({
    words: screens.value.speech,
    tag: tag.value,
    isHeadset: isHeadset(),
    say,
  })

  /** The screen as it was told last. */
  let shown: { root: Element | null; title: string; lines: ReadonlySet<string> } | null = null
  /** What was told of a control, so that only its state is told when it changes. */
  let told = new WeakMap<Element, { name: string; state: string }>()
  let greeting: string[] = []
  let lines: Line[] = []
  let at = 0

  let patience: ReturnType<typeof setTimeout> | undefined
  /** A speech service that is stuck tells no end, and must not keep a visit open for ever. */
  function expect(sentence: string): void {
    clearTimeout(patience)
    patience = setTimeout(
      () => {
        speaker.hush()
        mark.clear()
        speech.isReading = false
      },
      START_MS + MS_PER_LETTER * sentence.length,
    )
  }

  function speak(given: readonly Line[]): void {
    // What was being said ends before this begins.
    speaker.hush()
    lines = [...given]
    at = 0
    speech.isReading = true
    expect(lines[0]?.text ?? '')
    speaker.speak(lines, {
      onSentence: (place) => {
        at = place
        expect(lines[at]?.text ?? '')
        mark.clear()
        lines[at]?.show?.()
      },
      onEnd: () => {
        clearTimeout(patience)
        mark.clear()
        speech.isReading = false
      },
    })
  }
  /** Goes on with what is still there, and then what is new. */
  function goOnWith(fresh: readonly Line[]): void {
    const isThere = ({ text, isSaidOnly }: Line): boolean =>
      isSaidOnly === true || (shown?.lines.has(text) ?? false)
    const [current, ...rest] = speech.isReading ? lines.slice(at) : []
    const next = [...rest.filter(isThere), ...fresh]
    if (current && isThere(current)) lines.splice(at + 1, rest.length, ...next)
    else if (next.length > 0) speak(next)
    else if (current) speaker.hush()
  }
  const plain = (text: string): Line => ({ text, tag: tag.value, isSaidOnly: true })

  function linesOf(found: readonly Found[]): { line: Line; isQuiet: boolean; element: Element }[] {
    return utterancesOf(
      found.map(({ passage }) => passage),
      options(),
    ).map(({ text, lang, passage, from, to }) => {
      const place = found[passage] as Found
      const show = (): void => {
        const range = from !== undefined && to !== undefined ? rangeOf(place, from, to) : null
        if (range) mark.sentence(range)
        else mark.element(place.element)
      }
      const line = { text, tag: lang ?? tag.value, show }
      return { line, isQuiet: place.isQuiet, element: place.element }
    })
  }

  /** What to tell of the control with the focus: all of it, or only what became of it. */
  function tellControl(element: Element, isNew: boolean): Line[] {
    const control = controlOf(element)
    if (!control) return []
    const isHidden = control.isPrivate === true && !isHeadset()
    const state = isHidden ? '' : stateInWords(control, screens.value.speech)
    const before = told.get(element)
    told.set(element, { name: control.text, state })
    const show = (): void => mark.element(element)
    if (isNew || before?.name !== control.text)
      return [{ ...plain(focusInWords(control, options())), show }]
    return before.state === state || state === '' ? [] : [{ ...plain(state), show }]
  }

  /** Tells of what is new since the last time: a screen, the focus, or a part of the screen. */
  function settle(): void {
    if (!speech.isOn || !canRead.value) return
    const root = screenRoot()
    const found = root ? passagesIn(root) : []
    const title = found.find(({ passage }) => passage.kind === 'heading')?.passage.text ?? ''
    const all = linesOf(found)
    const before = shown
    shown = { root, title, lines: new Set(all.map(({ line }) => line.text)) }
    const focused = document.activeElement
    const hasMoved = isFocusNew
    isFocusNew = false
    if (before?.root !== root || before.title !== title) {
      told = new WeakMap()
      if (isControlElement(focused)) tellControl(focused, true)
      return readAll(all.map(({ line }) => line))
    }
    const control = isControlElement(focused) ? tellControl(focused, hasMoved) : []
    // What the buttons for volume and speed became has been said.
    if (isMannerNew) control.length = 0
    isMannerNew = false
    const fresh = all
      .filter(({ line, isQuiet }) => !isQuiet && !before.lines.has(line.text))
      .filter(({ element }) => element !== focused && !isSameButForState(element))
      .map(({ line }) => line)
    if (control.length > 0) speak([...control, ...fresh])
    else goOnWith(fresh)
  }
  /** Another choice of a group changes with the one that was made: that is not news. */
  function isSameButForState(element: Element): boolean {
    const control = isControlElement(element) ? controlOf(element) : null
    if (!control || !isControl(control)) return false
    const name = control.text
    const isKnown = told.get(element)?.name === name
    told.set(element, { name, state: stateInWords(control, screens.value.speech) })
    return isKnown
  }
  function readAll(given: readonly Line[]): void {
    for (const element of document.querySelectorAll('button, input')) {
      const control = controlOf(element)
      if (control && !told.has(element))
        told.set(element, {
          name: control.text,
          state: stateInWords(control, screens.value.speech),
        })
    }
    speak([...greeting.map(plain), ...given])
    greeting = []
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let isFocusNew = false
  let isMannerNew = false
  function settleSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(settle, SETTLES_AFTER)
  }
  const changes = new MutationObserver(settleSoon)
  useEventListener(document, 'focusin', ({ target }) => {
    if (!speech.isOn || !(target instanceof Element) || !target.matches(':focus-visible')) return
    isFocusNew = true
    settleSoon()
  })
  useEventListener(document, 'input', () => {
    if (speech.isOn) settleSoon()
  })
  useEventListener(window, 'pagehide', () => speaker.hush())
  // A voice may come, or another language be chosen, while speech is on.
  watch([tag, canRead], () => {
    if (speech.isOn) again()
  })
  // Each visitor begins with the safe volume, also where the last one left another to the system.
  watch(canRead, (can) => {
    if (can) void speech.applyVolume()
  })

  function turnOn(greet: readonly string[]): void {
    greeting = [...greet]
    shown = null
    told = new WeakMap()
    speech.isOn = true
    changes.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: HEARD,
    })
    settleSoon()
  }
  function again(): void {
    shown = null
    settleSoon()
  }
  function stop(): void {
    speech.isOn = false
    clearTimeout(timer)
    changes.disconnect()
    speaker.hush()
  }
  /** Says the rest in the new way, or only tells of the change. */
  async function changeManner(change: () => void, news: () => string): Promise<void> {
    const rest = speech.isReading ? lines.slice(at).filter(({ show }) => show) : []
    change()
    isMannerNew = true
    speaker.hush()
    await speech.applyVolume()
    speak([plain(news()), ...rest])
  }
  const volumeIs = (): string =>
    say(screens.value.speech.volumeIs, { n: speech.volume, total: VOLUME_STEPS })
  const speedIs = (): string =>
    say(screens.value.speech.speedIs, { n: speech.speed, total: SPEED_STEPS })

  return {
    canRead,
    listen: () => turnOn([screens.value.speech.hello]),
    welcome: () => {
      if (!speech.isOn) turnOn([screens.value.speech.welcome])
    },
    again,
    stop,
    nextVolume: () => void changeManner(speech.nextVolume, volumeIs),
    nextSpeed: () => void changeManner(speech.nextSpeed, speedIs),
    louder: () => void changeManner(() => speech.changeVolume(1), volumeIs),
    quieter: () => void changeManner(() => speech.changeVolume(-1), volumeIs),
  }
})
