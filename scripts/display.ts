import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { PlainError } from './plain-error'
import { ROOT } from './project'

/** A screen that nobody sees, for the real program. */
export interface Display {
  /** To be merged into the environment of what shall show itself on it. */
  env: { DISPLAY: string; WAYLAND_DISPLAY: string; XDG_SESSION_TYPE: string }
  stop: () => Promise<void>
}

/** Whether this session has a screen that windows can be opened on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Starts a private X server without a card, of the size given in pixels, with a window manager on it
 * that has no key bindings and no decorations. Both end with `stop()`, and with this process.
 */
export async function startDisplay(size: { width: number; height: number }): Promise<Display> {
  const server = spawn(
    'Xvfb',
    [
      ...['-displayfd', '3', '-screen', '0', `${size.width}x${size.height}x24`],
      ...['-nolisten', 'tcp', '-noreset'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-display-'))
  const children: ChildProcess[] = [server]
  const stopNow = endWithThisProcess(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  try {
    const display = `:${await displayNumber(server)}`
    const env = { DISPLAY: display, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }
    children.push(await startWindowManager(env, folder))
    return {
      env,
      stop: async () => {
        const ends = children.map(ended)
        stopNow()
        await Promise.all(ends)
      },
    }
  } catch (error) {
    stopNow()
    throw error
  }
}

/** Xvfb picks a free number by itself and tells it when it takes clients. */
async function displayNumber(server: ChildProcess): Promise<number> {
  let errors = ''
  server.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let number = ''
  const told = new Promise<number>((resolve, reject) => {
    ;(server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      number += chunk.toString()
      if (number.includes('\n')) resolve(Number(number))
    })
    server.on('error', (error) => {
      reject(new PlainError(`The virtual display Xvfb could not be started: ${error.message}`))
    })
    server.on('exit', (code) => {
      reject(new PlainError(`The virtual display Xvfb ended at once (${code}):\n${errors.trim()}`))
    })
  })
  return told
}

async function startWindowManager(env: Display['env'], folder: string): Promise<ChildProcess> {
  const ready = 'window-manager-is-ready'
  const watcher = watch(folder)
  const manager = spawn(
    'openbox',
    [
      ...['--config-file', join(ROOT, 'scripts', 'openbox-kiosk.xml'), '--sm-disable'],
      ...['--startup', `touch '${join(folder, ready)}'`],
    ],
    // Its menus and autostart files are looked for in a home that has none.
    { stdio: 'ignore', env: { PATH: process.env['PATH'], ...env, HOME: folder } },
  )
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('change', (_, name) => {
        if (name === ready) resolve()
      })
      manager.on('error', (error) => {
        reject(new PlainError(`The window manager openbox could not be started: ${error.message}`))
      })
      manager.on('exit', (code) => {
        reject(new PlainError(`The window manager openbox ended at once (${code}).`))
      })
    })
  } finally {
    watcher.close()
  }
  return manager
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid) await once(child, 'exit')
}

const running = new Set<() => void>()

/** Gives back the act itself, to be done once: when called, or when this process ends in any way but SIGKILL. */
function endWithThisProcess(act: () => void): () => void {
  if (running.size === 0) listen()
  const done = (): void => {
    if (running.delete(done)) act()
  }
  running.add(done)
  return done
}

let isListening = false
function listen(): void {
  if (isListening) return
  isListening = true
  const all = (): void => {
    for (const done of running) done()
  }
  process.on('exit', all)
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      all()
      // Somebody who listens too (Playwright, a command) ends the process in their own way.
      if (process.listenerCount(signal) === 1) process.exit(code)
    })
  }
}
