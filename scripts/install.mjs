import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './lock.mjs'

/**
 * Why node_modules is not what package-lock.json asks for, or null when it is.
 * npm removes node_modules/.package-lock.json first and writes it last, so a half-made install has none.
 * @param {string} root the project's folder
 * @returns {string | null}
 */
export function whyStale(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(join(root, 'node_modules'))) return 'nothing is installed yet'
  if (!existsSync(hidden)) return 'the last install did not finish'
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = present[path]
    // Optional packages are those of other systems.
    if (!found && (entry.optional || entry.devOptional || entry.peer)) continue
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) {
      return `package-lock.json asks for another ${path.replace(/^.*node_modules\//, '')}`
    }
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is missing`
  }
  return null
}

/**
 * Installs the packages of package-lock.json where they are missing or others.
 * What npm says goes to stderr, since the stdout of some commands is read by programs.
 * @param {string} root the project's folder
 * @returns {Promise<void>}
 */
export async function installIfStale(root) {
  if (whyStale(root) === null) return
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  // Not in node_modules, which npm empties.
  const lock = join(tmpdir(), `sole-to-spine-install-${process.getuid?.() ?? 0}-${key}.lock`)
  await withLock(lock, 'installing packages', async (alsoHeldBy) => {
    const reason = whyStale(root)
    if (reason === null) return
    process.stderr.write(`Installing packages with npm: ${reason}.\n`)
    await npmCi(root, alsoHeldBy)
    const left = whyStale(root)
    if (left !== null) throw plain(`npm ci ended, but ${left}. Delete node_modules and try again.`)
  })
}

/** @returns {Promise<void>} */
function npmCi(root, alsoHeldBy) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const cli = process.env['npm_execpath']
  const [file, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []]
  const child = spawn(file, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && file === 'npm',
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  })
  // If we are killed, npm goes on by itself, and another start must wait for it.
  if (child.pid) alsoHeldBy(child.pid)
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      reject(plain(`npm could not be started (${error.message}). Is it installed beside Node.js?`))
    })
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      if (code === 0) resolve()
      else if (signal) reject(plain(`npm ci was stopped (${signal}).`, 130))
      else {
        reject(
          plain(
            `npm ci failed with code ${code}; its own words are above. Check the network or npm's registry setting, then start again.`,
          ),
        )
      }
    })
  })
}

const plain = (message, exitCode = 1) => Object.assign(new Error(message), { exitCode })
