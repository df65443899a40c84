/** What a word can do to somebody in pain. */
export type Harm = 'fear' | 'promise' | 'comfort'

/**
 * Words that no visitor should read, by language: pictures of damage, promises that nobody can keep,
 * and comfort that nobody can give who has not looked. Pieces of regular expressions; each stands for
 * a whole word or several, where a language writes words apart.
 *
 * What is said of a sore back in a clinic stays with people for years (Darlow and others, Annals of
 * Family Medicine 11, 2013). The list holds the words met most; it cannot hold them all.
 */
const AVOIDED: Readonly<Record<string, Readonly<Record<Harm, readonly string[]>>>> = {
  en: {
    fear: [
      'crumbl(?:e|es|ed|ing)',
      'worn[- ]out',
      'wear and tear',
      'bone on bone',
      'degenerat\\p{L}+',
      'slipped dis[ck]s?',
      'out of (?:place|line)',
      'misalign\\p{L}+',
      'deform\\p{L}+',
      'crippl\\p{L}+',
      'ruin(?:s|ed)?',
      'never bend',
    ],
    promise: [
      'cures?',
      'guarantee\\p{L}*',
      'will (?:cure|heal|fix|go away)',
      'gone for good',
      'pain[- ]free',
      'always works?',
      'miracles?',
    ],
    comfort: [
      'you are (?:fine|ok|okay|healthy|well)',
      'nothing (?:serious|wrong|to worry)',
      'no need to (?:see|worry|be seen)',
      'do not worry',
    ],
  },
  es: {
    fear: [
      'desgast\\p{L}+',
      'desmorona\\p{L}*',
      'degenera\\p{L}*',
      'hueso con hueso',
      'discos? (?:salidos?|zafados?|desplazados?)',
      'fuera de (?:lugar|sitio)',
      'desalinea\\p{L}*',
      'deform\\p{L}+',
      'lisiad[oa]s?',
      'inválid[oa]s?',
      'arruina\\p{L}*',
      'nunca se (?:agache|doble|incline)',
    ],
    promise: [
      'curan?',
      'curar(?:á|án)',
      'garanti\\p{L}+',
      'garantía',
      '(?:sanará|desaparecerá)n?',
      'para siempre',
      'libre de dolor',
      'siempre funciona',
      'milagr\\p{L}+',
    ],
    comfort: [
      'usted está (?:bien|san[oa])',
      'nada (?:grave|serio|malo)',
      'no es nada',
      'no se preocupe',
      'no (?:necesita|hace falta) (?:ver a|consultar)',
    ],
  },
  zh: {
    fear: [
      '退化',
      '磨损',
      '磨坏',
      '骨头磨骨头',
      '碎裂',
      '报废',
      '毁了',
      '错位',
      '畸形',
      '瘫痪',
      '残废',
      '(?:绝不能|绝对不能|千万别|永远不要)弯腰',
    ],
    promise: [
      '根治',
      '(?<!已经)治好',
      '治愈',
      '痊愈',
      '包治',
      '保证',
      '一定(?:会好|有效)',
      '永不',
      '永远不会?痛',
      '神奇',
      '特效',
    ],
    comfort: [
      '您(?:没事|很健康)',
      '没什么(?:大事|大问题|大碍)',
      '(?:不用|不必)担心',
      '请放心',
      '(?:不用|不必|没必要)(?:看医生|就诊)',
    ],
  },
  ar: {
    fear: [
      'تآكل',
      'اهتراء',
      'مهترئ\\p{L}*',
      'تفتت',
      'تنكس\\p{L}*',
      'احتكاك العظم بالعظم',
      'انزلاق غضروفي',
      'خارج مكان\\p{L}+',
      'تشوه\\p{L}*',
      'مشلول\\p{L}*',
      'عاجز\\p{L}*',
      'عدم الانحناء أبدا',
    ],
    promise: [
      '[يت]شفي',
      'شفاء تام',
      '[نيت]ضمن',
      'مضمون\\p{L}*',
      'علاج نهائي',
      'إلى الأبد',
      '(?:حياة|ظهر|قدم) بلا ألم',
      'معجز\\p{L}+',
    ],
    comfort: [
      'أنت بخير',
      'حالتك سليمة',
      'لا شيء خطير',
      'لا داعي (?:للقلق|للخوف)',
      'لا حاجة (?:إلى|لرؤية) طبيب',
    ],
  },
}

/** What stands around a word: in Arabic "and", "with", "the" are written at its head. */
const BEFORE: Readonly<Record<string, string>> = {
  zh: '',
  ar: '(?<!\\p{L})[وف]?(?:[بك]?ال|لل|[بلك])?',
}
const AFTER: Readonly<Record<string, string>> = { zh: '' }

/** What makes a promise none, where it stands before it in the same sentence. */
const NOT: Readonly<Record<string, RegExp>> = {
  en: /\b(?:no|not|never|nobody|cannot)\b/iu,
  es: /(?<!\p{L})(?:no|nunca|nadie|ning[uú]n\p{L}*)(?!\p{L})/iu,
  zh: /[不没]/u,
  ar: /(?<!\p{L})[وف]?(?:لا|لم|لن|ليس\p{L}*|عدم)(?!\p{L})/u,
}

/** Marks above and below Arabic letters, which may be written or not. */
const VOWEL_MARKS = /[\u064B-\u0652]/gu

const PATTERNS = new Map(
  Object.entries(AVOIDED).map(([language, avoided]) => [
    language,
    (['fear', 'promise', 'comfort'] as const).map((harm) => ({
      harm,
      pattern: new RegExp(
        `${BEFORE[language] ?? '(?<!\\p{L})'}(?:${avoided[harm].join('|')})${AFTER[language] ?? '(?!\\p{L})'}`,
        'giu',
      ),
    })),
  ]),
)

/** The first words to avoid in a text, as they stand there, and what they do; null where none are. */
export function avoidedIn(text: string, tag: string): { found: string; harm: Harm } | null {
  const { language } = new Intl.Locale(tag)
  const plain = text.normalize('NFC').replace(VOWEL_MARKS, '')
  for (const { harm, pattern } of PATTERNS.get(language) ?? []) {
    for (const { 0: found, index } of plain.matchAll(pattern)) {
      const sentenceSoFar =
        plain
          .slice(0, index)
          .split(/[.!?。！？؟]/u)
          .at(-1) ?? ''
      if (harm === 'promise' && NOT[language]?.test(sentenceSoFar)) continue
      return { found, harm }
    }
  }
  return null
}
