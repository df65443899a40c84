import { z } from 'zod'
import { Id } from './id'

const Text = z.string().trim().min(1).max(300)

/** `content/words/<language>/handout.yaml`: the words that stand on paper alone. ICU MessageFormat. */
export const HandoutWords = z.strictObject({
  title: Text,
  /** Before the line on which one writes a name. */
  name: Text,
  exercises: Text,
  before: Text,
  /** `{n}`, `{name}`. */
  exercise: Text,
  /** Stands above an exercise that goes on from the page before; `{name}`. */
  goesOn: Text,
  howMuch: Text,
  stopIf: Text,
  notFor: Text,
  /** What the three pictures of an exercise show, for those who cannot see them; `{name}`. */
  stillStart: Text,
  stillMiddle: Text,
  stillEnd: Text,
  ticks: Text,
  ticksLead: Text,
  day: Text,
  relief: Text,
  learned: Text,
  questions: Text,
  /** Before the blank lines. */
  ownQuestions: Text,
  /** Questions that a visitor can choose from. */
  questionsToAsk: z.record(Id, Text),
  /** `{n}`: how many exercises are left off. */
  withheld: Text,
  made: Text,
  /** `{content}`, `{rules}`, `{hasRules}` yes or no, `{reviewBy}`. */
  versions: Text,
  /** `{n}`, `{total}`. */
  page: Text,
  logo: Text,
  /** The slip that the printer of the desk prints when somebody needs help. */
  slip: z.strictObject({ title: Text, body: Text }),
})
export type HandoutWords = z.infer<typeof HandoutWords>
