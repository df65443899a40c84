import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Exercise } from '../../core/schema/exercise'
import { loadTriage } from '../../scripts/triage/load-triage'

/** The rules that ship, with their words. */
export const shipped = await loadTriage()

/** The exercises that ship, in the order of their codes. */
export const shippedExercises: readonly Exercise[] = readdirSync('content/exercises')
  .map((name) => Exercise.parse(parse(readFileSync(`content/exercises/${name}`, 'utf8'))))
  .sort((one, other) => (one.code < other.code ? -1 : 1))
