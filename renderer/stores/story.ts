import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PathMinutes, Slide } from '../../core/schema/story'
import { useContentStore } from './content'

/** Where the visitor is in the story, on which path, and what was seen. */
export const useStoryStore = defineStore('story', () => {
  const content = useContentStore()
  const minutes = ref<PathMinutes>('10')
  const slideId = ref<string | null>(null)
  const seen = ref<ReadonlySet<string>>(new Set())

  const chapters = computed(() => {
    const onPath = new Set(minutes.value === '10' ? [] : content.bundle.story.paths[minutes.value])
    return content.bundle.story.chapters
      .map((chapter) => ({
        id: chapter.id,
        slides: chapter.slides.filter((slide) => onPath.size === 0 || onPath.has(slide.id)),
      }))
      .filter((chapter) => chapter.slides.length > 0)
  })
  const slides = computed<Slide[]>(() => chapters.value.flatMap((chapter) => chapter.slides))
  const index = computed(() => {
    const at = slides.value.findIndex((slide) => slide.id === slideId.value)
    return Math.max(0, at)
  })
  const slide = computed<Slide | undefined>(() => slides.value[index.value])
  const chapter = computed(() =>
    chapters.value.find((some) => some.slides.some(({ id }) => id === slide.value?.id)),
  )
  const isFirst = computed(() => index.value === 0)
  const isLast = computed(() => index.value === slides.value.length - 1)
  const hasBegun = computed(() => seen.value.size > 0)
  /** The questions that were answered, and whether rightly the first time. */
  const taughtBack = ref<ReadonlyMap<string, boolean>>(new Map())
  function answer(isRight: boolean): void {
    const id = slide.value?.id
    if (id === undefined || taughtBack.value.has(id)) return
    taughtBack.value = new Map([...taughtBack.value, [id, isRight]])
  }
  /** Was the last slide of the path left forwards? */
  const isDone = ref(false)

  function goTo(id: string): void {
    isDone.value = false
    slideId.value = id
    seen.value = new Set([...seen.value, id])
  }
  function step(by: 1 | -1): void {
    const next = slides.value[index.value + by]
    if (next) goTo(next.id)
  }
  /** Starts a path at its first slide. */
  function start(path: PathMinutes): void {
    minutes.value = path
    const first = slides.value[0]
    if (first) goTo(first.id)
  }

  return {
    minutes,
    chapters,
    slides,
    slide,
    chapter,
    index,
    seen,
    isFirst,
    isLast,
    hasBegun,
    isDone,
    taughtBack,
    answer,
    start,
    goTo,
    next: () => step(1),
    finish: () => void (isDone.value = true),
    back: () => step(-1),
  }
})
