import { describe, expect, it } from 'vitest'
import { compile } from '../../core/content/compile'
import { allowances } from '../../core/exercises/allowed'
import { doseInWords } from '../../core/exercises/dose-in-words'
import { EXERCISE_VERSIONS, SAFETY_COLUMNS } from '../../core/schema/exercise-names'
import { versionOf, wordsOfVersion } from '../../core/exercises/version-of'
import { readPack } from '../../electron/content-files'

/**
 * The safety table as clinicians agreed on it: Y fine, C only the easier version, N leave it out.
 * It stands here a second time on purpose, so that no slip in a file of an exercise can pass.
 */
const TABLE = {
  //    T1 T2 T3 NEU OST SUR FRX BAL SCI
  X01: 'Y Y C C Y N N C C',
  X02: 'Y Y C C C N N Y Y',
  X03: 'Y Y Y C Y N N Y Y',
  X04: 'Y Y Y C Y N N Y Y',
  X05: 'Y Y C N C N N Y Y',
  X06: 'Y Y C C Y N N C Y',
  X07: 'Y Y Y Y Y C N Y Y',
  X08: 'Y C C Y C N N Y N',
  X09: 'C C N N N N N Y N',
  X10: 'Y C N Y Y N N Y C',
  X11: 'Y C C Y C N N Y Y',
  X12: 'Y Y C Y C N N Y C',
  X13: 'Y Y C Y Y N N C C',
  X14: 'Y Y Y Y Y N N Y Y',
  X15: 'Y Y C Y Y N N C C',
  X16: 'Y C C C C N N C Y',
  X17: 'Y Y Y Y Y N N C Y',
  X18: 'Y Y Y C Y C N C C',
}
const MARKS = { yes: 'Y', change: 'C', no: 'N' }

const pack = await readPack('content')
if (!pack) throw new Error('content/ is missing')
// Whether the drawings are there is asked elsewhere; here every card is wanted.
const drawings = [...(pack.files.get('relief.yaml') ?? '').matchAll(/file: (\S+\.svg)/g)]
const pictures = new Set([...pack.pictures, ...drawings.flatMap(([, name]) => name ?? [])])
const { bundle, problems } = compile(pack.files, pictures, '2026-11-23')
const words = bundle?.words.en?.exercises
const exercises = Object.values(bundle?.exercises ?? {})

describe('the exercises that ship', () => {
  it('have nothing wrong with them', () => {
    const files = /^(exercises\/|relief\.yaml|words\/en\/(exercises|relief)\.yaml)/
    expect(problems.filter(({ file }) => files.test(file))).toEqual([])
    expect(Object.keys(bundle?.relief ?? {})).toHaveLength(6)
  })

  it('follow the safety table mark by mark', () => {
    const marks = exercises.map(({ code, safety }) => [
      code,
      SAFETY_COLUMNS.map((column) => MARKS[safety[column]]).join(' '),
    ])
    expect(Object.fromEntries(marks)).toEqual(TABLE)
  })

  it('keep the nerve slider off until a clinician of the site switches it on', () => {
    expect(exercises.filter(({ enabled }) => !enabled).map(({ code }) => code)).toEqual(['X09'])
  })

  it('leave the ball roll out with blood thinners, and the clam with a replaced joint', () => {
    const leftOut = (sign: 'C-thin' | 'C-joint') =>
      [...allowances(exercises, new Set([sign]))].flatMap(([id, { state }]) =>
        state === 'left-out' ? [id] : [],
      )
    expect(leftOut('C-thin')).toEqual(['ball-roll'])
    expect(leftOut('C-joint')).toEqual(['clam'])
  })

  it('let nobody with poor balance stand on one leg', () => {
    const shown = allowances(exercises, new Set(['bal']))
    for (const id of ['toe-yoga', 'sole-stretch']) {
      expect(shown.get(id)).toMatchObject({ state: 'shown', versions: ['main', 'easier'] })
    }
    expect(shown.get('single-leg-balance')).toMatchObject({ state: 'changed' })
  })

  it('can all be said, in each way of doing them', () => {
    for (const exercise of exercises) {
      const its = words?.exercises[exercise.id]
      if (!words || !its) throw new Error(`${exercise.id} has no words`)
      for (const version of EXERCISE_VERSIONS) {
        const one = versionOf(exercise, version)
        expect(one === null).toBe(wordsOfVersion(its, version) === null)
        if (one) expect(doseInWords(one, words.dose, 'en', its.parts).join(' ')).not.toMatch(/[{}]/)
      }
    }
  })
})
