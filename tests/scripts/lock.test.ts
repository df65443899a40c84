import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from '../../scripts/lock.mjs'
import { ROOT } from '../../scripts/project'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  lock = join(folder, 'some.lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const got = (): Promise<string> => withLock(lock, 'testing', () => Promise.resolve('got it'))

it('gives back what the work gives, and lets go', async () => {
  expect(await got()).toBe('got it')
  expect(existsSync(lock)).toBe(false)
})

it('lets go when the work fails', async () => {
  const failing = withLock(lock, 'testing', () => Promise.reject(new Error('no luck')))
  await expect(failing).rejects.toThrow('no luck')
  expect(await got()).toBe('got it')
})

it('lets several processes in one after the other', async () => {
  const log = join(folder, 'log')
  const work = `
    import { appendFileSync } from 'node:fs'
    import { setTimeout as sleep } from 'node:timers/promises'
    import { withLock } from ${JSON.stringify(join(ROOT, 'scripts', 'lock.mjs'))}
    await withLock(${JSON.stringify(lock)}, 'testing', async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ')
      await sleep(30)
      appendFileSync(${JSON.stringify(log)}, 'out ')
    })`
  const children = [1, 2, 3, 4].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', work], { stdio: 'ignore' }),
  )
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]))
  expect(codes).toEqual([0, 0, 0, 0])
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4))
}, 20_000)

it('forgets a holder that was killed', async () => {
  const work = `
    import { withLock } from ${JSON.stringify(join(ROOT, 'scripts', 'lock.mjs'))}
    await withLock(${JSON.stringify(lock)}, 'testing', () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['--input-type=module', '-e', work])
  expect(existsSync(lock)).toBe(true)
  expect(await got()).toBe('got it')
})

it('forgets a holder whose number now belongs to another process', async () => {
  const holders = [{ pid: process.pid, began: '1' }]
  writeFileSync(lock, JSON.stringify({ host: hostname(), purpose: 'testing', holders }))
  expect(await got()).toBe('got it')
})

it('waits for what a killed holder has started', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const work = `
    import { withLock } from ${JSON.stringify(join(ROOT, 'scripts', 'lock.mjs'))}
    await withLock(${JSON.stringify(lock)}, 'testing', async (alsoHeldBy) => {
      alsoHeldBy(${child.pid})
      process.kill(process.pid, 'SIGKILL')
    })`
  spawnSync(process.execPath, ['--input-type=module', '-e', work])
  let isOver = false
  const waiting = got().then((result) => {
    expect(isOver).toBe(true)
    return result
  })
  const ended = once(child, 'close')
  child.on('exit', () => (isOver = true))
  child.stdin.end()
  await ended
  expect(await waiting).toBe('got it')
})
