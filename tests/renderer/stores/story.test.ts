import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { useStoryStore as UseStoryStore } from '../../../renderer/stores/story'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import { fakeBridge } from '../../support/fake-bridge'
import { shippedBundle } from '../../support/words'

const bundle = await shippedBundle()
const all = bundle.story.chapters.flatMap(({ slides }) => slides.map(({ id }) => id))

describe('the story store', () => {
  let story: ReturnType<typeof UseStoryStore>
  beforeEach(async () => {
    vi.resetModules()
    window.bridge = fakeBridge({ ok: true, bundle, settings: DEFAULT_SETTINGS })
    setActivePinia(createPinia())
    const { useContentStore } = await import('../../../renderer/stores/content')
    const { useStoryStore } = await import('../../../renderer/stores/story')
    await useContentStore().load()
    story = useStoryStore()
  })

  it('walks every slide in ten minutes, and stops at both ends', () => {
    story.start('10')
    story.back()
    expect(story.slide?.id).toBe(all[0])
    const walked = [story.slide?.id]
    while (!story.isLast) {
      story.next()
      walked.push(story.slide?.id)
    }
    story.next()
    expect(walked).toEqual(all)
    expect(story.slide?.id).toBe(all.at(-1))
  })

  it.each(['2', '5'] as const)('shows only the slides of the path of %s minutes', (minutes) => {
    story.start(minutes)
    expect(story.slides.map(({ id }) => id)).toEqual(
      all.filter((id) => bundle.story.paths[minutes].includes(id)),
    )
  })

  it('remembers what was seen when the path changes', () => {
    story.start('2')
    story.next()
    const seen = [...story.seen]
    story.start('10')
    expect([...story.seen]).toEqual(expect.arrayContaining(seen))
  })
})
