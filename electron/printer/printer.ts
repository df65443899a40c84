import type {
  JobEnd,
  PrinterChoice,
  PrinterState,
  PrintFault,
  PrintResult,
} from '../../core/schema/printing'
import type { Settings } from '../../core/schema/settings'
import { PrintFailure, type JobLook, type PrintSystem, type PrintTicket } from './print-system'

/** Between two looks at a job, in ms. */
const LOOK_EVERY = 300
/** Between two tries to take back a job while the print service is away, in ms. */
const INSIST_EVERY = 5_000
/** So often the system is asked to forget a job, one look apart, which is ten minutes. */
const FORGET_TRIES = 2_000
/** However often a job seems to get on, it is given up after so many times the patience. */
const PATIENCE_LIMIT = 5

export type PrintSettings = Pick<
  Settings,
  'printer' | 'deskPrinter' | 'paper' | 'duplex' | 'colour' | 'printSeconds'
>

export interface Printer {
  /**
   * Makes a sheet and hands it to the system; resolves when the system has taken it. What the sheet
   * does not say of its paper and colour is as the settings say.
   */
  print: (
    sheet: () => Promise<Uint8Array>,
    on: 'printer' | 'deskPrinter',
    made?: Pick<PrintTicket, 'paper' | 'colour'>,
  ) => Promise<PrintResult>
  /** Resolves when a job of this visit has come out or was taken back. */
  endOf: (jobId: number) => Promise<JobEnd>
  /** Takes a job back, and says whether it came out nevertheless. */
  cancel: (jobId: number) => Promise<JobEnd>
  state: () => Promise<PrinterState>
  list: () => Promise<PrinterChoice[]>
  /** From now on nothing of the last visit is begun; what waits is taken back, what prints has its time. */
  endVisit: () => void
  /** Takes back everything at once; resolves when the system has been told. */
  takeBackAll: () => Promise<void>
}

interface PrinterParts {
  system: PrintSystem
  settings: () => PrintSettings
  /** A clock that never jumps, in ms. */
  now: () => number
  wait: (milliseconds: number) => Promise<unknown>
}

interface OpenJob {
  id: number
  end: Promise<JobEnd>
  isCancelled: boolean
  /** When its visit ended, or null while that lasts. */
  visitEnded: number | null
}

/**
 * Prints for one visit after the other. A job is followed to its end, and taken back when it does
 * not come out in time, so that it never comes out for somebody else.
 */
export function createPrinter({ system, settings, now, wait }: PrinterParts): Printer {
  /** All that is not over, those of past visits too. */
  const open = new Set<OpenJob>()
  /** The jobs that the page may ask for, by the ids that it got. */
  let ofVisit = new Map<number, OpenJob>()
  let lastId = 0
  /** Jobs that are over and that the system knows still. */
  const beingForgotten = new Set<Promise<void>>()

  const print: Printer['print'] = async (sheet, on, made) => {
    const visit = ofVisit
    try {
      const pdf = await sheet()
      const { printer, paper, duplex, colour } = settings()
      const queue = await chosen(settings()[on] || printer)
      // The visitor is gone; nothing of theirs is begun any more.
      if (visit !== ofVisit) throw new PrintFailure('cancelled')
      const systemId = await system
        .submit(queue, pdf, { paper, duplex, colour, ...made })
        // Not left to the memory of this process, which no visit's end clears.
        .finally(() => pdf.fill(0))
      const job = follow(systemId, visit === ofVisit ? null : now())
      visit.set(job.id, job)
      return { ok: true, jobId: job.id }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) }
    }
  }

  /** The queue by its name; without one that of the system, else its first. It is always named. */
  async function chosen(name: string): Promise<string> {
    if (name) return name
    const queues = await system.queues()
    const queue = queues.find(({ isDefault }) => isDefault) ?? queues[0]
    if (!queue) throw new PrintFailure('no-printer')
    return queue.name
  }

  function follow(systemId: number, visitEnded: number | null): OpenJob {
    const job: OpenJob = {
      id: ++lastId,
      isCancelled: false,
      visitEnded,
      end: Promise.resolve({ ok: true }),
    }
    open.add(job)
    job.end = toItsEnd(job, systemId)
    return job
  }

  async function toItsEnd(job: OpenJob, systemId: number): Promise<JobEnd> {
    const patience = settings().printSeconds * 1000
    const began = now()
    let quietSince = began
    let last: JobLook = { state: 'open', fault: null, suspicion: null, progress: 0 }
    for (;;) {
      const look = await lookAt(systemId, last)
      if (look.state !== 'open') return over(job, systemId, look, look.fault ?? last.fault)
      const isMoving = look.progress > last.progress || (last.fault !== null && look.fault === null)
      if (isMoving) quietSince = now()
      last = look
      const isLate =
        now() - (job.visitEnded ?? quietSince) >= patience ||
        now() - began >= PATIENCE_LIMIT * patience
      // One that has not even begun behind a printer that was in trouble will not come out soon.
      const obstacle = look.fault ?? (look.progress === 0 ? look.suspicion : null)
      const isForNobody = job.visitEnded !== null && obstacle !== null
      if (job.isCancelled || isForNobody || isLate) {
        const why = obstacle ?? (isLate ? (look.suspicion ?? 'too-slow') : 'cancelled')
        return giveUp(job, systemId, job.isCancelled ? 'cancelled' : why)
      }
      await wait(LOOK_EVERY)
    }
  }

  async function lookAt(systemId: number, last: JobLook): Promise<JobLook> {
    try {
      return await system.lookAtJob(systemId)
    } catch (error) {
      return { ...last, fault: reasonOf(error) }
    }
  }

  /** Takes a job back. It may have come out in the same moment: then that is what counts. */
  async function giveUp(job: OpenJob, systemId: number, why: PrintFault): Promise<JobEnd> {
    try {
      await system.cancel(systemId)
      const look = await system.lookAtJob(systemId)
      if (look.state !== 'open') return await over(job, systemId, look, why)
    } catch {
      // The service is away, and holds the job still: it must not come out when it is back.
    }
    void insistOnCancelling(job, systemId)
    return { ok: false, reason: why }
  }

  async function insistOnCancelling(job: OpenJob, systemId: number): Promise<void> {
    for (;;) {
      await wait(INSIST_EVERY)
      try {
        await system.cancel(systemId)
        const look = await system.lookAtJob(systemId)
        if (look.state !== 'open') return void (await over(job, systemId, look, null))
      } catch {
        // Once more.
      }
    }
  }

  async function over(
    job: OpenJob,
    systemId: number,
    { state }: JobLook,
    why: PrintFault | null,
  ): Promise<JobEnd> {
    open.delete(job)
    const isForgotten = await system.forget(systemId).catch(() => false)
    if (!isForgotten) {
      const forgetting = forgetInTime(system, systemId, wait)
      beingForgotten.add(forgetting)
      void forgetting.finally(() => beingForgotten.delete(forgetting))
    }
    return state === 'printed' ? { ok: true } : { ok: false, reason: why ?? 'cancelled' }
  }

  const unknown: JobEnd = { ok: false, reason: 'cancelled' }
  return {
    print,
    endOf: async (jobId) => (await ofVisit.get(jobId)?.end) ?? unknown,
    cancel: async (jobId) => {
      const job = ofVisit.get(jobId)
      if (!job) return unknown
      job.isCancelled = true
      return job.end
    },
    state: async () => {
      const { printer } = settings()
      try {
        const queue = await chosen(printer)
        return { printer: queue, ...(await system.lookAtQueue(queue)) }
      } catch (error) {
        return { printer: printer || null, fault: reasonOf(error), isCertain: true }
      }
    },
    list: () => system.queues().catch(() => []),
    endVisit: () => {
      ofVisit = new Map()
      for (const job of open) job.visitEnded ??= now()
    },
    takeBackAll: async () => {
      for (const job of open) job.isCancelled = true
      await Promise.all([...open].map(({ end }) => end))
      await Promise.all(beingForgotten)
    },
  }
}

/** Asks the system to forget a job until it has; a system that is away is not asked for ever. */
async function forgetInTime(
  system: PrintSystem,
  systemId: number,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (let tries = 0; tries < FORGET_TRIES; tries++) {
    await wait(LOOK_EVERY)
    if (await system.forget(systemId).catch(() => false)) return
  }
}

function reasonOf(error: unknown): PrintFault {
  if (error instanceof PrintFailure) return error.reason
  console.error('printing:', error instanceof Error ? error.name : 'not an error')
  return 'failed'
}

/**
 * Takes back what an earlier run of this kiosk left waiting, as when the power failed. Tries until
 * the print service answers, which may start later than the kiosk.
 */
export async function takeBackLeftovers(
  system: PrintSystem,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (;;) {
    try {
      const jobs = await system.leftovers()
      for (const job of jobs) await system.cancel(job)
      await Promise.all(jobs.map((job) => forgetInTime(system, job, wait)))
      return
    } catch {
      await wait(INSIST_EVERY)
    }
  }
}
