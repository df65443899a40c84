import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import TouchButton from '../../../renderer/components/TouchButton.vue'

describe('TouchButton', () => {
  let wrapper: VueWrapper
  beforeEach(() => {
    wrapper = mount(TouchButton, { slots: { default: 'Next' }, attachTo: document.body })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    wrapper.unmount()
  })
  const presses = (): number => wrapper.emitted('press')?.length ?? 0
  const lift = (element: Element | null, pointerType: string): void => {
    vi.spyOn(document, 'elementFromPoint').mockReturnValue(element)
    wrapper.element.dispatchEvent(new PointerEvent('pointerup', { pointerType }))
  }

  it('is pressed once by a quick finger, by the click that follows', async () => {
    await wrapper.trigger('pointerdown')
    lift(wrapper.element, 'touch')
    expect(presses()).toBe(0)
    await wrapper.trigger('click')
    expect(presses()).toBe(1)
  })

  it('is pressed once by a finger that stays so long that no click follows', async () => {
    await wrapper.trigger('pointerdown')
    await wrapper.trigger('contextmenu')
    lift(wrapper.element, 'touch')
    expect(presses()).toBe(1)
  })

  it('is not pressed by a finger that stays and then slides away', async () => {
    await wrapper.trigger('pointerdown')
    await wrapper.trigger('contextmenu')
    lift(document.body, 'touch')
    expect(presses()).toBe(0)
  })

  it('is pressed once by a mouse, a keyboard or a switch', async () => {
    lift(wrapper.element, 'mouse')
    await wrapper.trigger('click')
    expect(presses()).toBe(1)
  })

  it('shows no context menu', async () => {
    const event = new Event('contextmenu', { cancelable: true })
    wrapper.element.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    await wrapper.vm.$nextTick()
  })
})
