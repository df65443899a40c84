import type { z } from 'zod'
import { ExerciseSafety } from '../schema/exercise-safety'
import { RuleSet, TriageScreens, TriageWords } from '../schema/triage'
import type { Drafted } from './draft'
import type { OpenFile } from './open-file'
import { parsePart, type Report } from './parse-part'
import type { ProblemCode } from './problem'

/** The questions and rules as written; a file that could not be read leaves its field null. */
export interface DraftTriage {
  screens: Drafted<TriageScreens> | null
  ruleSet: Drafted<RuleSet> | null
  exerciseSafety: Drafted<ExerciseSafety> | null
  /** By language; every language of a pack with triage must have them. */
  words: ReadonlyMap<string, Drafted<TriageWords> | null>
}

/**
 * Reads `triage/`, and `words/<tag>/triage.yaml` as each of the languages opens it; null where the pack
 * brings no triage at all. Each file is read whole, since half a rule set must never run.
 */
export function readTriage(
  texts: ReadonlyMap<string, string>,
  languages: ReadonlyMap<string, OpenFile>,
  open: OpenFile,
  report: Report,
): DraftTriage | null {
  if (![...texts.keys()].some((name) => name.startsWith('triage/'))) return null
  const read = <Schema extends z.ZodType>(
    id: string,
    name: string,
    schema: Schema,
    opens = open,
    missing?: ProblemCode,
  ): Drafted<z.output<Schema>> | null => {
    const at = opens(name, report)
    return at && { id, at, value: parsePart(schema, at, report, missing) }
  }
  return {
    screens: read('screens', 'triage/screens.yaml', TriageScreens),
    ruleSet: read('rules', 'triage/rules.yaml', RuleSet),
    exerciseSafety: read('exercise-safety', 'triage/exercise-safety.yaml', ExerciseSafety),
    words: new Map(
      [...languages].map(([tag, opens]) => [
        tag,
        read(tag, `words/${tag}/triage.yaml`, TriageWords, opens, 'words-missing'),
      ]),
    ),
  }
}
