// Asks the rules of "Should I see someone?" from the command line. stdout holds JSON and nothing else.
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { decide, withDerived } from '../core/triage/decide'
import { toQuestionnaire } from '../core/triage/fhir-questionnaire'
import { flagsOf } from '../core/triage/flags-of'
import { questionsOf } from '../core/triage/questions'
import type { Triage } from '../core/triage/triage'
import { PlainError } from './plain-error'
import { say } from './say'
import { readAnswerLine, type AnswerLine } from './triage/answer-line'
import { loadTriage } from './triage/load-triage'
import { mutantsOf, survivorsOf } from './triage/mutants'

const USAGE = `Usage: npm run --silent triage -- --questions [--lang TAG]
       npm run --silent triage -- --answers FILE [--trace]
       npm run --silent triage -- --fhir | --mutate`

const options = readOptions()
const { triage, words, source } = await loadTriage()

if (options.answers !== undefined) {
  process.exitCode = await answer(options.answers, options.trace)
} else if (options.fhir) {
  await print(toQuestionnaire(triage, words, source), 2)
} else if (options.mutate) {
  process.exitCode = await mutate()
} else {
  const tag = options.lang ?? source
  const itsWords = words.get(tag)
  if (!itsWords) throw new PlainError(`There are no questions in the language "${tag}".`, 2)
  await print(questionsOf(triage, itsWords, tag), 2)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        questions: { type: 'boolean', default: false },
        answers: { type: 'string' },
        trace: { type: 'boolean', default: false },
        fhir: { type: 'boolean', default: false },
        mutate: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    })
    const wishes = [values.questions, values.answers !== undefined, values.fhir, values.mutate]
    if (wishes.filter(Boolean).length === 1) return values
  } catch {
    // What is wrong with the options, the usage tells.
  }
  throw new PlainError(USAGE, 2)
}

/** Answers each line of the file; returns 0, or 2 where a line could not be read. */
async function answer(path: string, isTraced: boolean): Promise<number> {
  const file = await open(path).catch(() => null)
  if (!file) throw new PlainError(`There is no file ${path} that can be read.`, 2)
  let exitCode = 0
  let number = 0
  try {
    for await (const text of file.readLines()) {
      number += 1
      if (text.trim() === '') continue
      const line = readable(text, (why) => {
        say(`${path}:${String(number)} ${why}.`)
      })
      if (line) await print(isTraced ? traced(line) : answered(triage, line))
      else exitCode = 2
    }
  } finally {
    await file.close()
  }
  return exitCode
}

/** The line, or null and the reason told. */
function readable(text: string, tell: (why: string) => void): AnswerLine | null {
  try {
    return readAnswerLine(text, triage.screens)
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return null
  }
}

function answered({ screens, ruleSet }: Triage, { id, answers }: AnswerLine) {
  const { level, withinDays, rules, ruleSet: version } = decide(ruleSet, flagsOf(screens, answers))
  return { id, level, withinDays, rules, ruleSet: version }
}

/** The same with the flags that were set and every rule that fired, also the less urgent ones. */
function traced(line: AnswerLine) {
  const flags = flagsOf(triage.screens, line.answers)
  const { fired } = decide(triage.ruleSet, flags)
  return {
    ...answered(triage, line),
    trace: {
      flags: [...withDerived(triage.ruleSet, flags)],
      fired: fired.map(({ id, level, withinDays, says, sources }) => ({
        id,
        level,
        withinDays,
        says,
        sources,
      })),
    },
  }
}

/** Spoils the rules in every way and counts what no test of behaviour notices. */
async function mutate(): Promise<number> {
  const mutants = [...mutantsOf(triage)]
  const survivors = survivorsOf(triage, mutants)
  await print(
    {
      ruleSet: triage.ruleSet.version,
      mutants: mutants.length,
      killed: mutants.length - survivors.length,
      survivors: survivors.map(({ name }) => name),
    },
    2,
  )
  return survivors.length === 0 ? 0 : 1
}

async function print(value: unknown, indent?: number): Promise<void> {
  // A pipe that is full must drain first, or a long file would be kept in memory whole.
  if (!process.stdout.write(`${JSON.stringify(value, null, indent)}\n`)) {
    await once(process.stdout, 'drain')
  }
}
