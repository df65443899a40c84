import { z } from 'zod'
import { ClaimId, Id } from './id'
import { FigureState } from './figure'
import { PATH_MINUTES } from './names'

/**
 * A picture is the living figure in some state, the figure as it does an exercise, or a drawing that
 * is kept in `content/pictures/`.
 */
export const Picture = z.union([
  z.strictObject({ figure: FigureState }),
  z.strictObject({
    /** Id of an exercise in `content/exercises/`. */
    exercise: Id,
    way: z.enum(['standard', 'easier', 'harder']).default('standard'),
  }),
  z.strictObject({
    /** Name of a file in `content/pictures/`, like shoe.svg. */
    file: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]*\.(svg|png|webp)$/,
        'name a picture in small letters, like shoe.svg',
      ),
  }),
])
export type Picture = z.infer<typeof Picture>

const slide = {
  id: Id,
  /** The claims that the slide makes; each stands in `content/claims.yaml`. */
  claims: z.array(ClaimId).default([]),
  picture: Picture,
  /**
   * What the mark says: how sure research is, or that this is safety advice, which holds even where
   * single studies are weak.
   */
  mark: z.enum(['evidence', 'safety']).default('evidence'),
}

/** Opens a chapter: one line that makes one curious. */
const TitleSlide = z.strictObject({ ...slide, kind: z.literal('title') })
/** The living figure shows what moves what, and what to try. */
const ChainSlide = z.strictObject({ ...slide, kind: z.literal('chain') })
/** One thought and its picture. */
const ExplainSlide = z.strictObject({ ...slide, kind: z.literal('explain') })
/** What many people think, and what is known. */
const CompareSlide = z.strictObject({ ...slide, kind: z.literal('compare') })
/** Something to try now: tap, stand, press. */
const CheckYourselfSlide = z.strictObject({ ...slide, kind: z.literal('check-yourself') })
/** A question that shows the visitor what stayed; no score is kept. */
const TeachBackSlide = z.strictObject({
  ...slide,
  kind: z.literal('teach-back'),
  /** Ids of the answers in the order shown; their words stand under `answers`. */
  answers: z.array(Id).min(2).max(3),
  /** The answer that is right. */
  right: Id,
})
/** What to remember, in up to four points. */
const SummarySlide = z.strictObject({ ...slide, kind: z.literal('summary') })
/** Signs that need help now; leads to the safety net. */
const DangerSlide = z.strictObject({ ...slide, kind: z.literal('danger') })

export const Slide = z.discriminatedUnion('kind', [
  TitleSlide,
  ChainSlide,
  ExplainSlide,
  CompareSlide,
  CheckYourselfSlide,
  TeachBackSlide,
  SummarySlide,
  DangerSlide,
])
export type Slide = z.infer<typeof Slide>
export type SlideKind = Slide['kind']
export type SlideOf<Kind extends SlideKind> = Extract<Slide, { kind: Kind }>

/** A chapter is a row of slides under one heading. */
export const Chapter = z.strictObject({ id: Id, slides: z.array(Slide).min(1) })
export type Chapter = z.infer<typeof Chapter>

/** How many minutes a visitor has. Each path is a row of slide ids; `10` is the whole story. */
export const PathMinutes = z.enum(PATH_MINUTES)
export type PathMinutes = z.infer<typeof PathMinutes>

/** `content/stories/*.yaml`: the structure of the presentation, without words. */
export const Story = z.strictObject({
  id: Id,
  chapters: z.array(Chapter).min(1),
  /** The slides for somebody with 2 or with 5 minutes, in order; 10 minutes is every slide. */
  paths: z.strictObject({ '2': z.array(Id).min(1), '5': z.array(Id).min(1) }),
})
export type Story = z.infer<typeof Story>
