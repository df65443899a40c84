import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseVoice, type Voice } from '../../../core/speech/choose-voice'

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
})

/** As Debian 12 offers them, without the thousands of variants of each. */
const ESPEAK = [
  voice('Arabic', 'ar'),
  voice('Chinese (Cantonese)', 'yue'),
  voice('Chinese (Mandarin, latin as English)', 'cmn'),
  voice('Chinese (Mandarin, latin as Pinyin)', 'cmn-LATN-PINYIN'),
  voice('English (Caribbean)', 'en-029'),
  voice('English (Great Britain)', 'en-GB'),
  voice('English (America, New York City)', 'en-US-NYC'),
  voice('English (America)', 'en-US'),
  voice('English (Scotland)', 'en-GB-SCOTLAND'),
  voice('Spanish (Latin America)', 'es-419'),
  voice('Spanish (Spain)', 'es'),
]
const WINDOWS = [
  voice('Microsoft David', 'en-US'),
  voice('Microsoft Zira', 'en-US', { default: true }),
  voice('Microsoft Hazel', 'en-GB'),
  voice('Microsoft Huihui', 'zh-CN'),
  voice('Microsoft Hanhan', 'zh-TW'),
  voice('Microsoft Naayf', 'ar-SA'),
  voice('Microsoft Sabina', 'es-MX'),
]

describe('chooseVoice', () => {
  it.each([
    ['en', 'English (America)'],
    ['en-GB', 'English (Great Britain)'],
    ['es', 'Spanish (Spain)'],
    ['zh-Hans', 'Chinese (Mandarin, latin as English)'],
    ['ar', 'Arabic'],
  ])('speaks %s on Debian by %s', (tag, name) => {
    expect(chooseVoice(ESPEAK, tag)?.name).toBe(name)
  })

  it.each([
    ['en', 'Microsoft Zira'],
    ['es', 'Microsoft Sabina'],
    ['zh-Hans', 'Microsoft Huihui'],
    ['zh-Hant', 'Microsoft Hanhan'],
    ['ar', 'Microsoft Naayf'],
  ])('speaks %s on Windows by %s', (tag, name) => {
    expect(chooseVoice(WINDOWS, tag)?.name).toBe(name)
  })

  it('reads a tag that is written with an underscore', () => {
    expect(chooseVoice([voice('a', 'en_GB'), voice('b', 'en_US')], 'en-US')?.name).toBe('b')
  })

  it('does not speak Mandarin by Cantonese, nor by a voice that needs a network', () => {
    expect(chooseVoice([voice('a', 'yue')], 'zh-Hans')).toBeUndefined()
    expect(chooseVoice([voice('a', 'en-US', { localService: false })], 'en')).toBeUndefined()
  })

  const someVoice = fc.record({
    name: fc.constantFrom('Ann', 'Ann+whisper', 'Ben', 'Carla', 'Do'),
    lang: fc.constantFrom('en', 'en-US', 'en_GB', 'en-GB-X-RP', 'es-MX', 'cmn', 'zh-TW', 'ar', ''),
    localService: fc.boolean(),
    default: fc.boolean(),
  })
  const someTag = fc.constantFrom('en', 'en-GB', 'es', 'zh-Hans', 'ar', 'fr')

  it('chooses only from what it was given: a plain voice of this machine', () => {
    fc.assert(
      fc.property(fc.array(someVoice), someTag, (voices, tag) => {
        const chosen = chooseVoice(voices, tag)
        if (!chosen) return
        expect(voices).toContain(chosen)
        expect(chosen.name).not.toContain('+')
        expect(chosen.localService).toBe(true)
        const language = tag.split('-')[0] ?? ''
        expect(language === 'zh' ? ['zh', 'cmn'] : [language]).toContain(
          chosen.lang.split(/[-_]/)[0],
        )
      }),
    )
  })

  it('finds a voice wherever there is a plain one of this machine for the language', () => {
    fc.assert(
      fc.property(fc.array(someVoice), someTag, (voices, tag) => {
        const withOne = [...voices, voice('Eva', tag)]
        expect(chooseVoice(withOne, tag)).toBeDefined()
        expect(chooseVoice(withOne, tag)?.lang.toLowerCase().replace('_', '-')).toBe(
          tag.toLowerCase(),
        )
      }),
    )
  })

  it('chooses as well in whatever order the system lists them', () => {
    fc.assert(
      fc.property(
        fc
          .array(someVoice)
          .chain((voices) =>
            fc.tuple(
              fc.constant(voices),
              fc.shuffledSubarray(voices, { minLength: voices.length, maxLength: voices.length }),
            ),
          ),
        someTag,
        ([voices, shuffled], tag) => {
          const [one, other] = [chooseVoice(voices, tag), chooseVoice(shuffled, tag)]
          expect(other?.lang.replace('_', '-')).toBe(one?.lang.replace('_', '-'))
          expect(other?.default).toBe(one?.default)
        },
      ),
    )
  })
})
