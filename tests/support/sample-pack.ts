import { stringify } from 'yaml'
import { z } from 'zod'
import { ScreenWords } from '../../core/schema/words'

/** The day on which the sample pack is checked. */
export const SAMPLE_DAY = '2026-11-23'

/** The pictures of the sample pack. */
export const SAMPLE_PICTURES: ReadonlySet<string> = new Set(['shoe.svg'])

/** A small pack that is sound, with one slide of each kind, as texts by path. */
export const samplePack = (): Map<string, string> =>
  new Map([...Object.entries(FILES), ['words/en/screens.yaml', SCREENS]])

/** The sample pack with one piece of one file replaced; the piece must stand there once. */
export function samplePackWith(file: string, piece: string, by: string): Map<string, string> {
  const pack = samplePack()
  const text = pack.get(file)
  if (text?.split(piece).length !== 2) throw new Error(`"${piece}" does not stand once in ${file}`)
  return pack.set(
    file,
    text.replace(piece, () => by),
  )
}

const FILES = {
  'pack.yaml': `id: sample
schema: 1
version: 1.0.0
story: walk
source: en
reviewBy: 2027-11-22
`,

  'stories/walk.yaml': `id: walk
chapters:
  - id: feet
    slides:
      - id: feet-first
        kind: title
        picture: { figure: { view: side, motion: walk } }
      - id: tight-calf
        kind: chain
        claims: [C01]
        picture:
          figure: { tightCalf: 0.8, lit: { calf: strong }, labels: [heel, calf] }
      - id: shoes
        kind: explain
        claims: [C01, C02]
        picture: { file: shoe.svg }
      - id: flat-feet
        kind: compare
        claims: [C02]
        picture: { figure: { arch: -1 } }
  - id: back
    slides:
      - id: heel-lift
        kind: check-yourself
        claims: [C01]
        picture: { figure: { frame: foot } }
      - id: calf-question
        kind: teach-back
        claims: [C01]
        answers: [early, late]
        right: early
        picture: { figure: { frame: legs } }
      - id: signs
        kind: danger
        picture: { figure: { view: front } }
      - id: take-home
        kind: summary
        claims: [C01]
        picture: { figure: {} }
paths:
  '2': [feet-first, tight-calf, signs]
  '5': [feet-first, tight-calf, shoes, heel-lift, signs, take-home]
`,

  'claims.yaml': `- id: C01
  strength: moderate
  references: [menz-2013]
  reviewed: 2026-11-01
- id: C02
  strength: conflicting
  references: [menz-2013, kendall-2010]
  reviewed: 2026-11-01
`,

  'references.json': `[
  {
    "id": "menz-2013",
    "type": "article-journal",
    "title": "Foot posture and low back pain",
    "author": [{ "family": "Menz", "given": "H. B." }],
    "issued": { "date-parts": [[2013]] },
    "custom": { "checked": true }
  },
  {
    "id": "kendall-2010",
    "type": "article-journal",
    "title": "Feet and backs",
    "author": [{ "literal": "A group" }],
    "issued": { "date-parts": [[2010, 5]] },
    "custom": { "checked": false }
  }
]
`,

  'words/en/language.yaml': `tag: en
name: English
direction: ltr
clinicallyReviewed: false
`,

  'words/en/story.yaml': `chapters:
  feet: { title: Your feet }
  back: { title: Your back }
slides:
  feet-first:
    title: Feet first
    body: Your feet hold you up all day.
    picture: A person walks.
  tight-calf:
    title: A tight calf
    body: It lifts your heel early when you walk.
    tryThis: Lean on a wall and press your heel down.
    labels: { heel: Heel, calf: Tight calf }
    picture: The heel of one foot is up.
  shoes:
    title: Shoes
    body: Soft shoes can help sore feet.
    picture: A low shoe with a soft sole.
  flat-feet:
    title: Flat feet
    myth: Flat feet are bad for you.
    fact: Most flat feet never hurt.
    picture: A foot with a low arch.
  heel-lift:
    title: Lift your heels
    steps:
      - Hold on to a chair.
      - Rise up on your toes.
    meaning: If it is hard, your calf may be weak. It is not a test of your health.
    picture: A foot with the heel up.
  calf-question:
    title: When does a tight calf lift your heel?
    answers: { early: Early in the step, late: Late in the step }
    right: The calf pulls the heel up early.
    notYet: A tight calf is short, so the heel comes up early.
    picture: Two legs from the back.
  signs:
    title: Tell us now
    points: [Your foot drops., You feel numb between your legs.]
    picture: A person from the front.
  take-home:
    title: To take home
    points: [Move a bit each day., Wear shoes that feel good.]
    picture: A person who stands.
`,

  'words/en/claims.yaml': `C01: { claim: A tight calf lifts the heel early., howSure: Good studies agree. }
C02: { claim: Flat feet may not cause back pain., howSure: Studies do not agree. }
`,

  'words/en/safety-net.yaml': `lead: 'Get help right away for any of these:'
signs:
  - Numbness between your legs
  - Trouble peeing or pooping
  - New pain, numbness or weakness in both legs
  - A foot that drops
  - Fever with back pain
  - One leg that swells
  - Chest pain or trouble breathing
  - A cold, pale or blue foot
  - Pain after a big fall
call: Call {emergencyNumber}.
localNumber: your local emergency number
notFullStory: This kiosk does not know your full story.
askStaff: If you are worried, ask the staff.
crisis: You can call or text {crisisLine}.
`,
}

/** Some word for each word that the screens need, so that the sample grows with them. */
const SCREENS = stringify(someWords(ScreenWords))

function someWords(schema: unknown): unknown {
  if (schema instanceof z.ZodArray) return ['Touch', 'Look']
  if (schema instanceof z.ZodTuple) return schema.def.items.map(someWords)
  if (!(schema instanceof z.ZodObject)) return 'Touch'
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [name, someWords(field)]),
  )
}
