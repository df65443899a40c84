import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildIfStale } from '../app-build'
import { findRuntime } from '../electron-runtime'
import { PlainError } from '../plain-error'
import { ROOT } from '../project'
import { ensureSystemPackages } from '../system-packages'
import { runTool } from './run-tool'
import { tallyExit, tallyJourneys, tallyUnits, type Tally } from './tally'

export interface TestOptions {
  /** The long forms too, and the steps that only they have. */
  full: boolean
  /** Of those only what a run without `full` does not do. */
  onlyExtra: boolean
}
export interface Outcome extends Tally {
  /** What the tool said, to be shown when something failed. */
  output: string
}
export interface Step {
  name: string
  run: (options: TestOptions) => Promise<Outcome>
  /** Whether `--only-extra` has something to do here. */
  hasExtra: boolean
}

/** A step that could not be tried, as opposed to one that failed. */
export class NotRun extends Error {}

const tool = (path: string): string => join(ROOT, 'node_modules', path)
const script = (name: string): string[] => ['--import', 'tsx', join(ROOT, 'scripts', `${name}.ts`)]

const yesOrNo = (name: string, args: string[], minutes: number): Step => ({
  name,
  hasExtra: false,
  run: async () => {
    const { exitCode, output } = await runTool(args, { live: false, minutes })
    return { ...tallyExit(exitCode), output }
  },
})

const units: Step = {
  name: 'units',
  hasExtra: true,
  run: async (options) => {
    const files = options.onlyExtra ? filesThatGrow('.test.ts') : []
    if (options.onlyExtra && files.length === 0) return nothingExtra
    const report = newReport('units.json')
    const { exitCode, output } = await runTool(
      [
        ...[tool('vitest/vitest.mjs'), 'run', ...files],
        ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { live: false, minutes: options.full ? 30 : 15, env: fullEnv(options) },
    )
    return { ...tallyUnits(contentOf(report), exitCode), output }
  },
}

const build: Step = {
  name: 'build',
  hasExtra: true,
  run: async () => {
    try {
      await buildIfStale()
      return { ...tallyExit(0), output: '' }
    } catch (error) {
      if (!(error instanceof PlainError)) throw error
      return { ...tallyExit(1), output: error.message }
    }
  },
}

const journeys: Step = {
  name: 'journeys',
  hasExtra: true,
  run: async (options) => {
    const files = options.onlyExtra ? filesThatGrow('.spec.ts') : []
    if (options.onlyExtra && files.length === 0) return nothingExtra
    const dist = await readyRuntime()
    const report = newReport('journeys.json')
    const { exitCode } = await runTool([tool('@playwright/test/cli.js'), 'test', ...files], {
      live: true,
      minutes: options.full ? 75 : 55,
      env: {
        ...fullEnv(options),
        ELECTRON_OVERRIDE_DIST_PATH: dist,
        JOURNEYS_REPORT: report,
      },
    })
    return { ...tallyJourneys(contentOf(report), exitCode), output: '' }
  },
}

const mutations: Step = {
  name: 'mutations',
  hasExtra: true,
  run: async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: await readyRuntime() }
    const args = script('mutate-security')
    const { exitCode, output } = await runTool(args, { live: false, minutes: 40, env })
    return { ...tallyExit(exitCode), output }
  },
}

/** The steps in their order, the quick and telling ones first. */
export function stepsOf(options: TestOptions): Step[] {
  const all = [
    yesOrNo('lint', [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], 10),
    yesOrNo(
      'format',
      [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
      5,
    ),
    yesOrNo('types', [tool('vue-tsc/bin/vue-tsc.js'), '--build'], 10),
    yesOrNo('content', script('content-check'), 5),
    units,
    build,
    journeys,
    ...(options.full && existsSync(join(ROOT, 'scripts', 'mutate-security.ts')) ? [mutations] : []),
  ]
  return options.onlyExtra ? all.filter(({ hasExtra }) => hasExtra) : all
}

const nothingExtra: Outcome = { passed: 0, failed: 0, skipped: 0, remarks: [], output: '' }

async function readyRuntime(): Promise<string> {
  try {
    const runtime = await findRuntime()
    await ensureSystemPackages(runtime, { virtualDisplay: true, printRig: true, soundRig: true })
    return runtime.dist
  } catch (error) {
    if (error instanceof PlainError) throw new NotRun(error.message)
    throw error
  }
}

const fullEnv = ({ full }: TestOptions): Record<string, string> => (full ? { TEST_FULL: '1' } : {})

/** The test files that do more when TEST_FULL is set: those that read it, and those that run only then. */
function filesThatGrow(ending: string): string[] {
  return readdirSync(join(ROOT, 'tests'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) => file.endsWith(`.full${ending}`) || readFileSync(file, 'utf8').includes('TEST_FULL'),
    )
}

/** Where the runner shall write; what an earlier run left there is gone. */
function newReport(name: string): string {
  const path = join(ROOT, 'out', 'tests', name)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  return path
}

function contentOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
