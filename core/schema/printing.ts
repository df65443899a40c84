import { z } from 'zod'

/**
 * Why nothing came out, or will not. Each has a line for visitors and one for staff in
 * `screens.yaml`, under `printer`.
 */
export const PRINT_FAULTS = [
  /** The system's print service does not answer. */
  'no-service',
  /** The print service knows no printer. */
  'no-printer',
  /** The printer that the settings name does not exist. */
  'missing',
  /** The queue takes no jobs. */
  'rejecting',
  /** The queue, or the printer, was stopped by somebody or by an error. */
  'stopped',
  'out-of-paper',
  'out-of-ink',
  'jammed',
  'cover-open',
  /** The printer is off or cannot be reached. */
  'offline',
  /** The printer shows a message of its own that has no name here. */
  'attention',
  /** The printer cannot print what was sent, like a paper that it does not know. */
  'unsupported',
  /** For the time that the settings allow nothing moved, and nobody said why. */
  'too-slow',
  /** Somebody took the job out of the queue, or the visit ended before it was printed. */
  'cancelled',
  /** The system failed, or does not say how it ended. */
  'failed',
] as const
export const PrintFault = z.enum(PRINT_FAULTS)
export type PrintFault = z.infer<typeof PrintFault>

/** Ours, not the system's: a page can ask only for jobs of its own visit. */
export const JobId = z.int().positive()

const Fault = z.object({ ok: z.literal(false), reason: PrintFault })

/** Whether the system has taken the job; that is not yet paper. */
export const PrintResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), jobId: JobId }),
  Fault,
])
export type PrintResult = z.infer<typeof PrintResult>

/** How a job ended: printed whole, or taken back, so that it never comes out later. */
export const JobEnd = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), Fault])
export type JobEnd = z.infer<typeof JobEnd>

/** What is known of the printer for handouts before anything is sent. */
export const PrinterState = z.object({
  /** The name of its queue; null when there is none. */
  printer: z.string().nullable(),
  /** What is in the way, or null. */
  fault: PrintFault.nullable(),
  /** Whether that is so now. Of a printer at rest the system may only know how its last job went. */
  isCertain: z.boolean(),
})
export type PrinterState = z.infer<typeof PrinterState>

/** A printer that staff can choose. */
export const PrinterChoice = z.object({
  /** What `settings.printer` holds. */
  name: z.string(),
  /** What people call it, like "HP LaserJet at the desk". */
  description: z.string(),
  isDefault: z.boolean(),
})
export type PrinterChoice = z.infer<typeof PrinterChoice>
