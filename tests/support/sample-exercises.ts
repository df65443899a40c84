import { stringify } from 'yaml'
import {
  EXERCISE_LINKS,
  EXERCISE_POSITIONS,
  EXERCISE_PROPS,
  EXERCISE_VERSIONS,
  SAFETY_COLUMNS,
  SAFETY_FLAGS,
} from '../../core/schema/exercise-names'
import { samplePack } from './sample-pack'

/** The files that the sample pack has more when it brings exercises and a relief card. */
export const sampleExercises = (): Map<string, string> => new Map(Object.entries(FILES))

/** The sample pack with two exercises and a relief card. */
export const samplePackWithExercises = (): Map<string, string> =>
  new Map([...samplePack(), ...sampleExercises()])

/** The same with one piece of one file replaced; the piece must stand there once. */
export function exercisesWith(file: string, piece: string, by: string): Map<string, string> {
  const pack = samplePackWithExercises()
  const text = pack.get(file)
  if (text?.split(piece).length !== 2) throw new Error(`"${piece}" does not stand once in ${file}`)
  return pack.set(
    file,
    text.replace(piece, () => by),
  )
}

const named = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `Some ${name}`]))

const SHARED = {
  ask: { title: 'What fits you?', why: 'Some moves are not for all.', none: 'None' },
  signs: Object.fromEntries(
    [...SAFETY_COLUMNS, ...SAFETY_FLAGS].map((sign) => [
      sign,
      { name: 'A sign', leftOut: 'Left out', ...(sign === 'sur' && { notFor: 'Ask first.' }) },
    ]),
  ),
  positions: named(EXERCISE_POSITIONS),
  links: named(EXERCISE_LINKS),
  props: named(EXERCISE_PROPS),
  versions: named(EXERCISE_VERSIONS),
  rules: ['Wear shoes.', 'Hold on.'],
  stopLead: 'Stop for:',
  stopSigns: ['Pain', 'Chest pain', 'A swollen calf', 'Weak legs', 'Numb legs'],
  stopThen: 'Tell the staff.',
}

const FILES = {
  'exercises/calf-stretch.yaml': `id: calf-stretch
code: X01
position: stand
links: [ankle, heel]
props: [wall]
sides: each
dose:
  adapted: true
  parts:
    - { id: straight, reps: 3, holdSeconds: 30, tempo: { up: 4, down: 2 } }
    - { id: bent, reps: 3, holdSeconds: 30 }
  daysPerWeek: { min: 5, max: 7 }
easier: { position: sit, props: [chair] }
harder: { props: [step], notWith: [ost] }
safety:
  t1: yes
  t2: yes
  t3: change
  neu: no
  ost: yes
  sur: no
  frx: yes
  bal: change
  sci: yes
notWith: [C-thin]
notFor: [swollen-calf]
claims: [C01]
references: [menz-2013]
reviewed: 2026-11-01
`,

  'exercises/stroll.yaml': `id: stroll
code: X02
position: walk
links: [move]
sides: both
dose:
  parts:
    - { id: walk, minutes: { min: 5, max: 10 } }
  timesPerDay: { min: 1, max: 2 }
  daysPerWeek: 5
  growth: { minutesPerWeek: 2, upToMinutes: 30, withinMonths: 6 }
easier: {}
safety:
  t1: yes
  t2: yes
  t3: yes
  neu: yes
  ost: yes
  sur: yes
  frx: yes
  bal: yes
  sci: yes
enabled: false
claims: [C02]
references: [kendall-2010]
reviewed: 2026-11-01
`,

  'relief.yaml': `- id: heat
  picture: { file: shoe.svg }
  minutes: { min: 10, max: 15 }
  timesPerDay: { min: 1, max: 3 }
  cautions: [neu]
  notFor: [numb-skin]
  claims: [C01]
  references: [menz-2013]
  reviewed: 2026-11-01
- id: rest
  picture: { file: shoe.svg }
  notFor: [numb-skin]
  claims: [C02]
  reviewed: 2026-11-01
`,

  'words/en/exercises.yaml': `exercises:
  calf-stretch:
    name: Calf stretch
    purpose: It helps your ankle bend.
    start: Stand at a wall.
    steps:
      - Put one foot back.
      - Lean in and hold.
    parts: { straight: Straight knee, bent: Bent knee }
    easier:
      text: Sit down for it.
      start: Sit on a chair.
      steps: [Pull your foot up.]
    harder:
      text: Use a step.
    stopIf: Stop if it hurts.
    notFor:
      neu: Do not do it with numb feet.
      C-thin: Do not do it on blood thinners.
      swollen-calf: Do not do it with a swollen calf.
    cautions:
      t3: Sit down for it.
      bal: Sit down, so that you cannot fall.
  stroll:
    name: Stroll
    purpose: It gets you going.
    start: Choose a flat path.
    steps: [Walk., Walk back.]
    easier: { text: Walk less. }
    stopIf: Stop if your chest hurts.
dose:
  range: '{min} to {max}'
  part: '{name}: {dose}'
  reps: 'Do it {max, plural, one {{n} time} other {{n} times}}{sides, select, each { on each side} other {}}.'
  sets: 'Do {n} sets of {reps}.'
  hold: '{orLess, select, yes {Hold for up to {n} seconds.} other {Hold for {n} seconds.}}'
  minutes: 'Go on for {n} minutes.'
  rest: 'Rest for {n} seconds.'
  often: 'Do this {times} times a day, {days} days a week.'
  growthStep: 'Add {minutes} minutes.'
  growthEnd: 'Go up to {minutes} minutes in {months} months.'
  adapted: The numbers follow a study.
  commonPractice: The numbers are common.
${stringify(SHARED)}`,

  'words/en/relief.yaml': `range: '{min} to {max}'
cards:
  heat:
    name: Heat
    purpose: It may help a little.
    howTo: [Wrap it in a cloth., Lay it on your back.]
    howLong: 'Leave it for {minutes} minutes, up to {maxTimes} times a day.'
    stopIf: Stop if it is too hot.
    notFor: { numb-skin: Do not use it on numb skin. }
    cautions: { neu: Use it on your back only. }
    picture: A heat pad.
  rest:
    name: Rest
    purpose: It may help a little.
    howTo: [Sit down., Get up soon.]
    howLong: A short while.
    stopIf: Stop if it bores you.
    notFor: { numb-skin: Do not use it on numb skin. }
    picture: A chair.
`,
}
