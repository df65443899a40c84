// Starts every command of the project: `node scripts/run.mjs <command> [arguments]`.
// Plain JavaScript with Node's own modules only, because it runs before anything is installed.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installIfStale } from './install.mjs'
import { nodeIsTooOld } from './node-version.mjs'

const scripts = dirname(fileURLToPath(import.meta.url))
const root = dirname(scripts)

/** Ends with a message for people instead of a stack. */
const refuse = (message, exitCode) => {
  process.stderr.write(`${message}\n`)
  process.exit(exitCode)
}

const tooOld = nodeIsTooOld(process.versions.node)
if (tooOld) refuse(tooOld, 2)

const [command = '', ...args] = process.argv.slice(2)
const known = Object.values(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
  .map((line) => /^node scripts\/run\.mjs ([a-z-]+)/.exec(line)?.[1])
  .filter((name) => name !== undefined)
if (!known.includes(command)) {
  refuse(`There is no command "${command}". Known: ${[...new Set(known)].join(', ')}.`, 2)
}
const script = join(scripts, `${command}.ts`)

try {
  await installIfStale(root)
  // In this same process, so that signals and the exit code need no passing on.
  const { register } = await import('tsx/esm/api')
  register()
  process.argv = [process.argv[0] ?? 'node', script, ...args]
  await import(pathToFileURL(script).href)
} catch (error) {
  // A PlainError (plain-error.ts) carries words for people and the exit code to end with.
  if (error instanceof Error && typeof error.exitCode === 'number') {
    refuse(error.message, error.exitCode)
  }
  throw error
}
