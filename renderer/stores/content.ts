import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../core/contract'
import type { Chain } from '../../core/schema/chain'
import type { Claim, Reference } from '../../core/schema/evidence'
import type { Bundle, Words } from '../../core/schema/pack'
import type { Settings } from '../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import type { SlideWords } from '../../core/schema/words'
import { bridge } from '../bridge'
import { useVisitStore } from './visit'

export type ContentFailure = Extract<Output<'loadContent'>, { ok: false }>['reason'] | 'not-loaded'

/** The content and the clinic's settings: read once, never changed. Lookups throw with the id. */
export const useContentStore = defineStore('content', () => {
  const visit = useVisitStore()
  const loaded = shallowRef<Bundle | null>(null)
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const failure = shallowRef<ContentFailure | null>(null)

  async function load(): Promise<void> {
    try {
      const answer = await bridge.loadContent()
      if (answer.ok) {
        loaded.value = answer.bundle
        settings.value = answer.settings
      } else failure.value = answer.reason
    } catch {
      failure.value = 'not-loaded'
    }
  }

  const bundle = computed<Bundle>(() => found(loaded.value, 'content'))
  const words = computed<Words>(() => {
    const { words: all, manifest } = bundle.value
    return found(all[visit.language ?? manifest.source] ?? all[manifest.source], manifest.source)
  })
  const claim = (id: string): Claim => found(bundle.value.claims[id], id)
  const chain = computed<Chain>(() => found(bundle.value.chain, 'chain'))
  const hasChain = computed(() => Boolean(bundle.value.chain && words.value.chain))
  const reference = (id: string): Reference => found(bundle.value.references[id], id)
  const slideWords = (id: string): SlideWords => found(words.value.story.slides[id], id)

  return { load, failure, bundle, settings, words, chain, hasChain, claim, reference, slideWords }
})

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Error(`not in the content: ${name}`)
  return thing
}
