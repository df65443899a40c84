import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, readYaml } from '../../core/content/read-yaml'
import { readPack } from '../../electron/content-files'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

describe('reading a folder of content', () => {
  it('gives the texts by path with forward slashes, and the names of the pictures', async () => {
    await put('pack/pack.yaml', 'id: a')
    await put('pack/stories/walk.yaml', 'id: walk')
    await put('pack/words/en/story.yaml', 'title: Füße')
    await put('pack/references.json', '[]')
    await put('pack/pictures/shoe.svg', '<svg/>')
    expect(await readPack(join(folder, 'pack'))).toEqual({
      files: new Map([
        ['pack.yaml', 'id: a'],
        ['references.json', '[]'],
        ['stories/walk.yaml', 'id: walk'],
        ['words/en/story.yaml', 'title: Füße'],
      ]),
      pictures: new Set(['shoe.svg']),
    })
  })

  it('leaves alone what is no content', async () => {
    await put('pack.yaml', 'id: a')
    await put('README.md', 'Read me')
    await put('notes/more.yaml', 'a: 1')
    await put('words/en/deep/er/story.yaml', 'a: 1')
    expect((await readPack(folder))?.files).toEqual(new Map([['pack.yaml', 'id: a']]))
  })

  it.each(['no/such/folder', 'empty', 'pack.yaml'])('gives nothing for %s', async (path) => {
    await mkdir(join(folder, 'empty'))
    await put('pack.yaml', 'id: a')
    expect(await readPack(join(folder, path))).toBeNull()
  })

  it('does not follow links out of the folder, neither to files nor to folders', async () => {
    await put('outside/secret.yaml', 'secret: 1')
    await put('pack/pack.yaml', 'id: a')
    await put('pack/words/en/story.yaml', 'a: 1')
    await symlink(join(folder, 'outside/secret.yaml'), join(folder, 'pack/claims.yaml'))
    await symlink(join(folder, 'outside'), join(folder, 'pack/stories'))
    await symlink(join(folder, 'outside'), join(folder, 'pack/words/es'))
    await symlink(join(folder, 'outside'), join(folder, 'pack/pictures'))
    const pack = await readPack(join(folder, 'pack'))
    expect([...(pack?.files.keys() ?? [])]).toEqual(['pack.yaml', 'words/en/story.yaml'])
    expect(pack?.pictures).toEqual(new Set())
  })

  it('does not take a link for the manifest', async () => {
    await put('outside.yaml', 'id: a')
    await mkdir(join(folder, 'pack'))
    await symlink(join(folder, 'outside.yaml'), join(folder, 'pack/pack.yaml'))
    expect(await readPack(join(folder, 'pack'))).toBeNull()
  })

  it('reads no more of a file that is too large than is needed to refuse it', async () => {
    await put('pack.yaml', 'id: a')
    await put('claims.yaml', 'a'.repeat(3 * MAX_FILE_BYTES))
    const text = (await readPack(folder))?.files.get('claims.yaml') ?? ''
    expect(text).toHaveLength(MAX_FILE_BYTES + 1)
    expect(readYaml('claims.yaml', text).problem?.code).toBe('file-too-large')
  })

  it('reads a file of just the largest size whole', async () => {
    await put('pack.yaml', 'id: a')
    await put('claims.yaml', 'a'.repeat(MAX_FILE_BYTES))
    const text = (await readPack(folder))?.files.get('claims.yaml') ?? ''
    expect(readYaml('claims.yaml', text).problem).toBeNull()
  })
})
