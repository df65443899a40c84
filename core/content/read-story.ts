import { z } from 'zod'
import { Slide, Story } from '../schema/story'
import type { DraftChapter, Drafted, DraftSlide, DraftStory } from './draft'
import { below, entriesOf, problemAt, writtenAt, type Part } from './part'
import { parsePart, type Report } from './parse-part'

/** The story around its slides, which are read one by one so that one bad slide spoils no other. */
const Outline = Story.extend({
  chapters: z.array(z.unknown()).min(1),
  paths: z.strictObject({ '2': z.array(z.string()).min(1), '5': z.array(z.string()).min(1) }),
})
const ChapterOutline = Story.shape.chapters.element.extend({ slides: z.array(z.unknown()).min(1) })

/** Reads `stories/<id>.yaml`; `id` is the name by which the manifest calls the story. */
export function readStory(file: Part, id: string, report: Report): DraftStory {
  parsePart(Outline, file, report)
  const written = below(file, 'id')
  if (typeof written.value === 'string' && written.value !== id) {
    report(
      problemAt(written, {
        code: 'field-wrong',
        message: `The story calls itself "${written.value}", and its file is called ${id}.yaml.`,
        cure: `Write ${id}, or rename the file.`,
      }),
    )
  }
  return {
    id,
    at: file,
    chapters: entriesOf(below(file, 'chapters')).map((at) => readChapter(at, report)),
    paths: { '2': readPath(below(file, 'paths', '2')), '5': readPath(below(file, 'paths', '5')) },
  }
}

function readChapter(at: Part, report: Report): DraftChapter {
  const outline = parsePart(ChapterOutline, at, report)
  const slides = entriesOf(below(at, 'slides')).map((slide): DraftSlide => ({
    id: idOf(slide),
    at: slide,
    value: parsePart(Slide, slide, report),
  }))
  return { id: idOf(at), at, value: outline && outline.id, slides }
}

const readPath = (path: Part): Drafted<string>[] =>
  entriesOf(path).map((at) => ({ id: writtenAt(at), at, value: writtenAt(at) }))

/** The id as written, also where the rest of the thing is unsound; empty where there is none. */
export function idOf(thing: Part): string {
  const { value } = below(thing, 'id')
  return typeof value === 'string' ? value : ''
}
