import type { ExerciseBlock, HandoutBlock, LevelBlock, ReliefBlock, SafetyBlock } from './block'
import type { HandoutSheet } from './build-sheets'

/** What does not fit on a phone, in the order in which it is left out. */
export type LeftOut = 'calendar' | 'steps' | 'doses'

export interface PhoneTexts {
  /** One for each code, in their order. */
  texts: readonly string[]
  /** A calendar file, for a code of its own; null where there is none. */
  calendar: string | null
  leftOut: readonly LeftOut[]
}

/** More codes than these nobody scans. */
const MOST_CODES = 3

/**
 * The words of a handout for the codes on the screen, in its first language. The names of all that is
 * on it and the safety net are never left out; where the rest does not fit into three codes, the
 * calendar goes first, then the steps, then the doses.
 * @param fits does a text fit into one code?
 */
export function phoneTexts(
  { blocks }: Pick<HandoutSheet, 'blocks'>,
  calendar: string | null,
  fits: (text: string) => boolean,
): PhoneTexts {
  const hasExercises = blocks.some(({ kind }) => kind === 'exercise')
  const own = hasExercises && calendar !== null && fits(calendar) ? calendar : null
  const hasDetails = blocks.some(({ kind }) => kind === 'exercise' || kind === 'relief')
  const tries: { calendar: string | null; leftOut: LeftOut[] }[] = [
    { calendar: own, leftOut: [] },
    { calendar: null, leftOut: own === null ? [] : ['calendar'] },
    { calendar: null, leftOut: own === null ? ['steps'] : ['calendar', 'steps'] },
    { calendar: null, leftOut: own === null ? ['steps', 'doses'] : ['calendar', 'steps', 'doses'] },
  ]
  const possible = hasDetails ? tries : tries.slice(0, 2)
  for (const one of possible) {
    const texts = packed(paragraphsOf(blocks, one.leftOut), fits)
    if (texts.length + (one.calendar === null ? 0 : 1) <= MOST_CODES) return { texts, ...one }
  }
  // Names and safety net alone, however many codes they take.
  const last = possible.at(-1) ?? { calendar: null, leftOut: [] }
  return { texts: packed(paragraphsOf(blocks, last.leftOut), fits), ...last }
}

/** The safety net first, so that whoever scans one code alone has it. */
function paragraphsOf(blocks: readonly HandoutBlock[], leftOut: readonly LeftOut[]): string[] {
  const without = new Set(leftOut)
  const first = <Kind extends HandoutBlock['kind']>(kind: Kind) =>
    blocks.filter((block): block is Extract<HandoutBlock, { kind: Kind }> => block.kind === kind)
  return [
    ...first('level').map(levelInWords),
    ...first('safety').map(safetyInWords),
    ...blocks.flatMap((block) =>
      block.kind === 'exercise' || block.kind === 'relief' ? itemInWords(block, without) : [],
    ),
  ]
}

function levelInWords({ said: [said] }: LevelBlock): string {
  return said ? lines(said.heading, said.headline, said.desk, ...said.advice) : ''
}

function safetyInWords({ said: [said] }: SafetyBlock): string {
  if (!said) return ''
  return lines(
    said.lead,
    ...said.signs.map((sign) => `- ${sign}`),
    said.call,
    said.crisis,
    said.more,
  )
}

function itemInWords(block: ExerciseBlock | ReliefBlock, without: ReadonlySet<LeftOut>): string {
  if (block.kind === 'exercise') {
    const [said] = block.said
    if (!said) return ''
    const steps = [said.start, ...said.steps.map((step, at) => `${at + 1}. ${step}`)]
    return lines(
      said.heading,
      said.way && `${said.way.lead}${said.way.text}`,
      ...(without.has('doses') ? [] : said.dose),
      ...(without.has('steps') ? [] : steps),
      ...(without.has('steps') ? [] : [said.stopIf.text]),
    )
  }
  const [said] = block.said
  if (!said) return ''
  return lines(
    said.heading,
    without.has('doses') ? null : said.howLong,
    ...(without.has('steps') ? [] : said.howTo.map((step) => `- ${step}`)),
    ...(without.has('steps') ? [] : [said.stopIf.text]),
  )
}

const lines = (...all: (string | null | undefined)[]): string => all.filter(Boolean).join('\n')

/** Fills codes with paragraphs in their order; one that is too long by itself is cut between lines. */
function packed(paragraphs: readonly string[], fits: (text: string) => boolean): string[] {
  const texts: string[] = []
  let open = ''
  const add = (piece: string, between: string): void => {
    const longer = open ? `${open}${between}${piece}` : piece
    if (fits(longer)) open = longer
    else {
      if (open) texts.push(open)
      open = piece
    }
  }
  for (const paragraph of paragraphs.filter(Boolean)) {
    if (fits(paragraph)) add(paragraph, '\n\n')
    else paragraph.split('\n').forEach((line, at) => add(line, at === 0 ? '\n\n' : '\n'))
  }
  if (open) texts.push(open)
  return texts
}
