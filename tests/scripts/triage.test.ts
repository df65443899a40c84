import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { TILES } from '../core/triage/expected-levels'

// Each test starts a program, which on a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

const ROOT = join(import.meta.dirname, '../..')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: string[]) =>
  new Promise<{ exitCode: unknown; stdout: string; stderr: string }>((done) => {
    const command = ['scripts/run.mjs', 'triage', ...args]
    execFile(process.execPath, command, { cwd: ROOT, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      done({ exitCode: error ? error.code : 0, stdout, stderr })
    })
  })

async function answered(lines: readonly unknown[], ...options: string[]) {
  const file = join(folder, 'answers.ndjson')
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  await writeFile(file, `${texts.join('\n')}\n`)
  const { stdout, ...rest } = await run('--answers', file, ...options)
  const results: unknown[] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)
  return { ...rest, results, file }
}

const well = { age: '18-49', region: ['foot'], yes: [] as string[], notSure: [] as string[] }

describe('the triage command', () => {
  it('answers one line a line, and holds to the order', async () => {
    const { exitCode, stderr, results } = await answered([
      { id: 'x', age: '65-plus', region: ['foot'], yes: ['V2', 'C-preg'], notSure: [] },
      { ...well, id: 'well' },
      { ...well, id: 'days', yes: ['A10', 'A15'] },
      { ...well, id: 'unsure', notSure: ['N1'] },
      { ...well, id: 'nowhere', region: [], yes: ['N4'] },
      { ...well, id: 'not due', yes: ['P1', 'K1', 'A7', 'V3x'] },
      { ...well, id: 'injury', yes: ['I4'] },
      { ...well, id: 'silent', rest: 'unanswered' },
      '',
      { ...well, id: 7, age: 'unsaid' },
    ])
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(results).toMatchObject([
      { id: 'x', level: 1, withinDays: null, rules: ['V2a'], ruleSet: '1.0' },
      { id: 'well', level: 4, withinDays: null, rules: [], ruleSet: '1.0' },
      { id: 'days', level: 3, withinDays: 3, rules: ['A10', 'A15'] },
      { id: 'unsure', level: 1, rules: ['N1'] },
      { id: 'nowhere', level: 1, rules: ['N4a'] },
      { id: 'not due', level: 4, rules: [] },
      { id: 'injury', level: 2, rules: ['I4'] },
      { id: 'silent', level: 1 },
      { id: 7, level: 3, withinDays: 14, rules: ['AGE-b'] },
    ])
    expect(Object.keys(results[0] as object)).toEqual([
      'id',
      'level',
      'withinDays',
      'rules',
      'ruleSet',
    ])
  })

  it('names each bad line, answers all others, and ends with 2', async () => {
    const { exitCode, stderr, results, file } = await answered([
      { ...well, id: 'first' },
      '{"id": "broken", ',
      { ...well, id: 'tile', yes: ['E9'] },
      { ...well, id: 'age', age: 'ninety' },
      { ...well, id: 'field', maybe: ['E1'] },
      { ...well, yes: ['E1'] },
      'null',
      { ...well, id: 'last', yes: ['E1'] },
    ])
    expect(exitCode).toBe(2)
    expect(results).toMatchObject([
      { id: 'first', level: 4 },
      { id: 'last', level: 1 },
    ])
    const told = stderr.trim().split('\n')
    expect(told.map((line) => line.slice(file.length + 1, file.length + 2))).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ])
    expect(told[1]).toContain('E9')
    expect(told[2]).toContain('age')
    expect(told[3]).toContain('maybe')
  })

  it('shows with --trace the flags and every rule that fired', async () => {
    const { results } = await answered(
      [{ ...well, id: 1, yes: ['V2', 'C-preg', 'C-bone'] }],
      '--trace',
    )
    const Traced = z.object({
      rules: z.array(z.string()),
      trace: z.object({ flags: z.array(z.string()), fired: z.array(z.object({ id: z.string() })) }),
    })
    const { rules, trace } = Traced.parse(results[0])
    expect(rules).toEqual(['V2a'])
    expect(trace.flags).toEqual(expect.arrayContaining(['foot', 'V2', 'C-preg', 'fragile']))
    expect(trace.fired.map(({ id }) => id)).toEqual(['V2a', 'V2b', 'C-preg'])
  })

  it('prints the questions with all tiles and nothing else', async () => {
    const { stdout, stderr, exitCode } = await run('--questions')
    expect([stderr, exitCode]).toEqual(['', 0])
    const Questions = z.object({
      screens: z.array(z.object({ tiles: z.array(z.object({ id: z.string(), ask: z.string() })) })),
    })
    const { screens } = Questions.parse(JSON.parse(stdout))
    const ids = screens.flatMap(({ tiles }) => tiles.map(({ id }) => id))
    expect([...ids].sort()).toEqual([...TILES].sort())
  })

  it('prints the FHIR Questionnaire', async () => {
    const { stdout, exitCode } = await run('--fhir')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Questionnaire', version: '1.0' })
  })

  it('kills every mutant of the rules, by what people would be told', async () => {
    const { stdout, exitCode } = await run('--mutate')
    const { mutants, killed, survivors } = z
      .object({ mutants: z.number(), killed: z.number(), survivors: z.array(z.string()) })
      .parse(JSON.parse(stdout))
    expect(survivors).toEqual([])
    expect(killed).toBe(mutants)
    // At least one dropped and one weakened for each of the rules.
    expect(mutants).toBeGreaterThan(2 * 78)
    expect(exitCode).toBe(0)
  })

  it.each([[['--questions', '--fhir']], [['--colour']], [['--answers', 'no-such-file']]])(
    'refuses %j with a word on how to ask',
    async (args) => {
      const { stdout, stderr, exitCode } = await run(...args)
      expect(stdout).toBe('')
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(stderr).not.toBe('')
      expect(exitCode).toBe(2)
    },
  )
})
