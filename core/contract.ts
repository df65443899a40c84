import { z } from 'zod'
import { Bundle } from './schema/pack'
import { JobEnd, JobId, PrinterChoice, PrinterState } from './schema/printing'
import { Settings } from './schema/settings'

/** Why there is nothing to show; the page turns it into a full-screen notice for staff. */
export const ContentFailure = z.enum(['folder-missing', 'nothing-sound'])

/** Every message that may cross between page and shell: name, input, output. */
export const contract = {
  /** The compiled content and the settings that the page needs. */
  loadContent: {
    input: z.void(),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), bundle: Bundle, settings: Settings }),
      z.object({ ok: z.literal(false), reason: ContentFailure }),
    ]),
  },
  /** The visitor is gone or done: forget everything and begin anew in a new window. */
  endVisit: { input: z.void(), output: z.void() },
  /** How a job of this visit ends; resolves then, which may take some minutes. */
  printJobEnd: { input: z.strictObject({ jobId: JobId }), output: JobEnd },
  /** Takes a job of this visit back. It may have come out before that. */
  cancelPrint: { input: z.strictObject({ jobId: JobId }), output: JobEnd },
  /** What is known of the printer for handouts before anything is sent. */
  printerState: { input: z.void(), output: PrinterState },
  /** The printers that staff can choose from. */
  listPrinters: { input: z.void(), output: z.array(PrinterChoice) },
  /** The page is alive; without one for some seconds it is taken for hung and replaced. */
  heartbeat: { input: z.void(), output: z.void() },
} as const

type Contract = typeof contract
export type MessageName = keyof Contract
export type Input<Name extends MessageName> = z.infer<Contract[Name]['input']>
export type Output<Name extends MessageName> = z.infer<Contract[Name]['output']>

/** What the page may call. Preload, and the fake of the unit tests, are checked against it. */
export type Bridge = {
  [Name in MessageName]: (input: Input<Name>) => Promise<Output<Name>>
}

/** What the shell answers with, one handler per message. */
export type Handlers = {
  [Name in MessageName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>
}
