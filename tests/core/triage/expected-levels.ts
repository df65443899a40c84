import type { Age, Answer, Answers, Region } from '../../../core/schema/triage'

/** What somebody answers, and what must come of it. */
export interface Expected {
  /** Ids of the rules that decide, in the order of the table. */
  rules: readonly string[]
  yes: readonly string[]
  level: 1 | 2 | 3 | 4
  withinDays: 3 | 14 | null
  age: Age
  region: readonly Region[]
}

/**
 * The levels, written down by hand from the clinical specification and not from the rules: which
 * rules decide, what is answered Yes (all else No), level, days; then age and region, an adult
 * under 50 with a leg that hurts where nothing else stands. `?` is a region that is not known.
 */
const TABLE = `
E1 | E1 | 1
E2 | E2 | 1
E3 | E3 | 1
E4 | E4 | 1
E5 | E5 | 1
E6 | E6 | 1
N1 | N1 | 1
N2 | N2 | 1
N3 | N3 | 1
N4a | N4 | 1 | | | back
N4a | N4 | 1 | | | back leg foot
N4a | N4 | 1 | | | ?
N4b | N4 | 2
N4b | N4 | 2 | | | foot
N5 | N5 | 1
N6 | N6 | 1
V1 | V1 | 1
V2a | V2 C-preg | 1
V2b | V2 | 2
V3 | V3 | 2
V3x | V3 V3x | 1
V3x | V5 V3x | 1
V3x | I8 V3x | 1
- | V3x | 4
V4a | V4 F1 | 1
V4a | V4 C-immune | 1
V4a | V4 C-joint | 1
V4a | V4 C-needle | 1
V4b | V4 | 2
V4b | V4 C-diab | 2
V5a | V5 C-diab F1 | 1
V5a | V5 C-diab V3 | 1
V5a | V5 C-numb F1 | 1
V5a | V5 C-numb V3 | 1
V5b | V5 C-diab | 2
V5b | V5 C-numb | 2
V5c | V5 | 3 | 3
V3 | V5 V3 | 2
F1c | V5 F1 | 2
V5x | V5x | 1
V6a | V6 C-diab | 2
V6a | V6 C-numb | 2
V6b | V6 | 3 | 3
V7 | V7 | 2
I1 | I1 | 1
I2 | I2 | 2 | | 65-plus
I2 | I2 C-bone | 2
I2 | I2 C-steroid | 2
I2 | I2 C-thin | 2
- | I2 | 4
- | I2 | 4 | | 50-59
- | I2 | 4 | | 60-64 | back
I3 | I3 | 1
I4 | I4 | 2
I5 | I5 | 1
I6 | I6 | 2
I7 | I7 | 1
I8 | I8 | 2
C-cancer | C-cancer | 3 | 3 | | back
C-cancer | C-cancer | 3 | 3 | | ?
- | C-cancer | 4
C-needle | C-needle | 2 | | | back
C-needle | C-needle | 2 | | | ?
- | C-needle | 4
C-proc | C-proc | 2 | | | back
C-proc | C-proc | 2 | | | ?
- | C-proc | 4
C-preg | C-preg | 3 | 14
- | C-immune | 4 | | | back
- | C-steroid | 4 | | | back
- | C-bone | 4 | | | back
- | C-diab | 4 | | | foot
- | C-numb | 4 | | | foot
- | C-thin | 4 | | | back
- | C-joint | 4 | | | back
F1a | F1 C-immune | 1 | | | back
F1a | F1 C-needle | 1 | | | back
F1a | F1 C-proc | 1 | | | back
F1c | F1 C-immune | 2
F1c | F1 C-needle | 2
F1c | F1 C-proc | 2 | | | foot
F1b | F1 C-preg | 1
F1c | F1 | 2
F1c | F1 | 2 | | | back
F2a | F2 C-cancer | 2
F2a | F2 F3 | 2
F2a | F2 | 2 | | under-18
F2b | F2 | 3 | 3
F3a | F3 C-cancer | 2
F3a | F3 C-immune | 2
F3a | F3 | 2 | | under-18
F3b | F3 | 3 | 3
F4a | F4 C-cancer | 2
F4a | F4 | 2 | | 65-plus
F4a | F4 C-bone | 2
F4a | F4 C-steroid | 2
F4b | F4 | 3 | 3
F4b | F4 | 3 | 3 | 60-64
F5 | F5 | 2
F6a | F6 C-preg | 1
F6b | F6 | 2
P1 | P1 C-preg | 1
P2 | P2 C-preg | 1
P3 | P3 C-preg | 1
P4 | P4 C-preg | 1
- | P1 P2 P3 P4 | 4
K1a | K1 F1 | 1 | | under-18
K1b | K1 | 2 | | under-18
K2 | K2 | 2 | | under-18
- | K1 K2 | 4
AGE-a | A5 | 2 | | under-18 | back
A5x AGE-a | A5x | 2 | | under-18 | back
AGE-a A6 | A6 | 2 | | under-18 | back
AGE-a AGE-b | | 3 | 3 | under-18 | back
AGE-b | | 3 | 14 | under-18
AGE-b | | 3 | 14 | under-18 | foot
AGE-b A5 | A5 | 3 | 14 | under-18
A1 | A1 | 3 | 14
A2x | A2x | 2
A2a | A2 | 2 | | 65-plus | back
A2a | A2 C-bone | 2 | | | back
A2a | A2 C-steroid | 2 | | | back
A2b | A2 | 3 | 3 | 65-plus
A2b | A2 | 3 | 3 | | back
A2b | A2 | 3 | 3
A3 | A3 | 3 | 3
A5 | A5 | 3 | 14
A5x | A5x | 2
A6 | A6 | 2
A7 | A7 | 3 | 14 | | back
- | A7 | 4
A12 | A12 | 3 | 14 | 50-59 | back
A12 | A12 | 3 | 14 | 60-64 | back
A12 | A12 | 3 | 14 | 65-plus | back
- | A12 | 4 | | | back
- | A12 | 4 | | 65-plus | foot
A8 | A8 | 3 | 14
A8 | A8 | 3 | 14 | | back
- | A8 | 4 | | | foot
A10 | A10 | 3 | 3
A10 | A10 | 3 | 3 | | foot
- | A10 | 4 | | | back
A9 | A9 | 3 | 3
A9 | A9 | 3 | 3 | | foot
- | A9 | 4 | | | back
A17 | A17 | 3 | 14
A17 | A17 | 3 | 14 | | foot
- | A17 | 4 | | | back
A16 | A16 | 3 | 3
A16 | A16 | 3 | 3 | | foot
- | A16 | 4 | | | back
A11 | A11 | 3 | 14 | | foot
- | A11 | 4 | | | leg back
A15 | A15 | 3 | 14 | | foot
- | A15 | 4 | | | leg
E1 | E1 V4 A1 | 1
A1 A3 | A1 A3 | 3 | 3
C-preg A1 | C-preg A1 | 3 | 14
AGE-b | | 3 | 14 | unsaid
AGE-a AGE-b | | 3 | 3 | unsaid | ?
I2 | I2 | 2 | | unsaid
F4a | F4 | 2 | | unsaid
A2a | A2 | 2 | | unsaid | back
- | | 4 | | | ?
- | | 4 | | | back
- | | 4 | | | leg
- | | 4 | | | foot
- | | 4 | | | back leg
- | | 4 | | | back foot
- | | 4 | | | leg foot
- | | 4 | | | back leg foot
- | | 4 | | 50-59 | back
- | | 4 | | 60-64 | leg
- | | 4 | | 65-plus | back leg foot
`

export const EXPECTED: readonly Expected[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [rules = '', yes = '', level, days, age, region] = row
      .split('|')
      .map((cell) => cell.trim())
    return {
      rules: rules === '-' ? [] : rules.split(' '),
      yes: yes.split(' ').filter(Boolean),
      level: Number(level) as Expected['level'],
      withinDays: days ? (Number(days) as 3 | 14) : null,
      age: (age || '18-49') as Age,
      region: region === '?' ? [] : ((region || 'leg').split(' ') as Region[]),
    }
  })

/** The tiles behind the gate of the injury. */
export const INJURIES = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8'] as const

/** Every tile, from the specification. */
export const TILES = [
  ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6'],
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6'],
  ...['V1', 'V2', 'V3', 'V3x', 'V4', 'V5', 'V5x', 'V6', 'V7'],
  ...INJURIES,
  ...['C-cancer', 'C-immune', 'C-needle', 'C-proc', 'C-steroid', 'C-bone', 'C-diab', 'C-numb'],
  ...['C-thin', 'C-joint', 'C-preg'],
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6'],
  ...['P1', 'P2', 'P3', 'P4'],
  ...['K1', 'K2'],
  ...['A1', 'A2x', 'A2', 'A3', 'A5', 'A5x', 'A6'],
  ...['A7', 'A12', 'A8', 'A10', 'A9', 'A17', 'A16', 'A11', 'A15'],
] as const

/** Complete answers: these tiles Yes, all others No; an injury that is named opens its gate. */
export function answersWith(
  yes: readonly string[],
  { age = '18-49', region = ['leg'] }: { age?: Age; region?: readonly Region[] } = {},
  given: Answer = 'yes',
): Answers {
  const tiles: Record<string, Answer> = { injury: 'no' }
  for (const tile of TILES) tiles[tile] = 'no'
  for (const tile of yes) tiles[tile] = given
  if (INJURIES.some((tile) => yes.includes(tile))) tiles['injury'] = given
  return { age, region, tiles }
}
