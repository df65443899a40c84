import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Settings } from '../../../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../../../core/settings-defaults'
import { fakeBridge } from '../../../support/fake-bridge'
import { shippedBundle } from '../../../support/words'

const bundle = await shippedBundle()
export const english = bundle.words['en']!
export const wordsIn = (tag: string) => bundle.words[tag]!.triage!

export interface OpenTriage {
  screen: VueWrapper
  router: Router
  bridge: ReturnType<typeof fakeBridge>
  /** Where the visitor is: the step, or the result. */
  at: () => string
  /** The screen that the router shows. */
  place: () => string
  press: (selector: string) => Promise<void>
  speak: (tag: string) => Promise<void>
  /** Says these, and None to all else, up to the result or to that step. */
  answer: (yes: readonly string[], until?: string, age?: string) => Promise<void>
}

const ELSEWHERE: Component = { template: '<i />' }

/** "Should I see someone?" as the page shows it, with the content that ships and no shell. */
export async function openTriage(settings: Partial<Settings> = {}): Promise<OpenTriage> {
  vi.resetModules()
  const bridge = fakeBridge({ ok: true, bundle, settings: { ...DEFAULT_SETTINGS, ...settings } })
  window.bridge = bridge
  const pinia = createPinia()
  setActivePinia(pinia)
  const { useContentStore } = await import('../../../../renderer/stores/content')
  await useContentStore().load()
  const { default: TriageScreen } =
    await import('../../../../renderer/screens/triage/TriageScreen.vue')
  const others = ['home', 'signs', 'handout', 'exercises']
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'triage', component: TriageScreen },
      ...others.map((name) => ({ path: `/${name}`, name, component: ELSEWHERE })),
    ],
  })
  await router.push('/')
  const screen = mount({ template: '<router-view />' }, { global: { plugins: [pinia, router] } })
  await flushPromises()

  const at = (): string => screen.find('.triage').attributes('data-step') ?? ''
  async function press(selector: string): Promise<void> {
    await screen.get(selector).trigger('click')
    await flushPromises()
  }
  async function answerStep(yes: readonly string[], age: string): Promise<void> {
    const step = at()
    if (step === 'age-age') return press(`[data-age="${age}"]`)
    if (step === 'region-region') return press('[data-region=foot]')
    if (step.endsWith('-gate'))
      return press(`[data-answer=${yes.includes('injury') ? 'yes' : 'no'}]`)
    for (const tile of screen.findAll('[data-tile]')) {
      const id = tile.attributes('data-tile') ?? ''
      const isPressed = tile.attributes('aria-pressed') === 'true'
      if (yes.includes(id) !== isPressed) await press(`[data-tile=${id}]`)
    }
    await press('.answers .primary')
  }
  return {
    screen,
    router,
    bridge,
    at,
    place: () => String(router.currentRoute.value.name),
    press,
    speak: async (tag) => {
      await useContentStore().speak(tag)
      await flushPromises()
    },
    answer: async (yes, until = 'result', age = '18-49') => {
      for (let steps = 0; at() !== until; steps += 1) {
        if (steps > 30) throw new Error(`there is no way to ${until}`)
        await answerStep(yes, age)
      }
    },
  }
}
