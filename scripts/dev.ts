import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildEnv } from './app-build'
import { hasDisplay } from './display'
import { findRuntime } from './electron-runtime'
import { PlainError } from './plain-error'
import { ROOT } from './project'
import { ensureSystemPackages } from './system-packages'

/** Opens the kiosk in a window with hot reload: `npm run dev`. */
if (!hasDisplay()) throw new PlainError('npm run dev needs a display.')
const runtime = await findRuntime()
await ensureSystemPackages(runtime, { virtualDisplay: false })
const command = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const sandbox = process.getuid?.() === 0 ? ['--noSandbox'] : []
const child = spawn(process.execPath, [command, 'dev', '--watch', ...sandbox, '--', '--windowed'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...buildEnv(), ELECTRON_EXEC_PATH: runtime.executable },
})
const pass = (signal: NodeJS.Signals): void => {
  child.kill(signal)
}
process.on('SIGINT', pass).on('SIGTERM', pass)
process.exitCode = await new Promise<number>((resolve) => {
  child.on('close', (code) => {
    resolve(code ?? 0)
  })
})
