import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compile } from '../../core/content/compile'
import { readCompiled, stampOf } from '../../electron/compiled-content'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack, samplePackWith } from '../support/sample-pack'

const PACK = { files: samplePack(), pictures: new Set(SAMPLE_PICTURES) }
const COMPILED = compile(PACK.files, PACK.pictures, SAMPLE_DAY)

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compiled-'))
  file = join(folder, 'content.json')
  await writeFile(file, JSON.stringify({ stamp: stampOf(PACK), ...COMPILED }))
})
afterEach(() => rm(folder, { recursive: true }))

it('is what the compiler made of the same files', async () => {
  expect(await readCompiled(file, PACK)).toMatchObject(COMPILED)
})

it.each([
  [
    'a text was changed',
    { ...PACK, files: samplePackWith('words/en/story.yaml', 'title: Shoes', 'title: Boots') },
  ],
  ['a file was added', { ...PACK, files: samplePack().set('chain.yaml', '') }],
  ['a picture is gone', { ...PACK, pictures: new Set<string>() }],
])('does not count when %s', async (_, pack) => {
  expect(await readCompiled(file, pack)).toBeNull()
})

it.each(['', '{', 'null', '{"stamp":1}'])('does not count when it holds %s', async (text) => {
  await writeFile(file, text)
  expect(await readCompiled(file, PACK)).toBeNull()
})

it('does not count when it is not there', async () => {
  expect(await readCompiled(join(folder, 'other.json'), PACK)).toBeNull()
})
