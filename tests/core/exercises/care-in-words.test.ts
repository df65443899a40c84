import { describe, expect, it } from 'vitest'
import { cautionsInWords, notForInWords } from '../../../core/exercises/care-in-words'
import { SAFETY_COLUMNS } from '../../../core/schema/exercise-names'
import type { SafetySign } from '../../../core/schema/exercise'
import { shippedExercises } from '../../support/triage'
import { shippedBundle } from '../../support/words'

const { exercises: words } = (await shippedBundle()).words['en']!
const exercise = (id: string) => shippedExercises.find((some) => some.id === id)!
const wordsOf = (id: string) => words!.exercises[id]!

describe('who should not do an exercise', () => {
  it('has its own sentence first, then what holds for every exercise, then its conditions', () => {
    const own = wordsOf('ball-roll').notFor
    expect(notForInWords(exercise('ball-roll'), wordsOf('ball-roll'), words!.signs)).toEqual([
      own['neu'],
      words!.signs.sur.notFor,
      words!.signs.frx.notFor,
      own['C-thin'],
      own['open-sore'],
      own['poor-blood-flow'],
    ])
  })

  it('has a sentence for every No of every exercise', () => {
    for (const some of shippedExercises) {
      const refusing =
        SAFETY_COLUMNS.filter((column) => some.safety[column] === 'no').length +
        some.notWith.length +
        some.notFor.length
      const said = notForInWords(some, wordsOf(some.id), words!.signs)
      expect(said, some.id).toHaveLength(refusing)
    }
  })
})

describe('the cautions of an exercise', () => {
  it('are those of the signs that a person has, and no others', () => {
    const signs = new Set<SafetySign>(['bal', 'ost'])
    expect(cautionsInWords(exercise('calf-stretch'), wordsOf('calf-stretch'), signs)).toEqual([
      wordsOf('calf-stretch').cautions.bal,
    ])
    expect(cautionsInWords(exercise('calf-stretch'), wordsOf('calf-stretch'), new Set())).toEqual(
      [],
    )
  })
})
