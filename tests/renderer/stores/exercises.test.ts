import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import type { useExercisesStore as UseExercisesStore } from '../../../renderer/stores/exercises'
import { fakeBridge } from '../../support/fake-bridge'
import { shippedBundle } from '../../support/words'

const bundle = await shippedBundle()

describe('the exercises store', () => {
  let exercises: ReturnType<typeof UseExercisesStore>
  beforeEach(async () => {
    vi.resetModules()
    window.bridge = fakeBridge({ ok: true, bundle, settings: DEFAULT_SETTINGS })
    setActivePinia(createPinia())
    const { useContentStore } = await import('../../../renderer/stores/content')
    const { useExercisesStore } = await import('../../../renderer/stores/exercises')
    await useContentStore().load()
    exercises = useExercisesStore()
  })
  const listed = (): string[] => exercises.listed.map(({ exercise }) => exercise.id)

  it('offers every exercise but those that a clinician must switch on', () => {
    const enabled = Object.values(bundle.exercises).filter((some) => some.enabled)
    expect(listed()).toEqual(enabled.map(({ id }) => id))
    expect(listed()).not.toContain('nerve-slider')
  })

  it('leaves out what is not for the visitor, with the reason, and opens others as easier', () => {
    exercises.answer(['neu'])
    expect(listed()).not.toContain('ball-roll')
    expect(exercises.leftOut).toEqual([{ id: 'ball-roll', because: ['neu'] }])
    const calf = exercises.offered.find(({ exercise }) => exercise.id === 'calf-stretch')
    expect(calf).toMatchObject({ version: 'easier', position: 'sit' })
  })

  it('never names an exercise that is off among those left out', () => {
    exercises.answer(['sur', 'sci', 't3'])
    expect(exercises.leftOut.map(({ id }) => id)).not.toContain('nerve-slider')
  })

  it('filters by where it is done for this visitor, and by what it helps', () => {
    exercises.position = 'sit'
    expect(listed()).not.toContain('calf-stretch')
    exercises.answer(['bal'])
    expect(listed()).toContain('calf-stretch')
    exercises.link = 'heel'
    expect(exercises.listed.every(({ exercise }) => exercise.links.includes('heel'))).toBe(true)
    expect(exercises.listed).toHaveLength(exercises.countFor('sit', 'heel'))
  })
})
