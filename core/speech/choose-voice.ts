/** What is known of a voice before it speaks, as the Web Speech API tells it. */
export interface Voice {
  name: string
  /** A BCP 47 tag, though some systems write en_US. */
  lang: string
  /** Does it speak without a network? */
  localService: boolean
  /** Is it the one that the system would take? */
  default: boolean
}

/**
 * The voice that fits a language best: one of this machine, for the same spoken language, of the
 * right region, plain rather than a dialect, and the system's own choice before others.
 * @param tag a BCP 47 tag, like en or zh-Hans
 * @returns undefined where no voice speaks the language
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], tag: string): V | undefined {
  const wanted = likely(tag)
  const rated = voices
    .filter(
      (voice) =>
        voice.localService &&
        !isVariant(voice) &&
        spoken(partsOf(voice.lang).language) === spoken(wanted.language),
    )
    .map((voice) => ({ voice, merits: meritsOf(voice, wanted, tag) }))
  const [first, ...others] = rated
  if (!first) return undefined
  return others.reduce((best, some) => (isBetter(some.merits, best.merits) ? some : best), first)
    .voice
}

/**
 * espeak offers each voice a hundred times over, as "English+whisper" and the like: thousands of
 * playful variants that nobody should meet.
 */
const isVariant = ({ name }: Voice): boolean => name.includes('+')

interface Parts {
  language: string
  script: string
  region: string
  /** Dialects and ways of writing: the fewer, the plainer the voice. */
  others: number
}

function partsOf(tag: string): Parts {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  const script = rest.find((part) => /^[a-z]{4}$/.test(part)) ?? ''
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/.test(part)) ?? ''
  const known = (script ? 1 : 0) + (region ? 1 : 0)
  return { language, script, region, others: rest.length - known }
}

/** The parts of a language of ours, with the region and script that most of its speakers have. */
function likely(tag: string): Parts {
  try {
    return partsOf(new Intl.Locale(tag).maximize().toString())
  } catch {
    return partsOf(tag)
  }
}

/** Chinese that is written zh is spoken as Mandarin; Cantonese has the tag yue. */
const spoken = (language: string): string => (language === 'cmn' ? 'zh' : language)

/** What speaks for a voice, the weightiest first. */
function meritsOf(voice: Voice, wanted: Parts, tag: string): number[] {
  const parts = partsOf(voice.lang)
  const isExact = voice.lang.replace('_', '-').toLowerCase() === tag.toLowerCase()
  const fits = (part: 'script' | 'region'): number => {
    if (parts[part] === wanted[part]) return 2
    return parts[part] === '' ? 1 : 0
  }
  return [
    isExact ? 1 : 0,
    -parts.others,
    fits('region'),
    fits('script'),
    voice.default ? 1 : 0,
    -voice.name.length,
  ]
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((merit, i) => merit !== other[i])
  return at >= 0 && (one[at] as number) > (other[at] as number)
}
