import { z } from 'zod'
import { HandoutWords } from '../schema/handout-words'
import { Language } from '../schema/pack'
import { ClaimWords, SafetyNetWords, ScreenWords, SlideWords, StoryWords } from '../schema/words'
import type { Drafted, DraftWords } from './draft'
import type { OpenFile } from './open-file'
import { below, fieldsOf, problemAt, type Part } from './part'
import { parsePart, type Report } from './parse-part'

const Outline = z.strictObject({
  chapters: z.record(z.string(), z.unknown()),
  slides: z.record(z.string(), z.unknown()),
})
const ChapterWords = StoryWords.shape.chapters.valueType
const WordsOfClaim = ClaimWords.valueType

/**
 * Reads the files of `words/<tag>/` that every language has, slide by slide and claim by claim, and
 * the words for paper where the pack has some.
 */
export function readWords(
  tag: string,
  hasPaper: boolean,
  open: OpenFile,
  report: Report,
): DraftWords {
  const read = <Value>(name: string, reader: (file: Part) => Value): Value | null => {
    const file = open(`words/${tag}/${name}.yaml`, report)
    return file && reader(file)
  }
  const whole =
    <Schema extends z.ZodType>(schema: Schema) =>
    (at: Part): Drafted<z.output<Schema>> => ({
      id: tag,
      at,
      value: parsePart(schema, at, report, 'words-missing'),
    })
  const each = <Schema extends z.ZodType>(schema: Schema, group: Part) =>
    new Map(
      [...fieldsOf(group)].map(([id, at]): [string, Drafted<z.output<Schema>>] => [
        id,
        { id, at, value: parsePart(schema, at, report, 'words-missing') },
      ]),
    )

  return {
    tag,
    language: read('language', (at) => readLanguage(tag, at, report)),
    story: read('story', (at) => {
      parsePart(Outline, at, report, 'words-missing')
      return {
        at,
        chapters: each(ChapterWords, below(at, 'chapters')),
        slides: each(SlideWords, below(at, 'slides')),
      }
    }),
    claims: read('claims', (at) => ({ at, byId: each(WordsOfClaim, at) })),
    safetyNet: read('safety-net', whole(SafetyNetWords)),
    screens: read('screens', whole(ScreenWords)),
    handout: hasPaper ? read('handout', whole(HandoutWords)) : null,
  }
}

function readLanguage(tag: string, at: Part, report: Report): Drafted<Language> {
  const value = parsePart(Language, at, report)
  if (value && value.tag !== tag) {
    report(
      problemAt(below(at, 'tag'), {
        code: 'field-wrong',
        message: `The language calls itself "${value.tag}", and its folder is called "${tag}".`,
        cure: `Write ${tag}, or rename the folder.`,
      }),
    )
  }
  return { id: tag, at, value }
}
