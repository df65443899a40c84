import type { HandoutRequest } from '../schema/handout'
import type { TicksBlock } from './block'
import type { PaperWords } from './build-sheets'
import type { KeptExercise } from './kept-items'

/** More rows than these stand in a grid of their own, so that each grid fits on a page. */
const ROWS = 8

/**
 * A grid of days for each exercise, in parts of one or two weeks: two weeks only fit side by side
 * in the smallest letters.
 */
export function ticksBlock(
  exercises: readonly KeptExercise[],
  days: HandoutRequest['tickDays'],
  points: HandoutRequest['points'],
  words: readonly PaperWords[],
): TicksBlock {
  const across = points === 14 ? 14 : 7
  const number = new Intl.NumberFormat(words[0]?.language.tag)
  const parts = range(Math.ceil(days / across)).flatMap((week) =>
    range(Math.ceil(exercises.length / ROWS)).map((chunk) => ({
      days: range(across).map((day) => number.format(week * across + day + 1)),
      from: chunk * ROWS,
      to: Math.min(exercises.length, (chunk + 1) * ROWS),
    })),
  )
  return {
    kind: 'ticks',
    key: 'ticks',
    parts,
    said: words.map(({ handout, exercises: its }) => ({
      heading: handout.ticks,
      lead: handout.ticksLead,
      day: handout.day,
      names: exercises.map(({ exercise: { id } }) => its?.exercises[id]?.name ?? ''),
    })),
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at)
