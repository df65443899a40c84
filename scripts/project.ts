import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is kept between starts and shared by all checkouts of one user. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'sole-to-spine')
}

const WithVersion = z.object({ version: z.string() })

/** The Electron version that package.json names and node_modules holds. */
export function electronVersion(): string {
  return versionIn(join(ROOT, 'node_modules', 'electron', 'package.json'))
}

/** The version of the kiosk itself. */
export function packageVersion(): string {
  return versionIn(join(ROOT, 'package.json'))
}

function versionIn(file: string): string {
  return WithVersion.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
