import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a lock whose holder cannot be asked (another machine, still being written) is believed. */
const BELIEVED_MS = { otherMachine: 30 * 60_000, beingWritten: 10_000 }

/**
 * Runs the work while holding a lock file, waiting for whoever holds it; a holder that died is forgotten.
 * The work is given a function for the numbers of processes that it starts and that would go on without us: while one
 * of them lives, the lock is held.
 * @template T
 * @param {string} path the lock file; its folder is made
 * @param {string} purpose what the others wait for, like "installing packages"
 * @param {(alsoHeldBy: (pid: number) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, purpose, work) {
  mkdirSync(dirname(path), { recursive: true })
  let mine = JSON.stringify({ host: hostname(), purpose, holders: [whoIs(process.pid)] })
  for (let announced = false; !take(path, mine); announced = true) {
    if (!announced) process.stderr.write(`Waiting: another start is ${purpose} (${path}).\n`)
    await sleep(300)
  }
  const release = () => {
    if (contentOf(path) === mine) rmSync(path, { force: true })
  }
  const alsoHeldBy = (pid) => {
    const held = JSON.parse(mine)
    mine = JSON.stringify({ ...held, holders: [...held.holders, whoIs(pid)] })
    writeFileSync(path, mine)
  }
  process.on('exit', release)
  try {
    return await work(alsoHeldBy)
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(path, mine) {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const held = contentOf(path)
  if (held === null || isAlive(path, held)) return false
  // Renaming succeeds for one of several that saw the same dead holder.
  const aside = `${path}.dead-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return false
  }
  const taken = contentOf(aside)
  rmSync(aside, { force: true })
  if (taken !== held && taken !== null) {
    // Somebody took the lock between our look and our rename: it is theirs.
    try {
      writeFileSync(path, taken, { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    return false
  }
  return take(path, mine)
}

function isAlive(path, content) {
  let held
  try {
    held = JSON.parse(content)
  } catch {
    return ageOf(path) < BELIEVED_MS.beingWritten
  }
  if (held.host !== hostname()) return ageOf(path) < BELIEVED_MS.otherMachine
  return held.holders.some(({ pid, began }) => {
    try {
      process.kill(pid, 0)
    } catch (error) {
      if (error.code === 'ESRCH') return false
    }
    // The number may belong to another process by now, quickly so in a container.
    return began === beginOf(pid)
  })
}

const whoIs = (pid) => ({ pid, began: beginOf(pid) })

/** When a process began, in ticks since boot; null for one that ended, or where the system does not tell. */
function beginOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie keeps its number until its parent asks, which in a container may be never.
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return Infinity
  }
}

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
