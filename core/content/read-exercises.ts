import { z } from 'zod'
import { Exercise, ExerciseWords, WordsOfExercise } from '../schema/exercise'
import { ReliefCard, ReliefWords, WordsOfRelief } from '../schema/relief'
import type { Drafted } from './draft'
import type { OpenFile } from './open-file'
import { below, entriesOf, fieldsOf, problemAt, type Part } from './part'
import { asWarning, parsePart, type Report } from './parse-part'
import { idOf } from './read-story'

/** The words of one file: those that all things share, and those of each by its id. */
export interface DraftWordsById<Shared, Value> {
  shared: Drafted<Shared>
  /** Where the words of a thing that has none would stand. */
  at: Part
  byId: ReadonlyMap<string, Drafted<Value>>
}

/** The words of one language; null where there is no file for them. */
export interface DraftExerciseWords {
  exercises: DraftWordsById<Omit<ExerciseWords, 'exercises'>, WordsOfExercise> | null
  relief: DraftWordsById<Omit<ReliefWords, 'cards'>, WordsOfRelief> | null
}

/** What a pack brings besides its story; a pack of stories alone brings none. */
export interface DraftExercises {
  exercises: Drafted<Exercise>[]
  relief: Drafted<ReliefCard>[]
  /** By language. */
  words: ReadonlyMap<string, DraftExerciseWords>
}

const FOLDER = 'exercises/'
const RELIEF_FILE = 'relief.yaml'

/**
 * Reads the files of `exercises/` in the order of their names, `relief.yaml`, and the words of
 * both as each of the languages opens them. What is wrong in a translation is told as a warning.
 */
export function readExercises(
  texts: ReadonlyMap<string, string>,
  languages: ReadonlyMap<string, OpenFile>,
  open: OpenFile,
  report: Report,
): DraftExercises {
  const files = [...texts.keys()].filter((name) => name.startsWith(FOLDER)).sort()
  const reliefFile = texts.has(RELIEF_FILE) ? open(RELIEF_FILE, report) : null
  if (reliefFile) parsePart(z.array(z.unknown()).min(1), reliefFile, report)

  const wordsIn = (tag: string, opens: OpenFile): DraftExerciseWords => {
    const tell = opens === open ? report : asWarning(report)
    const read = (name: string, isNeeded: boolean): Part | null => {
      const path = `words/${tag}/${name}.yaml`
      return isNeeded || texts.has(path) ? opens(path, tell) : null
    }
    const exercises = read('exercises', files.length > 0)
    const relief = read('relief', texts.has(RELIEF_FILE))
    return {
      exercises: exercises && {
        shared: readShared(ExerciseWordsOutline, tag, exercises, tell),
        at: below(exercises, 'exercises'),
        byId: readEach(WordsOfExercise, below(exercises, 'exercises'), tell),
      },
      relief: relief && {
        shared: readShared(ReliefWordsOutline, tag, relief, tell),
        at: below(relief, 'cards'),
        byId: readEach(WordsOfRelief, below(relief, 'cards'), tell),
      },
    }
  }
  return {
    exercises: files.flatMap((name): Drafted<Exercise>[] => {
      const at = open(name, report)
      return at ? [readExercise(name.slice(FOLDER.length, -'.yaml'.length), at, report)] : []
    }),
    relief: (reliefFile ? entriesOf(reliefFile) : []).map((at) => ({
      id: idOf(at),
      at,
      value: parsePart(ReliefCard, at, report),
    })),
    words: new Map([...languages].map(([tag, opens]) => [tag, wordsIn(tag, opens)])),
  }
}

/** The words of a file around those of each thing, which are read one by one. */
const ExerciseWordsOutline = ExerciseWords.extend({ exercises: z.record(z.string(), z.unknown()) })
const ReliefWordsOutline = ReliefWords.extend({ cards: z.record(z.string(), z.unknown()) })

const readShared = <Schema extends z.ZodType>(
  schema: Schema,
  tag: string,
  at: Part,
  report: Report,
): Drafted<z.output<Schema>> => ({
  id: tag,
  at,
  value: parsePart(schema, at, report, 'words-missing'),
})

const readEach = <Schema extends z.ZodType>(schema: Schema, group: Part, report: Report) =>
  new Map(
    [...fieldsOf(group)].map(([id, at]): [string, Drafted<z.output<Schema>>] => [
      id,
      { id, at, value: parsePart(schema, at, report, 'words-missing') },
    ]),
  )

function readExercise(id: string, at: Part, report: Report): Drafted<Exercise> {
  const value = parsePart(Exercise, at, report)
  if (!value || value.id === id) return { id, at, value }
  report(
    problemAt(below(at, 'id'), {
      code: 'field-wrong',
      message: `The exercise calls itself "${value.id}", and its file is called ${id}.yaml.`,
      cure: `Write ${id}, or rename the file.`,
    }),
  )
  return { id, at, value: null }
}
