import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import {
  focusInWords,
  readingOrder,
  utterancesOf,
  type Control,
  type Passage,
  type ReadingOptions,
} from '../../../core/speech/reading'
import { shippedBundle } from '../../support/words'

const { words: all } = await shippedBundle()
const words = all['en']?.screens.speech
if (!words) throw new Error('no English words')
const options = (isHeadset = false): ReadingOptions => ({
  words,
  tag: 'en',
  isHeadset,
  say: (text, values) => String(new IntlMessageFormat(text, 'en').format(values)),
})
const said = (passages: Passage[], isHeadset = false): string[] =>
  utterancesOf(passages, options(isHeadset)).map(({ text }) => text)

describe('utterancesOf', () => {
  it('reads the title, its words, the picture and its labels, and then what can be done', () => {
    const slide: Passage[] = [
      { kind: 'picture', text: 'A foot that rolls in. The heel tips.' },
      { kind: 'text', text: 'Heel' },
      { kind: 'heading', level: 1, text: 'Your feet carry you' },
      { kind: 'text', text: 'Feet roll in a little. That is normal.' },
      { kind: 'button', text: 'Back' },
      { kind: 'button', text: 'Next' },
    ]
    expect(said(slide)).toEqual([
      'Your feet carry you',
      'Feet roll in a little.',
      'That is normal.',
      'Picture: A foot that rolls in. The heel tips.',
      'Heel',
      'Button: Back',
      'Button: Next',
    ])
  })

  it('tells which answer is chosen and where a slider stands', () => {
    expect(
      said([
        { kind: 'button', text: 'Yes', state: 'on' },
        { kind: 'button', text: 'No', state: 'off' },
        { kind: 'slider', text: 'Calf', value: 'Tight calf, 3 of 10' },
      ]),
    ).toEqual(['Button: Yes, chosen', 'Button: No', 'Slider: Calf, Tight calf, 3 of 10'])
  })

  it('tells the state of what has the focus even where it is off', () => {
    const no: Control = { kind: 'button', text: 'No', state: 'off' }
    expect(focusInWords(no, options())).toBe('Button: No, not chosen')
  })

  it('reads a heading that is also the name of its group once', () => {
    expect(
      said([
        { kind: 'heading', level: 2, text: 'How long do you have?' },
        { kind: 'text', text: 'How long do you have?' },
        { kind: 'button', text: '2 min' },
      ]),
    ).toEqual(['How long do you have?', 'Button: 2 min'])
  })

  it('splits sentences by the rules of the language', () => {
    const chinese = utterancesOf([{ kind: 'text', text: '脚会痛。背也会痛。' }], {
      ...options(),
      tag: 'zh-Hans',
    })
    expect(chinese.map(({ text }) => text)).toEqual(['脚会痛。', '背也会痛。'])
  })

  const PRIVATE: Passage[] = [
    { kind: 'heading', level: 1, text: 'Do you have any of these?' },
    { kind: 'button', text: 'Numb between the legs', state: 'on', isPrivate: true },
    { kind: 'text', text: 'These are private.', isPrivate: true },
    { kind: 'button', text: 'Next' },
  ]
  it('says where to read private questions, once, and none of their words', () => {
    expect(said(PRIVATE)).toEqual(['Do you have any of these?', words.private, 'Button: Next'])
    expect(focusInWords(PRIVATE[1] as Control, options())).toBe(words.private)
  })
  it('reads private questions where only the visitor hears them', () => {
    expect(said(PRIVATE, true)).toContain('Button: Numb between the legs, chosen')
    expect(focusInWords(PRIVATE[1] as Control, options(true))).toContain('Numb')
  })

  const somePassage = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 3 }),
      text: fc.lorem(),
      isPrivate: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.lorem({ mode: 'sentences' }),
      isPrivate: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('picture' as const),
      text: fc.lorem({ mode: 'sentences' }),
      isPrivate: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('button' as const),
      text: fc.lorem(),
      state: fc.constantFrom('on' as const, 'off' as const, undefined),
      isPrivate: fc.boolean(),
    }),
  )

  it('never speaks a private word unless only the visitor hears it', () => {
    fc.assert(
      fc.property(fc.array(somePassage), (passages) => {
        const marked = passages.map((passage, at) =>
          passage.isPrivate
            ? { ...passage, text: `secret${String(at)}. ${passage.text}` }
            : passage,
        )
        expect(said(marked).join(' ')).not.toContain('secret')
      }),
    )
  })

  it('leaves no passage out, and says where each sentence stands', () => {
    fc.assert(
      fc.property(fc.array(somePassage), (passages) => {
        const utterances = utterancesOf(passages, options(true))
        const heard = utterances.map(({ text }) => text).join(' ')
        for (const { text } of passages)
          for (const word of text.split(/\s+/)) expect(heard).toContain(word)
        for (const { text, passage, from, to } of utterances)
          if (from !== undefined) expect(passages[passage]?.text.slice(from, to)).toBe(text)
      }),
    )
  })

  it('puts every passage in its order once', () => {
    fc.assert(
      fc.property(fc.array(somePassage), (passages) => {
        expect(readingOrder(passages).sort((a, b) => a - b)).toEqual([...passages.keys()])
      }),
    )
  })
})
