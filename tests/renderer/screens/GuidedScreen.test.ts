import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import { fakeBridge } from '../../support/fake-bridge'
import { shippedBundle } from '../../support/words'
import { FakeSynthesis, FakeUtterance, fakeVoice } from '../fake-synthesis'

const bundle = await shippedBundle()
const words = bundle.words['en']!.screens.guided

let synthesis: FakeSynthesis

describe('an exercise done together', () => {
  let pinia: Pinia
  let screen: VueWrapper
  let isBusy: () => boolean

  beforeEach(async () => {
    synthesis = new FakeSynthesis()
    synthesis.voices = [fakeVoice('en-US')]
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
    vi.stubGlobal('speechSynthesis', synthesis)
    vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
    vi.resetModules()
    window.bridge = fakeBridge({ ok: true, bundle, settings: DEFAULT_SETTINGS })
    pinia = createPinia()
    setActivePinia(pinia)
    const { useContentStore } = await import('../../../renderer/stores/content')
    const { useVisitStore } = await import('../../../renderer/stores/visit')
    await useContentStore().load()
    const { useVoices } = await import('../../../renderer/composables/useVoices')
    useVoices().warmUp()
    const visit = useVisitStore()
    isBusy = () => visit.isBusy
    const { default: GuidedScreen } =
      await import('../../../renderer/screens/exercises/GuidedScreen.vue')
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:rest(.*)', component: { template: '' } }],
    })
    screen = mount(GuidedScreen, {
      props: { id: 'glute-bridge', version: 'main' },
      global: { plugins: [pinia, router], stubs: { ExercisePicture: true } },
    })
  })
  afterEach(() => {
    screen.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const pass = async (seconds: number): Promise<void> => {
    vi.advanceTimersByTime(seconds * 1000)
    await nextTick()
  }
  const phase = (): string | undefined => screen.attributes('data-phase')
  const count = (): string => screen.get('.count').text()
  const press = (control: string): Promise<void> => screen.get(control).trigger('click')
  const spoken = (): string[] =>
    synthesis.heard.filter((text) => text !== 'cancel').map((text) => text.replace('en-US: ', ''))

  it('gives time to lie down, counts in, and counts repetitions up and holds down', async () => {
    expect(phase()).toBe('ready')
    await pass(10.1)
    expect([phase(), count()]).toEqual(['count-in', '3'])
    await pass(3)
    expect([phase(), count()]).toEqual(['up', '1'])
    await pass(2)
    expect([phase(), count()]).toEqual(['hold', '3'])
    await pass(1)
    expect(count()).toBe('2')
    await pass(5)
    expect([phase(), count()]).toEqual(['up', '2'])
  })

  it('stands still while paused, and goes on where it was', async () => {
    await pass(11.5)
    await press('.pause')
    await pass(60)
    expect([phase(), count()]).toEqual(['count-in', '2'])
    await press('.pause')
    await pass(1)
    expect(count()).toBe('1')
  })

  it('goes on to the next phase when one is skipped, up to the end and not beyond', async () => {
    await press('.skip')
    expect(phase()).toBe('count-in')
    for (let n = 0; phase() !== 'done'; n++) {
      expect(n).toBeLessThan(100)
      await press('.skip')
    }
    expect(screen.find('.skip').exists()).toBe(false)
    await press('.again')
    expect(phase()).toBe('ready')
  })

  it('counts as being there while it runs, and not when it is paused, done or left', async () => {
    expect(isBusy()).toBe(true)
    await press('.pause')
    expect(isBusy()).toBe(false)
    await press('.pause')
    expect(isBusy()).toBe(true)
    screen.unmount()
    expect(isBusy()).toBe(false)
  })

  it('waits while a dialog covers it', async () => {
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.setAttribute('open', '')
    await pass(20)
    expect(phase()).toBe('ready')
    expect(isBusy()).toBe(false)
    dialog.remove()
  })

  it('is silent until asked, then says each count once', async () => {
    await pass(10.5)
    expect(spoken()).toEqual([])
    await press('.aloud')
    await pass(2.2)
    await pass(0.1)
    expect(spoken().at(-1)).toBe('1')
    await pass(0.4)
    await pass(2)
    await pass(1)
    expect(spoken().slice(-3)).toEqual(['1', words.hold, '2'])
  })

  it('stops speaking at a pause, when asked, and when it is left', async () => {
    await press('.aloud')
    await pass(11)
    await press('.pause')
    expect(synthesis.heard.at(-1)).toBe('cancel')
    await press('.pause')
    await pass(1)
    await press('.aloud')
    expect(synthesis.heard.at(-1)).toBe('cancel')
    await press('.aloud')
    await pass(1)
    screen.unmount()
    expect(synthesis.heard.at(-1)).toBe('cancel')
  })
})
