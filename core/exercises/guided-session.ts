import type { DosePart, Exercise } from '../schema/exercise'

/** Which side has its turn; both where they work at once. */
export type GuidedSide = 'left' | 'right' | 'both'

export type GuidedPhaseKind =
  /** Time to take the start position. */
  | 'ready'
  /** 3, 2, 1. */
  | 'count-in'
  | 'up'
  | 'hold'
  | 'down'
  | 'rest'
  /** Time to take the other side. */
  | 'switch'
  /** Time to make ready for the next movement. */
  | 'next-part'
  | 'done'

/** One stretch of a guided exercise. */
export interface GuidedPhase {
  kind: GuidedPhaseKind
  /** When it begins and how long it takes, in seconds of the session; `done` takes none. */
  from: number
  seconds: number
  /** The movement that it belongs to, or leads to. */
  part: string
  side: GuidedSide
  set: number
  sets: number
  /** The repetition, from 1; 0 where none is under way. */
  rep: number
  reps: number
  /** Is the part done by the clock, so that its repetitions are not counted to a total? */
  isTimed: boolean
}

/** A guided exercise from beginning to end. */
export interface GuidedSession {
  phases: readonly GuidedPhase[]
  seconds: number
}

/** Our own choice: time to read the start position and to take it. */
const READY_SECONDS = 10
const COUNT_IN_SECONDS = 3
/** Our own choice: somebody who lies on one side turns over. */
const SWITCH_SECONDS = 10
const NEXT_PART_SECONDS = 8
/** Between two sets where the dose names no rest; whoever needs none skips it. */
const REST_SECONDS = 30

type Stretch = Omit<GuidedPhase, 'from'>

/**
 * The phases of an exercise done together: each side does all parts with all their sets before the
 * sides are switched, as the steps say. Of each range of the dose it takes the smaller number, so
 * that nobody is pushed. Null where a part has no tempo: then it cannot be guided.
 */
export function guidedSession({
  dose,
  sides,
}: Pick<Exercise, 'dose' | 'sides'>): GuidedSession | null {
  const order: GuidedSide[] = sides === 'each' ? ['left', 'right'] : ['both']
  const stretches: Stretch[] = []
  for (const [turn, side] of order.entries()) {
    for (const [at, part] of dose.parts.entries()) {
      const moves = movesOf(part, side)
      if (!moves) return null
      stretches.push(...leadIn(part, side, turn, at), ...moves)
    }
  }
  const last = stretches.at(-1)
  if (!last) return null
  stretches.push({ ...last, kind: 'done', seconds: 0 })
  let from = 0
  const phases = stretches.map((stretch) => {
    const phase = { ...stretch, from }
    from += stretch.seconds
    return phase
  })
  return { phases, seconds: from }
}

/** The phase at a time in seconds; before the beginning the first, after the end the last. */
export function phaseAt({ phases }: GuidedSession, seconds: number): GuidedPhase {
  const phase = phases.findLast(({ from }) => from <= seconds) ?? phases[0]
  if (!phase) throw new Error('a guided session without phases')
  return phase
}

function leadIn(part: DosePart, side: GuidedSide, turn: number, at: number): Stretch[] {
  const idle = { ...countsOf(part), part: part.id, side, set: 1, rep: 0 }
  const wait: Stretch =
    at > 0
      ? { ...idle, kind: 'next-part', seconds: NEXT_PART_SECONDS }
      : turn > 0
        ? { ...idle, kind: 'switch', seconds: SWITCH_SECONDS }
        : { ...idle, kind: 'ready', seconds: READY_SECONDS }
  return [wait, { ...idle, kind: 'count-in', seconds: COUNT_IN_SECONDS }]
}

/** The repetitions of a part on one side, set by set with rests between; null without a tempo. */
function movesOf(part: DosePart, side: GuidedSide): Stretch[] | null {
  const { tempo } = part
  if (!tempo) return null
  const counts = countsOf(part)
  const hold = part.holdSeconds?.min ?? 0
  const stretches: Stretch[] = []
  for (let set = 1; set <= counts.sets; set++) {
    const here = { ...counts, part: part.id, side, set }
    if (set > 1) {
      const seconds = part.restSeconds?.min ?? REST_SECONDS
      stretches.push({ ...here, kind: 'rest', rep: 0, seconds })
      stretches.push({ ...here, kind: 'count-in', rep: 0, seconds: COUNT_IN_SECONDS })
    }
    for (let rep = 1; rep <= counts.reps; rep++) {
      stretches.push({ ...here, kind: 'up', rep, seconds: tempo.up })
      if (hold > 0) stretches.push({ ...here, kind: 'hold', rep, seconds: hold })
      stretches.push({ ...here, kind: 'down', rep, seconds: tempo.down })
    }
  }
  return stretches
}

function countsOf(part: DosePart): Pick<GuidedPhase, 'sets' | 'reps' | 'isTimed'> {
  const sets = part.sets?.min ?? 1
  if (part.reps) return { sets, reps: part.reps.min, isTimed: false }
  const { tempo, minutes, holdSeconds } = part
  if (!tempo || !minutes) return { sets, reps: 1, isTimed: false }
  const repSeconds = tempo.up + (holdSeconds?.min ?? 0) + tempo.down
  return { sets, reps: Math.max(1, Math.round((minutes.min * 60) / repSeconds)), isTimed: true }
}
