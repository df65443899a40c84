import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasDisplay } from './display'
import { PlainError } from './plain-error'
import { prepareKiosk } from './prepare'
import { ROOT } from './project'
import { say } from './say'

/**
 * Opens the kiosk: `npm start`, with `-- --windowed`, `-- --content FOLDER`, `-- --settings FILE`,
 * `-- --sticks FOLDER`. With `-- --reset-pin` it only allows a new set-up of the PINs.
 */
const app = appArguments(process.argv.slice(2))
// Allowing a set-up needs no screen.
const isSeen = hasDisplay() || app.includes('--reset-pin')
const runtime = await prepareKiosk({ virtualDisplay: !isSeen })
if (isSeen) {
  const asRoot = process.getuid?.() === 0
  if (asRoot) say('Running as root, so without the sandbox: only for development.')
  const sandbox = asRoot ? ['--no-sandbox'] : []
  process.exitCode = await runAndFollow(runtime.executable, [...sandbox, '.', ...app])
} else {
  say('There is no display here, so the tour is run instead; its pictures go to out/tour/.')
  const tour = ['--import', 'tsx', join(ROOT, 'scripts', 'tour.ts')]
  process.exitCode = await runAndFollow(process.execPath, tour)
}

function appArguments(args: string[]): string[] {
  try {
    const { values } = parseArgs({
      args,
      options: {
        windowed: { type: 'boolean' },
        content: { type: 'string' },
        settings: { type: 'string' },
        sticks: { type: 'string' },
        'reset-pin': { type: 'boolean' },
      },
    })
    return [
      ...(values.windowed ? ['--windowed'] : []),
      ...(values.content ? ['--content', values.content] : []),
      ...(values.settings ? ['--settings', values.settings] : []),
      ...(values.sticks ? ['--sticks', values.sticks] : []),
      ...(values['reset-pin'] ? ['--reset-pin'] : []),
    ]
  } catch (error) {
    throw new PlainError(
      `${(error as Error).message}\nKnown: --windowed, --content FOLDER, --settings FILE, --sticks FOLDER, --reset-pin.`,
      2,
    )
  }
}

async function runAndFollow(file: string, args: string[]): Promise<number> {
  const child = spawn(file, args, { cwd: ROOT, stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal)
  }
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}
