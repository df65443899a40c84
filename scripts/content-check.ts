// Prints everything that is wrong with content/, or with the pack whose folder is named.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { compile } from '../core/content/compile'
import { problemOfFile } from '../core/content/part'
import type { Problem } from '../core/content/problem'
import { gradeOf, wordsOf } from '../core/content/reading-ease'
import { readTexts } from '../core/content/slide-texts'
import type { Bundle } from '../core/schema/pack'
import { uncheckedSources } from '../core/triage/unchecked-sources'
import { readPack } from '../electron/content-files'
import { ROOT } from './project'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('-'))
const isUnderstood = args.every((arg) => arg === '--json' || folders.includes(arg))

if (isUnderstood && folders.length <= 1) {
  process.exitCode = await check(resolve(folders[0] ?? resolve(ROOT, 'content')))
} else {
  process.stderr.write('Usage: npm run content:check [-- [--json] FOLDER]\n')
  process.exitCode = 2
}

/** Checks the pack in a folder and returns the exit code: 0 sound, 1 not sound, 2 no folder there. */
async function check(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    const missing = problemOfFile('', {
      code: 'folder-missing',
      message: `There is no folder ${folder}.`,
      cure: 'Name a folder that holds a pack.yaml.',
    })
    tell([missing], null)
    return 2
  }
  // Without a manifest there is nothing to read, which the compiler tells.
  const pack = (await readPack(folder)) ?? { files: new Map(), pictures: new Set() }
  const today = new Date().toISOString().slice(0, 10)
  const { bundle, problems } = compile(pack.files, pack.pictures, today)
  tell(problems, bundle)
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0
}

function tell(problems: readonly Problem[], bundle: Bundle | null): void {
  const lines = args.includes('--json')
    ? [JSON.stringify(problems, null, 2)]
    : [...inPlainText(problems), inNumbers(problems, bundle)]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** The problems file by file, in the order of their lines. */
function inPlainText(problems: readonly Problem[]): string[] {
  const files = [...new Set(problems.map(({ file }) => file))].sort()
  return files.flatMap((name) =>
    problems
      .filter(({ file }) => file === name)
      .sort((one, other) => one.line - other.line)
      .flatMap(({ file, line, field, code, severity, message, cure }) => [
        [file && `${file}:${String(line)}`, field, code].filter(Boolean).join('  '),
        `  ${severity === 'warning' ? 'Warning: ' : ''}${message}`,
        `  ${cure}`,
        '',
      ]),
  )
}

/** How much is wrong, and how much content is sound. */
function inNumbers(problems: readonly Problem[], bundle: Bundle | null): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')]
  const words = bundle?.words[bundle.manifest.source]
  if (bundle && words) {
    const texts = Object.values(words.story.slides).map((slide) =>
      readTexts(slide).map(({ text }) => text),
    )
    const grades = texts.map(gradeOf)
    const mean = grades.reduce((sum, grade) => sum + grade, 0) / grades.length
    counts.push(
      count(bundle.story.chapters.length, 'chapter'),
      count(texts.length, 'slide'),
      count(texts.flat().flatMap(wordsOf).length, 'word'),
      `mean grade ${mean.toFixed(1)}`,
    )
  }
  if (bundle?.triage) {
    const { sources, unchecked } = uncheckedSources(bundle.triage.ruleSet)
    counts.push(
      count(bundle.triage.ruleSet.rules.length, 'rule'),
      `${String(unchecked)} of ${String(sources)} sources of rules not checked`,
    )
  }
  return `${counts.join(', ')}.`
}

function count(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`
}
