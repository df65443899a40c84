import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compile } from '../../../core/content/compile'
import { Bundle } from '../../../core/schema/pack'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack, samplePackWith } from '../../support/sample-pack'

// Hundreds of compilations take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const FILES = [...samplePack().keys()]
const someFile = fc.constantFrom(...FILES)

/** Compiles, and expects of any pack whatever: each problem stands on a line, a bundle is whole. */
function expectSurvival(pack: ReadonlyMap<string, string>): void {
  const { bundle, problems } = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
  for (const { file, line, message, cure } of problems) {
    const lines = pack.get(file)?.split('\n').length ?? 1
    expect(line, `${file}: ${message}`).toBeGreaterThanOrEqual(1)
    expect(line, `${file}: ${message}`).toBeLessThanOrEqual(lines)
    expect(cure).not.toBe('')
  }
  if (bundle === null) expect(problems).not.toEqual([])
  else expect(Bundle.parse(bundle)).toEqual(bundle)
}

describe('a pack that is damaged in any way', () => {
  it('survives any text in the place of a file', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json())
    fc.assert(
      fc.property(someFile, text, (file, by) => {
        expectSurvival(samplePack().set(file, by))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['a kind', 'kind: chain', 'kind: TRAP'],
    ['an id', 'id: shoes', 'id: TRAP'],
    ['a claim', '[C01, C02]', '[C01, TRAP]'],
    ['an answer', '[early, late]', '[early, TRAP]'],
    ['a slide of a path', 'shoes, heel-lift', 'TRAP, heel-lift'],
  ])('survives a group of fields named like functions in the place of %s', (_, piece, by) => {
    const trap = '{ "toString": 1, "valueOf": 1, "toJSON": 1, "length": 9, "then": 1 }'
    expectSurvival(samplePackWith('stories/walk.yaml', piece, by.replace('TRAP', trap)))
  })

  it('survives flipped bytes', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(someFile, flips, (file, changes) => {
        const bytes = new TextEncoder().encode(samplePack().get(file))
        for (const [place, bits] of changes) {
          const index = place % bytes.length
          bytes[index] = (bytes[index] ?? 0) ^ bits
        }
        expectSurvival(samplePack().set(file, new TextDecoder().decode(bytes)))
      }),
      { numRuns: 100 },
    )
  })

  it('survives lines that are lost, doubled or moved', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(someFile, moves, (file, changes) => {
        const lines = (samplePack().get(file) ?? '').split('\n')
        for (const [from, to, kept] of changes) {
          const [line = ''] = lines.splice(from % lines.length, 1)
          for (let n = 0; n < kept; n += 1) lines.splice(to % (lines.length + 1), 0, line)
        }
        expectSurvival(samplePack().set(file, lines.join('\n')))
      }),
      { numRuns: 150 },
    )
  })

  it('survives any value in the place of a field', () => {
    fc.assert(
      fc.property(someFile, fc.nat(), fc.json({ maxDepth: 3 }), (file, place, value) => {
        const text = samplePack().get(file) ?? ''
        const values = [...text.matchAll(/(?<=: ).+$/gm)]
        const { index = 0, 0: old = '' } = values[place % values.length] ?? { index: 0, 0: '' }
        const by = value.replaceAll('\n', ' ')
        expectSurvival(
          samplePack().set(file, text.slice(0, index) + by + text.slice(index + old.length)),
        )
      }),
      { numRuns: 100 },
    )
  })
})
