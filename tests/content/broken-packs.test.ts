import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { compile } from '../../core/content/compile'
import { PROBLEM_CODES, type Problem } from '../../core/content/problem'
import { MAX_FILE_BYTES } from '../../core/content/read-yaml'
import { readPack } from '../../electron/content-files'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack } from '../support/sample-pack'

// Each test starts a program, which on a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 30_000 })

const ROOT = join(import.meta.dirname, '../..')
const BROKEN = join(import.meta.dirname, 'broken')

/** Each folder in broken/ holds the one file that differs from the sample pack, and this. */
const Expected = z.strictObject({
  problem: z.strictObject({
    file: z.string(),
    line: z.number(),
    field: z.string(),
    code: z.enum(PROBLEM_CODES),
  }),
  /** The slides that leave the bundle for it; all where there is no bundle. */
  leftOut: z.union([z.array(z.string()), z.literal('all')]),
})

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-pack-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(pack: ReadonlyMap<string, string>): Promise<void> {
  const pictures = [...SAMPLE_PICTURES].map((name) => [`pictures/${name}`, '<svg/>'] as const)
  for (const [path, text] of [...pack, ...pictures]) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Runs the real command on the folder. */
const contentCheck = (...args: string[]) =>
  new Promise<{ exitCode: unknown; stdout: string }>((done) => {
    const command = ['--import', 'tsx', 'scripts/content-check.ts', ...args]
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout) => {
      done({ exitCode: error ? error.code : 0, stdout })
    })
  })

const problemsIn = (stdout: string) => JSON.parse(stdout) as Problem[]

describe('the content check refuses', async () => {
  const names = await readdir(BROKEN)

  it.each(names)('%s', async (name) => {
    const { problem, leftOut } = Expected.parse(
      JSON.parse(await readFile(join(BROKEN, name, 'expected.json'), 'utf8')),
    )
    const broken = await readFile(join(BROKEN, name, problem.file), 'utf8')
    await write(samplePack().set(problem.file, broken))

    const { exitCode, stdout } = await contentCheck('--json', folder)
    expect(exitCode).toBe(1)
    expect(problemsIn(stdout)).toContainEqual(
      expect.objectContaining({ ...problem, severity: 'error' }),
    )

    const pack = await readPack(folder)
    const { bundle } = compile(pack?.files ?? new Map(), pack?.pictures ?? new Set(), SAMPLE_DAY)
    const left = bundle?.story.chapters.flatMap(({ slides }) => slides.map(({ id }) => id))
    const slides = compile(samplePack(), SAMPLE_PICTURES, SAMPLE_DAY).bundle?.words.en?.story.slides
    const expected = Object.keys(slides ?? {}).filter((id) => !leftOut.includes(id))
    expect(left).toEqual(leftOut === 'all' ? undefined : expected)
  })

  it('a file that is too large', async () => {
    await write(samplePack().set('claims.yaml', '#'.repeat(MAX_FILE_BYTES + 1)))
    const { exitCode, stdout } = await contentCheck('--json', folder)
    expect(exitCode).toBe(1)
    expect(problemsIn(stdout)).toMatchObject([
      { code: 'file-too-large', file: 'claims.yaml', line: 1, field: '' },
    ])
  })

  it('a folder without a manifest', async () => {
    const pack = samplePack()
    pack.delete('pack.yaml')
    await write(pack)
    const { exitCode, stdout } = await contentCheck('--json', folder)
    expect(exitCode).toBe(1)
    expect(problemsIn(stdout)).toMatchObject([
      { code: 'file-missing', file: 'pack.yaml', line: 1, field: '' },
    ])
  })
})

describe('the content check', () => {
  it('ends well on the sound pack that the broken ones are made of, and says how much it holds', async () => {
    await write(samplePack())
    const { exitCode, stdout } = await contentCheck(folder)
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^0 errors, 0 warnings, 2 chapters, 8 slides, \d+ words, mean grade /)
  })

  it('tells a warning and ends well', async () => {
    const manifest = samplePack().get('pack.yaml') ?? ''
    await write(samplePack().set('pack.yaml', manifest.replace('2027-11-22', '2020-01-01')))
    const { exitCode, stdout } = await contentCheck(folder)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('pack.yaml:6  reviewBy  review-overdue')
  })

  it('prints place, message and cure of a problem in plain text', async () => {
    const story = samplePack().get('stories/walk.yaml') ?? ''
    await write(samplePack().set('stories/walk.yaml', story.replace('kind: chain', 'kind: chian')))
    const { stdout } = await contentCheck(folder)
    expect(stdout).toContain(
      [
        'stories/walk.yaml:9  chapters.0.slides.1.kind  kind-unknown',
        '  There is no kind "chian".',
        '  Write one of title, chain,',
      ].join('\n'),
    )
  })

  it('ends with 2 where there is no folder or too many', async () => {
    const missing = await contentCheck('--json', join(folder, 'nowhere'))
    expect(missing.exitCode).toBe(2)
    expect(problemsIn(missing.stdout)).toMatchObject([{ code: 'folder-missing' }])
    expect((await contentCheck(folder, folder)).exitCode).toBe(2)
    expect((await contentCheck('--jason', folder)).exitCode).toBe(2)
  })
})
