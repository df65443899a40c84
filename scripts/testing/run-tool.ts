import { spawn } from 'node:child_process'
import { ROOT } from '../project'

/** How a tool ended: its exit code, null when it was stopped, and what it said unless that was shown at once. */
export interface Ended {
  exitCode: number | null
  output: string
}

/**
 * Runs a JavaScript tool of node_modules, or one of our scripts, to its end.
 * @param live show what it says while it runs
 * @param minutes after which it is taken for hung and stopped
 */
export async function runTool(
  args: readonly string[],
  { live, minutes, env }: { live: boolean; minutes: number; env?: Record<string, string> },
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  const stop = (): void => {
    child.kill('SIGTERM')
  }
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.on('exit', stop).on('SIGINT', pass).on('SIGTERM', pass)
  const timer = setTimeout(() => {
    child.kill('SIGKILL')
  }, minutes * 60_000)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    return { exitCode, output }
  } finally {
    clearTimeout(timer)
    process.off('exit', stop).off('SIGINT', pass).off('SIGTERM', pass)
  }
}
