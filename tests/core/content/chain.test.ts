import { describe, expect, it } from 'vitest'
import { compile } from '../../../core/content/compile'
import { CHECKS_OF_STRUCTURE } from '../../../core/content/checks'
import { readPack } from '../../../electron/content-files'

const shipped = await readPack('content')
if (!shipped) throw new Error('content/ is missing')

/** The content that ships with one piece of one file replaced; the piece must stand there once. */
function compiledWith(file: string, piece: string, by: string) {
  const text = shipped?.files.get(file)
  if (!shipped || text?.split(piece).length !== 2)
    throw new Error(`"${piece}" does not stand once in ${file}`)
  const files = new Map(shipped.files).set(
    file,
    text.replace(piece, () => by),
  )
  return compile(files, shipped.pictures, '2026-11-23', CHECKS_OF_STRUCTURE)
}
const CHAIN = 'chain.yaml'
const WORDS = 'words/en/chain.yaml'

describe('the chain of a pack', () => {
  it('comes with its words when all of it is sound', () => {
    const { bundle, problems } = compile(
      shipped.files,
      shipped.pictures,
      '2026-11-23',
      CHECKS_OF_STRUCTURE,
    )
    expect(problems.filter(({ file }) => file === CHAIN || file === WORDS)).toEqual([])
    const ids = bundle?.chain?.couplings.map(({ id }) => id) ?? []
    expect(ids.length).toBeGreaterThan(10)
    expect(Object.keys(bundle?.words['en']?.chain ?? {})).toEqual(expect.arrayContaining(ids))
  })

  it.each([
    ['a claim that is not there', CHAIN, 'claim: C41 }', 'claim: C99 }', 'claim-unresolved'],
    [
      'a source that is not there',
      CHAIN,
      'source: fischer-2018',
      'source: fisher-2018',
      'reference-unresolved',
    ],
    ['a measured size without a source', CHAIN, 'source: you-2009, ', '', 'field-wrong'],
    [
      'an idea that cites something',
      CHAIN,
      'gain: 0.4, unit: degrees, drawn: 1.3, size: illustrative',
      'gain: 0.4, unit: degrees, size: illustrative, claim: C41',
      'field-unknown',
    ],
    [
      'a cause that comes from nowhere',
      CHAIN,
      'id: heel-turns-shin, cause: heel-tilt',
      'id: heel-turns-shin, cause: pelvis-tilt',
      'cause-unresolved',
    ],
    [
      'two couplings of one name',
      CHAIN,
      'id: shin-turns-thigh',
      'id: heel-moves-knee',
      'id-duplicate',
    ],
    ['a coupling without words', WORDS, 'calf-lifts-heel:', 'calf-lifts-toes:', 'words-missing'],
    [
      'brackets that do not fit',
      WORDS,
      'The knee bends a bit more.',
      'The {knee bends.',
      'message-broken',
    ],
  ])('is refused whole with file and field for %s', (_, file, piece, by, code) => {
    const { bundle, problems } = compiledWith(file, piece, by)
    expect(problems).toContainEqual(
      expect.objectContaining({ file, code, severity: 'error' }) as unknown,
    )
    expect(bundle?.chain).toBeUndefined()
    expect(bundle?.words['en']?.chain).toBeUndefined()
    expect(bundle?.story.chapters.length).toBeGreaterThan(1)
  })

  it('is not asked of a pack that brings none', () => {
    const files = new Map(shipped.files)
    files.delete(CHAIN)
    files.delete(WORDS)
    const { bundle, problems } = compile(files, shipped.pictures, '2026-11-23', CHECKS_OF_STRUCTURE)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(bundle?.chain).toBeUndefined()
  })
})
