import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../core/contract'
import type { Chain } from '../../core/schema/chain'
import type { Claim, Reference } from '../../core/schema/evidence'
import type { Bundle, OfferedLanguage, Words } from '../../core/schema/pack'
import type { Settings } from '../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import type { SlideWords } from '../../core/schema/words'
import { bridge } from '../bridge'
import { useVisitStore } from './visit'

export type ContentFailure = Extract<Output<'loadContent'>, { ok: false }>['reason'] | 'not-loaded'

type Opening = NonNullable<Extract<Output<'loadContent'>, { ok: true }>['opening']>

/** How a text must be marked that stands in another language than the rest of the screen. */
export interface OtherLanguage {
  lang: string
  dir: 'ltr' | 'rtl'
}

/**
 * The content and the clinic's settings, which staff alone change; words of further languages come
 * when somebody wants them. Lookups throw with the id.
 */
export const useContentStore = defineStore('content', () => {
  const visit = useVisitStore()
  const loaded = shallowRef<Bundle | null>(null)
  const opening = shallowRef<Opening>('attract')
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const failure = shallowRef<ContentFailure | null>(null)
  /** The languages that visitors are offered; a visit begins with the first. */
  const languages = shallowRef<readonly OfferedLanguage[]>([])
  const inOtherLanguages = shallowRef<ReadonlyMap<string, Words>>(new Map())

  async function load(): Promise<void> {
    try {
      const answer = await bridge.loadContent()
      if (answer.ok) {
        loaded.value = answer.bundle
        languages.value = answer.languages
        settings.value = answer.settings
        opening.value = answer.opening ?? 'attract'
      } else failure.value = answer.reason
    } catch {
      failure.value = 'not-loaded'
    }
  }

  /** Fetches the words of a language; false where they do not come. */
  async function fetchWords(tag: string): Promise<boolean> {
    if (wordsIn(tag)) return true
    const words = await bridge.loadWords({ tag }).catch(() => null)
    if (words) inOtherLanguages.value = new Map([...inOtherLanguages.value, [tag, words]])
    return words !== null
  }
  /** Changes to another language once its words are there; stays where they do not come. */
  async function speak(tag: string): Promise<void> {
    if (await fetchWords(tag)) visit.language = tag
  }

  const bundle = computed<Bundle>(() => found(loaded.value, 'content'))
  /** The content with the words of every language that was fetched so far. */
  const bundleInAll = computed<Bundle>(() => ({
    ...bundle.value,
    words: { ...Object.fromEntries(inOtherLanguages.value), ...bundle.value.words },
  }))
  const wordsIn = (tag: string): Words | undefined =>
    bundle.value.words[tag] ?? inOtherLanguages.value.get(tag)
  const isLoaded = computed(() => loaded.value !== null)
  const clinicLanguage = computed(() => found(languages.value[0], 'a language').tag)
  /** In the language that a visit begins with, which the staff read. */
  const clinicWords = computed<Words>(() =>
    found(wordsIn(clinicLanguage.value), clinicLanguage.value),
  )
  const words = computed<Words>(() => {
    const tag = visit.language ?? clinicLanguage.value
    return found(wordsIn(tag), tag)
  })
  const fallback = computed(() => new Set(words.value.fallback))
  /**
   * The language of the words at a path like story.slides.roll-in, where it is not the one of the
   * screen because that one lacks them.
   */
  const otherLanguage = (path: string): OtherLanguage | undefined =>
    fallback.value.has(path) ? { lang: bundle.value.manifest.source, dir: 'ltr' } : undefined
  /** The language of the titles of all references: they are cited as they were published. */
  const languageOfReferences = computed(() => bundle.value.manifest.source)
  const claim = (id: string): Claim => found(bundle.value.claims[id], id)
  const chain = computed<Chain>(() => found(bundle.value.chain, 'chain'))
  const hasChain = computed(() => Boolean(bundle.value.chain && words.value.chain))
  const reference = (id: string): Reference => found(bundle.value.references[id], id)
  const slideWords = (id: string): SlideWords => found(words.value.story.slides[id], id)

  /** What staff have just written. */
  const useSettings = (next: Settings): void => void (settings.value = next)

  return {
    load,
    useSettings,
    opening,
    speak,
    fetchWords,
    failure,
    isLoaded,
    bundle,
    bundleInAll,
    languages,
    settings,
    words,
    clinicWords,
    otherLanguage,
    languageOfReferences,
    chain,
    hasChain,
    claim,
    reference,
    slideWords,
  }
})

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Error(`not in the content: ${name}`)
  return thing
}
