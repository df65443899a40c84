import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Allowance } from '../../../core/exercises/allowed'
import type { HandoutItem, useHandoutStore } from '../../../renderer/stores/handout'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import type { JobEnd } from '../../../core/schema/printing'
import { fakeBridge } from '../../support/fake-bridge'
import { handoutOf } from '../../support/handout-request'
import { shippedBundle } from '../../support/words'

const bundle = await shippedBundle()

const calf: HandoutItem = { kind: 'exercise', id: 'calf-stretch', version: 'main' }
const ball: HandoutItem = { kind: 'exercise', id: 'ball-roll', version: 'harder' }
const heat: HandoutItem = { kind: 'relief', id: 'heat' }

describe('the handout', () => {
  let handout: ReturnType<typeof useHandoutStore>
  beforeEach(async () => {
    window.bridge = fakeBridge({ ok: true, bundle, settings: DEFAULT_SETTINGS })
    setActivePinia(createPinia())
    handout = (await import('../../../renderer/stores/handout')).useHandoutStore()
    for (const item of [calf, ball, heat]) handout.put(item)
  })

  it('keeps the place of what is put on it again in another way', () => {
    handout.put({ ...calf, version: 'easier' })
    expect(handout.items).toEqual([{ ...calf, version: 'easier' }, ball, heat])
    expect(handout.count).toBe(3)
  })

  it('moves a line up and down, and not beyond the ends', () => {
    handout.move(heat, -1)
    expect(handout.items).toEqual([calf, heat, ball])
    handout.move(heat, -1)
    handout.move(heat, -1)
    expect(handout.items).toEqual([heat, calf, ball])
    handout.move(ball, 1)
    expect(handout.items).toEqual([heat, calf, ball])
  })

  it('takes off what is not for the visitor any more, and makes easier what must be', () => {
    const allowance: Record<string, Allowance> = {
      'calf-stretch': { state: 'changed', because: ['neu'] },
      'ball-roll': { state: 'left-out', because: ['neu'] },
    }
    handout.keepAllowed((id) => allowance[id]!)
    expect(handout.items).toEqual([{ ...calf, version: 'easier' }, heat])
  })

  it('falls back to the exercise itself where the harder way is not allowed', () => {
    handout.keepAllowed(() => ({ state: 'shown', versions: ['main', 'easier'] }))
    expect(handout.items).toEqual([calf, { ...ball, version: 'main' }, heat])
  })

  it('is printed, and taken back when the visitor does not want to wait', async () => {
    let end: (how: JobEnd) => void = () => undefined
    const cancelled: number[] = []
    Object.assign((await import('../../../renderer/bridge')).bridge, {
      printJobEnd: () => new Promise<JobEnd>((resolve) => (end = resolve)),
      cancelPrint: ({ jobId }: { jobId: number }) => {
        cancelled.push(jobId)
        end({ ok: false, reason: 'cancelled' })
        return Promise.resolve({ ok: false, reason: 'cancelled' })
      },
    })
    expect(await handout.printOut(handoutOf(['calf-stretch']))).toBe(true)
    expect(handout.print).toEqual({ state: 'working', jobId: 1, isStopping: false })
    await handout.stopPrint()
    expect(cancelled).toEqual([1])
    await vi.waitFor(() => expect(handout.print).toEqual({ state: 'idle' }))
    await handout.stopPrint()
    expect(cancelled).toEqual([1])
  })

  it('that came out in the moment of the stop is on paper', async () => {
    let end: (how: JobEnd) => void = () => undefined
    Object.assign((await import('../../../renderer/bridge')).bridge, {
      printJobEnd: () => new Promise<JobEnd>((resolve) => (end = resolve)),
      cancelPrint: () => Promise.resolve({ ok: true }),
    })
    await handout.printOut(handoutOf(['calf-stretch']))
    await handout.stopPrint()
    end({ ok: true })
    await vi.waitFor(() => expect(handout.print).toEqual({ state: 'printed' }))
  })
})
