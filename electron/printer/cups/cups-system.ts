import type { IppAttribute } from 'ipp-encoder'
import type { PrintFault } from '../../../core/schema/printing'
import { PrintFailure, type JobLook, type PrintSystem, type PrintTicket } from '../print-system'
import { faultOfMessage, faultOfReasons } from './faults'
import {
  askIpp,
  integer,
  IPP,
  keyword,
  mime,
  text,
  truth,
  uri,
  type IppAnswer,
  type IppServer,
  type IppValues,
} from './ipp-client'

/** What everybody who looks at the queue may read: the same for every visitor. */
const TITLE = 'Sole to Spine'
/** Our own attribute of a job, which CUPS keeps: by it a kiosk knows its jobs from those of others. */
const MARK = 'sole-to-spine-kiosk'

const PRINTER_STOPPED = 5
const PROCESSING = 5
const PROCESSING_STOPPED = 6
const CANCELED = 7
const COMPLETED = 9

const MEDIA = { a4: 'iso_a4_210x297mm', letter: 'na_letter_8.5x11in' } as const

export interface CupsOptions {
  server: () => IppServer
  /** Name of the account that the jobs belong to. */
  user: string
  /** Tells this kiosk from others of the same user; the same at every start. */
  kiosk: string
}

/** CUPS, as Linux and macOS have it, spoken to by IPP alone: no program is started, no file written. */
export function cupsSystem({ server, user, kiosk }: CupsOptions): PrintSystem {
  /** The reasons that the queue had before a job, until they change: CUPS keeps those of the last one. */
  const told = new Map<number, string>()
  const ask = async (
    path: string,
    operation: number,
    attributes: { operation: IppAttribute[]; job?: IppAttribute[] },
    document?: Uint8Array,
  ): Promise<IppAnswer> => {
    try {
      return await askIpp(server(), path, operation, attributes, document)
    } catch (error) {
      // A connection that fails has a code; an answer that is no answer has none.
      const isAway = error instanceof Error && 'code' in error
      throw new PrintFailure(isAway ? 'no-service' : 'failed')
    }
  }
  const ofQueue = (queue: string): IppAttribute[] => [
    uri('printer-uri', `ipp://localhost${pathOf(queue)}`),
    text('requesting-user-name', user),
  ]
  const ofJob = (job: number): IppAttribute[] => [
    uri('job-uri', `ipp://localhost/jobs/${job}`),
    text('requesting-user-name', user),
  ]
  const printerOf = async (queue: string): Promise<IppValues> => {
    const { status, found } = await ask(pathOf(queue), IPP.getPrinterAttributes, {
      operation: [...ofQueue(queue), keyword('requested-attributes', ...PRINTER_ATTRIBUTES)],
    })
    const [printer] = found
    if (status === IPP.notFound) throw new PrintFailure('missing')
    if (status >= 0x100 || !printer) throw new PrintFailure('failed')
    return printer
  }

  return {
    queues: async () => {
      const [{ found }, { found: defaults }] = await Promise.all([
        ask('/', IPP.cupsGetPrinters, {
          operation: [keyword('requested-attributes', 'printer-name', 'printer-info')],
        }),
        ask('/', IPP.cupsGetDefault, {
          operation: [keyword('requested-attributes', 'printer-name')],
        }),
      ])
      const standard = textOf(defaults[0], 'printer-name')
      return found.map((printer) => {
        const name = textOf(printer, 'printer-name')
        return {
          name,
          description: textOf(printer, 'printer-info') || name,
          isDefault: name === standard,
        }
      })
    },

    lookAtQueue: async (queue) => {
      const printer = await printerOf(queue)
      const refusal = refusalOf(printer)
      if (refusal) return { fault: refusal, isCertain: true }
      const device = deviceOf(printer)
      if (!device) return { fault: faultOfReasons(reasonsOf(printer)), isCertain: false }
      try {
        const { found } = await askIpp(device.server, device.path, IPP.getPrinterAttributes, {
          operation: [
            uri('printer-uri', device.uri),
            keyword('requested-attributes', ...PRINTER_ATTRIBUTES),
          ],
        })
        const [itself] = found
        const fault = itself ? (haltOf(itself) ?? faultOfReasons(reasonsOf(itself))) : 'offline'
        return { fault, isCertain: true }
      } catch {
        return { fault: 'offline', isCertain: true }
      }
    },

    submit: async (queue, pdf, ticket) => {
      const printer = await printerOf(queue)
      const refusal = refusalOf(printer)
      // A stopped queue would take the job, and print it whenever somebody starts it again.
      if (refusal) throw new PrintFailure(refusal)
      const { status, found } = await ask(
        pathOf(queue),
        IPP.printJob,
        {
          operation: [
            ...ofQueue(queue),
            text('job-name', TITLE),
            mime('document-format', 'application/pdf'),
          ],
          job: [...templateOf(ticket), text(MARK, kiosk)],
        },
        pdf,
      )
      const id = numberOf(found[0], 'job-id')
      if (status >= 0x100 || !id) throw new PrintFailure(REFUSALS[status] ?? 'failed')
      told.set(id, reasonsOf(printer).join())
      return id
    },

    lookAtJob: async (job) => {
      const { status, found } = await ask('/jobs', IPP.getJobAttributes, {
        operation: [...ofJob(job), keyword('requested-attributes', ...JOB_ATTRIBUTES)],
      })
      const [values] = found
      // A job that CUPS has forgotten is over; how it ended nobody knows.
      if (status >= 0x100 || !values)
        return { state: 'lost', fault: 'failed', suspicion: null, progress: 0 }
      const queue = textOf(values, 'job-printer-uri').split('/').at(-1) ?? ''
      const printer = await printerOf(decodeURIComponent(queue))
      const isOld = told.get(job) === reasonsOf(printer).join()
      if (!isOld) told.delete(job)
      return jobLook(values, printer, isOld)
    },

    cancel: async (job) => {
      await ask('/jobs', IPP.cancelJob, { operation: ofJob(job) })
    },

    forget: async (job) => {
      told.delete(job)
      const purge = { operation: [...ofJob(job), truth('purge-job', true)] }
      await ask('/jobs', IPP.cancelJob, purge)
      // CUPS says yes also where it keeps the job, because its filters have not ended yet.
      const { status } = await ask('/jobs', IPP.getJobAttributes, { operation: ofJob(job) })
      return status === IPP.notFound
    },

    leftovers: async () => {
      const { found } = await ask('/', IPP.getJobs, {
        operation: [
          uri('printer-uri', 'ipp://localhost/'),
          text('requesting-user-name', user),
          keyword('which-jobs', 'not-completed'),
          truth('my-jobs', true),
          keyword('requested-attributes', 'job-id', MARK),
        ],
      })
      return found
        .filter((job) => textOf(job, MARK) === kiosk)
        .map((job) => numberOf(job, 'job-id'))
    },
  }
}

const PRINTER_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'device-uri',
]
const JOB_ATTRIBUTES = [
  'job-state',
  'job-state-reasons',
  'job-printer-uri',
  'job-printer-state-message',
  'job-impressions-completed',
  'job-media-sheets-completed',
]
const REFUSALS: Record<number, PrintFault> = {
  [IPP.notFound]: 'missing',
  [IPP.notAcceptingJobs]: 'rejecting',
  [IPP.documentFormatNotSupported]: 'unsupported',
  [IPP.attributesNotSupported]: 'unsupported',
}

const pathOf = (queue: string): string => `/printers/${encodeURIComponent(queue)}`

const textsOf = (values: IppValues | undefined, name: string): string[] =>
  (values?.get(name) ?? []).filter((value) => typeof value === 'string')
const textOf = (values: IppValues | undefined, name: string): string =>
  textsOf(values, name)[0] ?? ''
const numberOf = (values: IppValues | undefined, name: string): number =>
  Number(values?.get(name)?.[0] ?? 0) || 0

function templateOf({ paper, duplex, colour }: PrintTicket): IppAttribute[] {
  return [
    integer('copies', 1),
    keyword('media', MEDIA[paper]),
    keyword('sides', duplex ? 'two-sided-long-edge' : 'one-sided'),
    keyword('print-color-mode', colour ? 'color' : 'monochrome'),
    // The sheet has margins of its own; fitting it into those of a printer would shrink the letters.
    keyword('print-scaling', 'none'),
  ]
}

const reasonsOf = (printer: IppValues): string[] => textsOf(printer, 'printer-state-reasons')

/** What the queue itself refuses, whatever the printer behind it does. */
function refusalOf(printer: IppValues): PrintFault | null {
  return printer.get('printer-is-accepting-jobs')?.[0] === false ? 'rejecting' : haltOf(printer)
}

/** Why a queue prints nothing of what it has. Who paused it has not mended what was wrong before. */
function haltOf(printer: IppValues): PrintFault | null {
  if (numberOf(printer, 'printer-state') !== PRINTER_STOPPED) return null
  const reasons = reasonsOf(printer)
  return reasons.includes('paused') ? 'stopped' : (faultOfReasons(reasons) ?? 'stopped')
}

/** The printer itself, where it can be asked: by IPP on this very machine (as USB printers are). */
function deviceOf(printer: IppValues): { server: IppServer; path: string; uri: string } | null {
  const address = textOf(printer, 'device-uri')
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port, pathname } = new URL(address)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'ipp:' || !isHere) return null
  return {
    server: { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 631) },
    path: pathname,
    uri: address,
  }
}

/**
 * Completion is the job's state alone: pages are counted before they are paper. `isOld`: the reasons
 * of the printer are still those that it had before the job, and mean nothing for it yet.
 */
function jobLook(job: IppValues, printer: IppValues, isOld: boolean): JobLook {
  const state = numberOf(job, 'job-state')
  const reasons = faultOfReasons(reasonsOf(printer))
  const message = faultOfMessage(textOf(job, 'job-printer-state-message'))
  const fault = message ?? (isOld ? null : reasons)
  const look = {
    suspicion: reasons,
    progress:
      (state === PROCESSING ? 1 : 0) +
      numberOf(job, 'job-impressions-completed') +
      numberOf(job, 'job-media-sheets-completed'),
  }
  if (
    state === COMPLETED &&
    !textsOf(job, 'job-state-reasons').includes('job-completed-with-errors')
  )
    return { state: 'printed', fault: null, ...look }
  if (state >= CANCELED)
    return { state: 'lost', fault: fault ?? (state === CANCELED ? null : 'failed'), ...look }
  const isStuck = state === PROCESSING_STOPPED
  return { state: 'open', fault: haltOf(printer) ?? fault ?? (isStuck ? 'failed' : null), ...look }
}
