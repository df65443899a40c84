import { describe, expect, it } from 'vitest'
import { compile } from '../../../core/content/compile'
import type { Problem } from '../../../core/content/problem'
import { samplePackWithExercises } from '../../support/sample-exercises'
import { SAMPLE_DAY, SAMPLE_PICTURES } from '../../support/sample-pack'

const CALF = 'exercises/calf-stretch.yaml'

const GOOD = `poses:
  base: standing
  props: { wall: { at: 290 }, chair: {}, towel: {}, step: {} }
  keys:
    - name: start
      touch: { both.hand: { on: wall, at: 780, slope: 150 } }
    - name: middle
      angles: { neck.flexion: 10 }
    - name: end
      seconds: 2
      angles: { neck.flexion: 20 }
`

/** The problems with the poses of one exercise, and on which line of the poses each stands. */
function problemsWith(poses: string): readonly (Problem & { lineOfPoses: number })[] {
  const pack = samplePackWithExercises()
  const exercise = pack.get(CALF) ?? ''
  const above = exercise.trimEnd().split('\n').length
  const text = `${exercise.trimEnd()}\n${poses}`
  return compile(pack.set(CALF, text), SAMPLE_PICTURES, SAMPLE_DAY)
    .problems.filter(({ file, field }) => file === CALF && field.startsWith('poses'))
    .map((problem) => ({ ...problem, lineOfPoses: problem.line - above }))
}

const spoilt = (piece: string, by: string): string => {
  expect(GOOD.split(piece)).toHaveLength(2)
  return GOOD.replace(piece, by)
}

describe('the check of poses', () => {
  it('has nothing against legal poses', () => {
    expect(problemsWith(GOOD)).toEqual([])
  })

  it.each([
    {
      rule: 'a joint that people cannot bend so far',
      poses: spoilt('neck.flexion: 10', 'neck.flexion: 90'),
      told: {
        code: 'joint-out-of-range',
        lineOfPoses: 8,
        field: 'poses.keys.1.angles.neck.flexion',
      },
    },
    {
      rule: 'a foot through the floor',
      poses: spoilt(
        'angles: { neck.flexion: 10 }',
        'angles: { right.ankle.dorsiflexion: -45 }\n      touch: { right.foot: free }',
      ),
      told: { code: 'body-through-floor', lineOfPoses: 7, field: 'poses.keys.1' },
    },
    {
      rule: 'a hand that cannot reach',
      poses: spoilt('at: 780', 'at: 1300'),
      told: { code: 'contact-lost', lineOfPoses: 6, field: 'poses.keys.0.touch.left.hand' },
    },
    {
      rule: 'an anchor that touches nothing',
      poses: spoilt('angles: { neck.flexion: 10 }', 'anchor: seat'),
      told: { code: 'contact-lost', lineOfPoses: 8, field: 'poses.keys.1.anchor' },
    },
    {
      rule: 'a jump from pose to pose',
      poses: spoilt(
        'seconds: 2\n      angles: { neck.flexion: 20 }',
        'seconds: 0.1\n      angles: { neck.flexion: 40 }',
      ),
      told: { code: 'pose-jumps', lineOfPoses: 10, field: 'poses.keys.2.seconds' },
    },
    {
      rule: 'a wall that is touched and not there',
      poses: spoilt('wall: { at: 290 }, ', ''),
      told: { code: 'prop-missing', lineOfPoses: 3, field: 'poses.props' },
    },
    {
      rule: 'a still that has no pose',
      poses: spoilt('name: middle', 'name: halfway'),
      told: { code: 'field-wrong', lineOfPoses: 4, field: 'poses.keys' },
    },
  ])('tells of $rule', ({ poses, told }) => {
    expect(problemsWith(poses)).toContainEqual(expect.objectContaining(told))
  })

  it('says what to do', () => {
    for (const { message, cure } of problemsWith(spoilt('at: 780', 'at: 1300'))) {
      expect(message).toMatch(/\.$/)
      expect(cure).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('leaves the exercise in the bundle: a clinic can mend its picture later', () => {
    const pack = samplePackWithExercises()
    pack.set(CALF, `${pack.get(CALF) ?? ''}\n${spoilt('neck.flexion: 10', 'neck.flexion: 90')}`)
    const { bundle } = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
    expect(bundle?.exercises).toHaveProperty('calf-stretch')
  })
})
