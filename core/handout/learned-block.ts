import type { Bundle } from '../schema/pack'
import type { SlideWords } from '../schema/words'
import type { LearnedBlock } from './block'
import type { PaperWords } from './build-sheets'

/** What the slides said, in short, in the order of the story; null where there is none of them. */
export function learnedBlock(
  ids: readonly string[],
  { story }: Pick<Bundle, 'story'>,
  words: readonly PaperWords[],
): LearnedBlock | null {
  const chosen = new Set(ids)
  const slides = story.chapters
    .flatMap((chapter) => chapter.slides)
    .filter(({ id }) => chosen.has(id) && words.every((one) => pointOf(one.story.slides[id])))
  if (slides.length === 0) return null
  return {
    kind: 'learned',
    key: 'learned',
    said: words.map((one) => ({
      heading: one.handout.learned,
      points: slides.flatMap(({ id }) => pointOf(one.story.slides[id]) ?? []),
    })),
  }
}

/** What a slide leaves to remember; null for one that has nothing but its title. */
export function pointOf(slide: SlideWords | undefined): { title: string; text: string } | null {
  if (!slide) return null
  const text = slide.fact ?? slide.meaning ?? slide.right ?? slide.body ?? slide.points?.join(' ')
  return text ? { title: slide.title, text } : null
}
