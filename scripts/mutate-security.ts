// Proves that each rule of the kiosk's security has a test that fails without it: takes the rules
// away one by one in a copy of the sources, and runs the one test that must notice.
//   npx tsx scripts/mutate-security.ts [--only ITEM ...]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PlainError } from './plain-error'
import { ROOT } from './project'
import { MUTATIONS, type SecurityMutation } from './security-mutations'

type Verdict =
  | { is: 'killed'; by: string }
  | { is: 'survived' }
  /** The test did not run, or failed for another reason than an assertion of its own. */
  | { is: 'unclear'; why: string }

/** What the copy needs; the built pages are copied too, because no mutation is in them. */
const PARTS = [
  ...['core', 'electron', 'content', 'scripts', 'tests', 'package.json', 'out/renderer'],
  ...[
    'electron.vite.config.ts',
    'playwright.config.ts',
    'vitest.config.ts',
    'electron-builder.yml',
  ],
  ...['tsconfig.json', 'tsconfig.base.json', 'tsconfig.node.json', 'tsconfig.web.json'],
]

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const chosen = MUTATIONS.filter(({ item }) => values.only?.includes(item) ?? true)
if (chosen.length === 0) {
  const known = [...new Set(MUTATIONS.map(({ item }) => item))].join(', ')
  throw new PlainError(`There is no such item. Items: ${known}.`, 2)
}
if (!existsSync(join(ROOT, 'out', 'renderer')))
  throw new PlainError('There is no built kiosk; run `npm run build` first.', 2)

/** Two at a time, because half of the time a kiosk waits for its display. */
const LANES = 2
const copies = await Promise.all(Array.from({ length: LANES }, copyOfSources))
try {
  await sound(copies[0] ?? '', chosen)
  const verdicts: Verdict[] = []
  const waiting = [...chosen]
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const verdict = await judge(copy, next)
        verdicts.push(verdict)
        console.log(line(next, verdict))
      }
    }),
  )
  const killed = verdicts.filter((verdict) => verdict.is === 'killed').length
  console.log(`${killed} killed, ${chosen.length - killed} survived`)
  process.exitCode = killed < chosen.length ? 1 : 0
} finally {
  for (const copy of copies) await rm(copy, { recursive: true, force: true })
}

/** A folder with the sources, in which only the shell is built anew. */
async function copyOfSources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'sole-to-spine-mutants-'))
  for (const part of PARTS) await cp(join(ROOT, part), join(copy, part), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  await writeFile(
    join(copy, 'shell.config.ts'),
    `import config from './electron.vite.config'\nconst { main, preload } = config\nexport default { main, preload }\n`,
  )
  return copy
}

/** The tests pass as long as nothing is taken away; else their failing would prove nothing. */
async function sound(copy: string, mutations: readonly SecurityMutation[]): Promise<void> {
  const failure = await build(copy)
  if (failure) throw new PlainError(`The untouched sources do not build:\n${failure}`)
  for (const file of new Set(mutations.map(({ test }) => test.file))) {
    const names = mutations.filter(({ test }) => test.file === file).map(({ test }) => test.name)
    const results = await run(copy, file, `(${[...new Set(names)].map(escaped).join('|')})`)
    const missing = names.filter((name) => !results.some(({ title }) => title.includes(name)))
    const failed = results.filter(({ error }) => error !== null)
    if (missing.length > 0) throw new PlainError(`${file} has no test "${missing.join('", "')}".`)
    if (failed.length > 0)
      throw new PlainError(
        `${file} fails already: ${failed.map(({ title, error }) => `${title}: ${error}`).join('; ')}`,
      )
  }
}

async function judge(copy: string, mutation: SecurityMutation): Promise<Verdict> {
  const originals = new Map<string, string>()
  try {
    for (const { file, from, to } of mutation.edits) {
      const path = join(copy, file)
      const text = await readFile(path, 'utf8')
      if (text.split(from).length !== 2)
        return { is: 'unclear', why: `${file} does not hold once: ${from.trim()}` }
      if (!originals.has(path)) originals.set(path, text)
      await writeFile(
        path,
        text.replace(from, () => to),
      )
    }
    const failure = await build(copy)
    if (failure) return { is: 'unclear', why: `it does not build: ${failure}` }
    const results = await run(copy, mutation.test.file, escaped(mutation.test.name))
    if (results.length === 0) return { is: 'unclear', why: 'the test did not run' }
    const errors = results.flatMap(({ error }) => error ?? [])
    if (errors.length === 0) return { is: 'survived' }
    const asserted = errors.find((error) =>
      /expect\(|expected |AssertionError|instead of rejecting/.test(error),
    )
    return asserted
      ? { is: 'killed', by: mutation.test.name }
      : { is: 'unclear', why: errors[0]?.split('\n', 1)[0] ?? '' }
  } finally {
    for (const [path, text] of originals) await writeFile(path, text)
  }
}

function line({ item, rule }: SecurityMutation, verdict: Verdict): string {
  const said = { killed: 'killed  ', survived: 'SURVIVED', unclear: 'UNCLEAR ' }[verdict.is]
  const why = verdict.is === 'killed' ? verdict.by : verdict.is === 'unclear' ? verdict.why : ''
  return `${said}  ${item.padEnd(10)}  ${rule.slice(0, 60).padEnd(60)}  ${why}`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Builds main and preload of the copy; gives back what went wrong. */
async function build(copy: string): Promise<string | null> {
  const built = await call(copy, 'electron-vite', ['build', '--config', 'shell.config.ts'])
  return built.code === 0 ? null : built.output.slice(-500)
}

interface Result {
  title: string
  /** Why it failed, or null. */
  error: string | null
}

/** Runs the tests of one file whose names fit the pattern, in the runner that the file is for. */
async function run(copy: string, file: string, pattern: string): Promise<Result[]> {
  const report = join(copy, 'report.json')
  await rm(report, { force: true })
  if (file.endsWith('.spec.ts')) {
    await call(
      copy,
      'playwright',
      ['test', file, '-g', pattern, '--reporter=json', '--retries=0'],
      {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    )
    return journeys((await read<Suite>(report)).suites ?? [])
  }
  await call(copy, 'vitest', [
    'run',
    file,
    '-t',
    pattern,
    '--reporter=json',
    `--outputFile=${report}`,
  ])
  const { testResults = [] } = await read<VitestReport>(report)
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, failureMessages }) => ({
      title: fullName,
      error: status === 'failed' ? failureMessages.join('\n') : null,
    }))
}

/** The parts of Playwright's report that are read here. */
interface Suite {
  suites?: Suite[]
  specs?: {
    title: string
    tests: { results: { status: string; errors: { message?: string }[] }[] }[]
  }[]
}

/** The parts of Vitest's report that are read here. */
interface VitestReport {
  testResults?: {
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

function journeys(suites: readonly Suite[]): Result[] {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...journeys(inner),
    ...specs.flatMap(({ title, tests }) =>
      tests
        .flatMap(({ results }) => results)
        .filter(({ status }) => status !== 'skipped')
        .map(({ status, errors }) => ({
          title,
          error:
            status === 'passed' ? null : errors.map(({ message }) => plain(message)).join('\n'),
        })),
    ),
  ])
}

function plain(message = 'no message'): string {
  // eslint-disable-next-line no-control-regex -- colours of a terminal begin with a control character
  return message.replace(/\u001b\[[0-9;]*m/g, '')
}

async function read<Report extends object>(report: string): Promise<Report> {
  if (!existsSync(report)) return {} as Report
  return JSON.parse(await readFile(report, 'utf8')) as Report
}

async function call(
  copy: string,
  tool: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(join(ROOT, 'node_modules', '.bin', tool), args, {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output }
}
