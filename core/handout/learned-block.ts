import { beforeAnother, sentencesInARow } from '../language/in-a-row'
import type { Bundle, Words } from '../schema/pack'
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
    .filter(({ id }) => chosen.has(id) && words.every((one) => pointOf(one, id)))
  if (slides.length === 0) return null
  return {
    kind: 'learned',
    key: 'learned',
    said: words.map((one) => ({
      heading: one.handout.learned,
      points: slides.flatMap(({ id }) => pointOf(one, id) ?? []),
    })),
  }
}

/** What a slide leaves to remember; null for one that has nothing but its title. */
export function pointOf(
  { story, language: { tag } }: Pick<Words, 'story' | 'language'>,
  id: string,
): { lead: string; text: string } | null {
  const slide = story.slides[id]
  if (!slide) return null
  const { fact, meaning, right, body, points } = slide
  const text = fact ?? meaning ?? right ?? body ?? (points && sentencesInARow(points, tag))
  return text ? { lead: beforeAnother(slide.title, tag), text } : null
}
