import { chromium, expect, test, type Page } from '@playwright/test'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { startDisplay, type Display } from '../../scripts/display'
import { openKiosk } from '../../scripts/drive/kiosk'

/** What the kernel says of a process. */
interface ProcessState {
  command: string
  parent: number
  /** 0 none, 1 strict, 2 filter; see proc(5). */
  seccomp: number
  /** How many filters stand one above the other; a container may bring one of its own. */
  filters: number
}

function stateOf(pid: number): ProcessState | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const number = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1])
    return {
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      parent: number('PPid'),
      seccomp: number('Seccomp'),
      filters: number('Seccomp_filters'),
    }
  } catch {
    // It ended meanwhile.
    return null
  }
}

/** This process and all that it started. */
function treeOf(root: number): Map<number, ProcessState> {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const state = stateOf(Number(name))
        return state ? [[Number(name), state] as const] : []
      }),
  )
  const isBelow = (pid: number): boolean =>
    pid === root || (all.has(pid) && isBelow(all.get(pid)?.parent ?? 0))
  return new Map([...all].filter(([pid]) => isBelow(pid)))
}

/** The process that draws the page, if it is there. */
const rendererOf = (root: number): ProcessState | undefined =>
  [...treeOf(root).values()].find(({ command }) => command.includes('--type=renderer'))

/** How many TCP ports these processes listen on. */
function openPorts(root: number): number {
  const LISTENING = '0A'
  const listening = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
      readFileSync(table, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter((columns) => columns[3] === LISTENING)
        .map((columns) => `socket:[${columns[9]}]`),
    ),
  )
  return [...treeOf(root).keys()].flatMap(openFiles).filter((socket) => listening.has(socket))
    .length
}

/** What a process holds open; nothing if it ended meanwhile. */
function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** Somebody who may do nothing: root cannot have Chromium's sandbox, so that root is not it. */
function normalUser(): { uid: number; gid: number } {
  if (process.getuid?.() !== 0)
    return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const id = (kind: string): number => Number(execFileSync('id', [kind, 'nobody']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

let folder: string
let display: Display
let started: ChildProcess | undefined
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-sandbox-'))
  display = await startDisplay({ width: 1920, height: 1080 })
})
test.afterEach(async () => {
  if (started?.exitCode === null && started.signalCode === null) {
    const gone = once(started, 'exit')
    started.kill('SIGKILL')
    await gone
  }
  await display.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** The built program with a runtime of its own, where everybody may read it. */
async function install(executable: 'electron' | 'sole-to-spine'): Promise<string> {
  const app = join(folder, 'runtime', 'resources', 'app')
  chmodSync(folder, 0o755)
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  execFileSync('cp', ['-r', '--reflink=auto', runtime, join(folder, 'runtime')])
  for (const part of ['out/main', 'out/preload', 'out/renderer', 'content', 'package.json'])
    await cp(part, join(app, part), { recursive: true })
  await rename(join(folder, 'runtime', 'electron'), join(folder, 'runtime', executable))
  execFileSync('chmod', ['-R', 'a+rX', folder])
  if (process.getuid?.() === 0) {
    // As a package installs it: Chromium needs it where users may not make namespaces.
    chownSync(join(folder, 'runtime', 'chrome-sandbox'), 0, 0)
    chmodSync(join(folder, 'runtime', 'chrome-sandbox'), 0o4755)
  }
  return join(folder, 'runtime', executable)
}

/** Starts it as a normal user, in a home and a runtime folder of its own. */
async function start(
  executable: string,
  args: string[],
): Promise<ChildProcess & { pid: number; stderr: Readable }> {
  const user = normalUser()
  const own = join(folder, 'own')
  await mkdir(own, { mode: 0o700 })
  chownSync(own, user.uid, user.gid)
  const main = spawn(executable, args, {
    ...user,
    cwd: own,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], ...display.env, HOME: own, XDG_RUNTIME_DIR: own },
  })
  started = main
  if (!main.pid) throw new Error('the kiosk did not start')
  return main as ChildProcess & { pid: number; stderr: Readable }
}

test('a normal user runs the kiosk in Chromium’s sandbox, and sees the page', async () => {
  const main = await start(await install('electron'), ['--remote-debugging-port=0'])
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    main.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    main.on('exit', () => reject(new Error(`the kiosk ended: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages())
  await expect
    .poll(() => Promise.all(pages().map((page) => page.locator('.attract .touch').isVisible())))
    .toEqual([true])

  const renderer = rendererOf(main.pid)
  expect(renderer?.seccomp).toBe(2)
  expect(renderer?.filters).toBeGreaterThan(stateOf(main.pid)?.filters ?? Infinity)
  expect(renderer?.command).not.toContain('--no-sandbox')
  // The next test counts ports; here is one to be counted.
  expect(openPorts(main.pid)).toBe(1)
  await browser.close()
})

test('a packed kiosk cannot be debugged from outside, whatever it is started with', async () => {
  const main = await start(await install('sole-to-spine'), [
    '--remote-debugging-port=0',
    '--Remote-Debugging-Port=0',
    '--remote-debugging-address=0.0.0.0',
    '--log-net-log=net.json',
  ])
  await expect.poll(() => rendererOf(main.pid)?.seccomp).toBe(2)
  expect(openPorts(main.pid)).toBe(0)
})

test('what the sandbox adds is seen, because where it is off nothing is added', async () => {
  // As root, or with the switch that root needs, the same check finds no filter.
  const kiosk = await openKiosk()
  try {
    const pid = await kiosk.app.evaluate(() => process.pid)
    const added = (rendererOf(pid)?.filters ?? 0) - (stateOf(pid)?.filters ?? 0)
    expect(added > 0).toBe(process.getuid?.() !== 0)
  } finally {
    await kiosk.close()
  }
})
