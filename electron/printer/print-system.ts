import type { PrinterChoice, PrintFault } from '../../core/schema/printing'

/** How a sheet is to come out. */
export interface PrintTicket {
  paper: 'a4' | 'letter'
  duplex: boolean
  colour: boolean
}

/** What the system says of a queue before anything is sent. */
export interface QueueLook {
  fault: PrintFault | null
  /** Whether that is so now, and not only how the last job went. */
  isCertain: boolean
}

/** What the system says of a job. */
export interface JobLook {
  /** `lost`: it ended, and came out not at all or in part. */
  state: 'open' | 'printed' | 'lost'
  /** What is in its way now, or why it was lost, where the system knows. */
  fault: PrintFault | null
  /** What was in the way of the last job, and may be again. */
  suspicion: PrintFault | null
  /** Grows whenever the job gets further: a count without unit. */
  progress: number
}

/** One of the print systems of this world, CUPS or the spooler of Windows. Speaks of jobs by its own ids. */
export interface PrintSystem {
  queues: () => Promise<PrinterChoice[]>
  lookAtQueue: (queue: string) => Promise<QueueLook>
  /** Hands a PDF over; it is not printed when this resolves. */
  submit: (queue: string, pdf: Uint8Array, ticket: PrintTicket) => Promise<number>
  lookAtJob: (job: number) => Promise<JobLook>
  /** Takes a job back. That it is over is not yet said. */
  cancel: (job: number) => Promise<void>
  /**
   * Makes the system forget a job that is over: its name, its times, its document. False while it
   * will not, since a job that was cancelled lets go of its printer only after a while.
   */
  forget: (job: number) => Promise<boolean>
  /** The jobs that an earlier run of this kiosk left waiting. */
  leftovers: () => Promise<number[]>
}

/** Thrown by a print system: what it was asked for is not to be had. */
export class PrintFailure extends Error {
  constructor(readonly reason: PrintFault) {
    super(`printing: ${reason}`)
  }
}
