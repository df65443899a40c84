import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { PRINT_FAULTS, type JobEnd, type PrinterChoice } from '../../../core/schema/printing'
import {
  createPrinter,
  takeBackLeftovers,
  type Printer,
  type PrintSettings,
} from '../../../electron/printer/printer'
import {
  PrintFailure,
  type JobLook,
  type PrintSystem,
  type PrintTicket,
} from '../../../electron/printer/print-system'

const SETTINGS: PrintSettings = {
  printer: '',
  deskPrinter: '',
  paper: 'a4',
  duplex: false,
  colour: false,
  printSeconds: 60,
}
const sheet = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode('%PDF-'))

/** A print system that goes by a plan: what a job looks like so many ms after it was taken. */
class FakeSystem implements PrintSystem {
  time = 0
  plan: (since: number) => Partial<JobLook> | PrintFailure = () => ({ state: 'printed' })
  printers: PrinterChoice[] = [{ name: 'One', description: 'One', isDefault: false }]
  isAway = false
  sent: { queue: string; ticket: PrintTicket; at: number }[] = []
  cancelled: number[] = []
  forgotten: number[] = []
  left: number[] = []

  private answer<Value>(value: () => Value): Promise<Value> {
    return this.isAway ? Promise.reject(new PrintFailure('no-service')) : Promise.resolve(value())
  }
  queues = (): Promise<PrinterChoice[]> => this.answer(() => this.printers)
  lookAtQueue = (): Promise<{ fault: null; isCertain: true }> =>
    this.answer(() => ({ fault: null, isCertain: true }) as const)
  submit = (queue: string, _pdf: Uint8Array, ticket: PrintTicket): Promise<number> =>
    this.answer(() => this.sent.push({ queue, ticket, at: this.time }))
  lookAtJob = async (job: number): Promise<JobLook> => {
    const open = { state: 'open', fault: null, suspicion: null, progress: 0 } as const
    const look = await this.answer(() => this.plan(this.time - (this.sent[job - 1]?.at ?? 0)))
    if (look instanceof PrintFailure) throw look
    if (look.state === 'printed' || !this.cancelled.includes(job)) return { ...open, ...look }
    return { ...open, state: 'lost' }
  }
  cancel = (job: number): Promise<void> => this.answer(() => void this.cancelled.push(job))
  /** So often the system keeps a job although it was told to forget it. */
  keeps = 0
  forget = (job: number): Promise<boolean> =>
    this.answer(() => {
      this.forgotten.push(job)
      return this.keeps-- <= 0
    })
  leftovers = (): Promise<number[]> => this.answer(() => this.left)
}

let system: FakeSystem
let settings: PrintSettings
let printer: Printer
/** Called whenever the printer waits. */
let meanwhile: () => void
const wait = (milliseconds: number): Promise<void> => {
  system.time += milliseconds
  meanwhile()
  return new Promise((resolve) => setImmediate(resolve))
}
beforeEach(() => {
  system = new FakeSystem()
  settings = { ...SETTINGS }
  meanwhile = () => undefined
  printer = createPrinter({ system, settings: () => settings, now: () => system.time, wait })
})

async function printed(): Promise<number> {
  const result = await printer.print(sheet, 'printer')
  if (!result.ok) throw new Error(result.reason)
  return result.jobId
}
const end = async (): Promise<JobEnd> => printer.endOf(await printed())

describe('the queue', () => {
  it('is the one of the settings', async () => {
    settings.printer = 'Chosen'
    await printed()
    expect(system.sent[0]?.queue).toBe('Chosen')
  })
  it('is the default of the system where the settings name none', async () => {
    system.printers.push({ name: 'Two', description: 'Two', isDefault: true })
    await printed()
    expect(system.sent[0]?.queue).toBe('Two')
  })
  it('is the first of the system where that has no default', async () => {
    await printed()
    expect(system.sent[0]?.queue).toBe('One')
  })
  it.each([
    ['Desk', 'Chosen', 'Desk'],
    ['', 'Chosen', 'Chosen'],
    ['', '', 'One'],
  ])('of a slip, with desk %j and printer %j, is %s', async (deskPrinter, name, queue) => {
    settings = { ...settings, deskPrinter, printer: name }
    await printer.print(sheet, 'deskPrinter')
    expect(system.sent[0]?.queue).toBe(queue)
  })
  it('is told paper, sides and colour', async () => {
    settings = { ...settings, paper: 'letter', duplex: true, colour: true }
    await printed()
    await printer.print(sheet, 'printer', { paper: 'a4', colour: false })
    expect(system.sent.map(({ ticket }) => ticket)).toEqual([
      { paper: 'letter', duplex: true, colour: true },
      { paper: 'a4', duplex: true, colour: false },
    ])
  })
})

it('leaves nothing of a sheet in memory', async () => {
  const pdf = await sheet()
  await printer.print(() => Promise.resolve(pdf), 'printer')
  expect(pdf.every((byte) => byte === 0)).toBe(true)
})

describe('nothing is taken', () => {
  it('where there is no printer', async () => {
    system.printers = []
    expect(await printer.print(sheet, 'printer')).toEqual({ ok: false, reason: 'no-printer' })
    expect(await printer.state()).toMatchObject({ printer: null, fault: 'no-printer' })
  })
  it('where the print service is away', async () => {
    system.isAway = true
    expect(await printer.print(sheet, 'printer')).toEqual({ ok: false, reason: 'no-service' })
    expect(await printer.state()).toMatchObject({ printer: null, fault: 'no-service' })
    expect(await printer.list()).toEqual([])
  })
  it('where the sheet cannot be made', async () => {
    const broken = (): Promise<Uint8Array> => Promise.reject(new Error('private words'))
    expect(await printer.print(broken, 'printer')).toEqual({ ok: false, reason: 'failed' })
    expect(system.sent).toEqual([])
  })
  it('when the visit ends while the sheet is made', async () => {
    const late = (): Promise<Uint8Array> => {
      printer.endVisit()
      return sheet()
    }
    expect(await printer.print(late, 'printer')).toEqual({ ok: false, reason: 'cancelled' })
    expect(system.sent).toEqual([])
  })
})

describe('a job', () => {
  it('that is printed ends well, and the system forgets it', async () => {
    system.plan = (since) => ({ state: since < 3_000 ? 'open' : 'printed' })
    expect(await end()).toEqual({ ok: true })
    expect(system.cancelled).toEqual([])
    expect(system.forgotten).toEqual([1])
  })
  it('that the system keeps for a while is forgotten nevertheless, also before the program ends', async () => {
    system.keeps = 3
    expect(await end()).toEqual({ ok: true })
    expect(system.forgotten).toEqual([1])
    await printer.takeBackAll()
    expect(system.forgotten).toEqual([1, 1, 1, 1])
  })
  it('that is lost ends with what is known of it', async () => {
    system.plan = () => ({ state: 'lost', fault: 'jammed' })
    expect(await end()).toEqual({ ok: false, reason: 'jammed' })
  })
  it('that is lost without a word ends with what was last in its way', async () => {
    system.plan = (since) => (since < 900 ? { fault: 'cover-open' } : { state: 'lost' })
    expect(await end()).toEqual({ ok: false, reason: 'cover-open' })
  })
  it('that somebody took out of the queue is cancelled', async () => {
    system.plan = () => ({ state: 'lost' })
    expect(await end()).toEqual({ ok: false, reason: 'cancelled' })
  })

  it.each([
    ['without a word', {}, 'too-slow'],
    ['without paper', { fault: 'out-of-paper' } as const, 'out-of-paper'],
    ['with an old suspicion', { suspicion: 'offline' } as const, 'offline'],
  ])('that does not move %s is taken back after a minute', async (_, look, reason) => {
    system.plan = () => look
    expect(await end()).toEqual({ ok: false, reason })
    expect(system.time).toBeGreaterThanOrEqual(60_000)
    expect(system.time).toBeLessThan(61_000)
    expect(system.cancelled).toEqual([1])
    expect(system.forgotten).toEqual([1])
  })
  it('gets a new minute with every step', async () => {
    system.plan = (since) =>
      since < 150_000 ? { progress: Math.floor(since / 50_000) } : { state: 'printed' }
    expect(await end()).toEqual({ ok: true })
  })
  it('gets a new minute when somebody has filled in paper', async () => {
    system.plan = (since) => {
      if (since < 50_000) return { fault: 'out-of-paper' }
      return { state: since < 90_000 ? 'open' : 'printed' }
    }
    expect(await end()).toEqual({ ok: true })
  })
  it('that only seems to move is taken back at last', async () => {
    system.plan = (since) => ({ progress: since })
    expect(await end()).toEqual({ ok: false, reason: 'too-slow' })
    expect(system.time).toBeLessThan(302_000)
  })

  it('can be taken back by the visitor', async () => {
    system.plan = () => ({})
    const id = await printed()
    expect(await printer.cancel(id)).toEqual({ ok: false, reason: 'cancelled' })
    expect(system.cancelled).toEqual([1])
  })
  it('that came out while it was taken back has come out', async () => {
    system.plan = () => ({ state: system.cancelled.length > 0 ? 'printed' : 'open' })
    expect(await printer.cancel(await printed())).toEqual({ ok: true })
  })
  it('is not known by a wrong number', async () => {
    expect(await printer.endOf(7)).toEqual({ ok: false, reason: 'cancelled' })
    expect(await printer.cancel(7)).toEqual({ ok: false, reason: 'cancelled' })
  })

  it('waits for a service that comes back', async () => {
    system.plan = (since) => {
      if (since < 30_000) return new PrintFailure('no-service')
      return { state: since < 40_000 ? 'open' : 'printed' }
    }
    expect(await end()).toEqual({ ok: true })
  })
  it('is taken back from a service that is away, as soon as it answers', async () => {
    system.plan = () => ({})
    const id = await printed()
    system.isAway = true
    expect(await printer.endOf(id)).toEqual({ ok: false, reason: 'no-service' })
    expect(system.cancelled).toEqual([])
    meanwhile = () => (system.isAway = system.time < 120_000)
    await expect.poll(() => system.forgotten).toEqual([1])
    expect(system.cancelled).toEqual([1])
  })
})

describe('when the visit ends', () => {
  it('a job that waits for something is taken back at once', async () => {
    system.plan = () => ({ fault: 'out-of-paper' })
    const ending = printer.endOf(await printed())
    printer.endVisit()
    expect(await ending).toEqual({ ok: false, reason: 'out-of-paper' })
    expect(system.time).toBeLessThan(1_000)
  })
  it('a job under way may still come out', async () => {
    system.plan = (since) => ({ state: since < 55_000 ? 'open' : 'printed', progress: since })
    const ending = printer.endOf(await printed())
    printer.endVisit()
    expect(await ending).toEqual({ ok: true })
  })
  it('a job under way is taken back after a minute, however much it moves', async () => {
    system.plan = (since) => ({ progress: since })
    const ending = printer.endOf(await printed())
    printer.endVisit()
    expect(await ending).toMatchObject({ ok: false })
    expect(system.time).toBeLessThan(61_000)
  })
  it('the next page cannot ask for jobs of the last one', async () => {
    system.plan = () => ({})
    const id = await printed()
    printer.endVisit()
    expect(await printer.endOf(id)).toEqual({ ok: false, reason: 'cancelled' })
    expect(await printer.cancel(id)).toEqual({ ok: false, reason: 'cancelled' })
  })
})

it('takes back everything when the program ends', async () => {
  system.plan = () => ({})
  await printed()
  await printed()
  await printer.takeBackAll()
  expect(system.cancelled.sort()).toEqual([1, 2])
  expect(system.time).toBeLessThan(1_000)
})

it('takes back what an earlier run left, as soon as the service is there', async () => {
  system.left = [41, 42]
  system.isAway = true
  meanwhile = () => (system.isAway = system.time < 30_000)
  await takeBackLeftovers(system, wait)
  expect(system.cancelled).toEqual([41, 42])
  expect(system.forgotten).toEqual([41, 42])
})

it('leaves no job behind, whatever happens to it', async () => {
  const someLook = fc.record({
    state: fc.constantFrom('open', 'open', 'open', 'printed', 'lost'),
    fault: fc.option(fc.constantFrom(...PRINT_FAULTS)),
    progress: fc.nat(9),
  })
  const someLooks = fc.array(someLook, { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(someLooks, fc.nat(20), fc.boolean(), async (looks, endsAt, isEnded) => {
      system = new FakeSystem()
      meanwhile = () => {
        if (isEnded && system.time > endsAt * 1_000) printer.endVisit()
      }
      printer = createPrinter({
        system,
        settings: () => ({ ...SETTINGS, printSeconds: 5 }),
        now: () => system.time,
        wait,
      })
      let isOver = false
      system.plan = (since) => {
        const look: Partial<JobLook> = looks[Math.floor(since / 1_500) % looks.length] ?? {}
        // A job that is over stays so.
        isOver ||= look.state !== 'open'
        return isOver && look.state === 'open' ? { state: 'lost' } : look
      }
      const result = await end()
      expect(system.forgotten).toEqual([1])
      expect(system.time).toBeLessThan(27_000)
      if (result.ok) expect(system.cancelled.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1_000 },
  )
})
