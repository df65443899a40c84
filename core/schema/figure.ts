import { z } from 'zod'
import { FIGURE_PARTS } from './figure-names'

export { FIGURE_PARTS } from './figure-names'

export const FigurePart = z.enum(FIGURE_PARTS)
export type FigurePart = z.infer<typeof FigurePart>

/** What can be seen through the skin. */
export const FIGURE_LAYERS = [
  'bones',
  'fascia',
  'calf',
  'hamstring',
  'gluteals',
  'nerve',
  'spine',
] as const
export const FigureLayer = z.enum(FIGURE_LAYERS)
export type FigureLayer = z.infer<typeof FigureLayer>

/** How a part or a link is lit: strong when research is sure, pale and dashed when it is not. */
export const FigureLight = z.enum(['strong', 'pale'])
export type FigureLight = z.infer<typeof FigureLight>

/**
 * What the living figure shows on a slide. All amounts run from 0 (neutral) to 1 (as far as the
 * picture goes); they are an illustration and no measurement.
 */
export const FigureState = z.strictObject({
  /** From which side one looks. */
  view: z.enum(['front', 'back', 'side']).default('back'),
  /** What fills the picture: the whole body, from the hips down, one foot, or the low back. */
  frame: z.enum(['body', 'legs', 'foot', 'low-back']).default('body'),
  body: z.enum(['adult', 'older', 'pregnant']).default('adult'),
  /** What the body does: stand, walk on the spot, or a still of one step. */
  motion: z.enum(['stand', 'walk']).default('stand'),
  /** The arch of the foot: -1 flat, 0 neutral, 1 high. */
  arch: z.number().min(-1).max(1).default(0),
  /** How far the foot rolls in (pronates). */
  rollIn: z.number().min(0).max(1).default(0),
  /** How tight the calf is: the heel comes up early. */
  tightCalf: z.number().min(0).max(1).default(0),
  /** What can be seen through the skin. */
  layers: z.array(FigureLayer).default([]),
  /** Parts that work hard or hurt, drawn in coral. */
  lit: z.partialRecord(FigurePart, FigureLight).default({}),
  /** Are the lit parts joined by a line, as links of one chain? */
  joined: z.boolean().default(false),
  /** Parts that carry a label, from the bottom up; the words of each stand under `labels`. */
  labels: z.array(FigurePart).max(4).default([]),
})
export type FigureState = z.infer<typeof FigureState>
