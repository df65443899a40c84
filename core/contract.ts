import { z } from 'zod'
import { Counted, ShownCounts } from './schema/counts'
import { HandoutRequest } from './schema/handout'
import { LanguageTag } from './schema/id'
import { Bundle, OfferedLanguage, Words } from './schema/pack'
import { JobEnd, JobId, PrinterChoice, PrinterState, PrintResult } from './schema/printing'
import { Settings } from './schema/settings'
import { PIN_FAULTS } from './staff/pin-rules'
import { STAFF_MODES, STAFF_ROLES, WRITE_FAULTS } from './staff/names'

/** Why there is nothing to show; the page turns it into a full-screen notice for staff. */
export const ContentFailure = z.enum(['folder-missing', 'nothing-sound'])

/** What a page opens with. The PIN pad and the set-up get a new page, which knows no visit. */
export const Opening = z.enum(['attract', 'staff', 'set-up'])

const Role = z.enum(STAFF_ROLES)
const Pin = z.string().max(40)
const Done = z.object({ ok: z.literal(true) })
const refused = <const Reasons extends readonly [string, ...string[]]>(...reasons: Reasons) =>
  z.object({ ok: z.literal(false), reason: z.enum([...reasons, ...WRITE_FAULTS]) })

/** What staff should know when they come in. */
export const StaffNote = z.enum(['settings-from-backup', 'settings-defaults', 'no-recovery'])

/** Every message that may cross between page and shell: name, input, output. */
export const contract = {
  /** The compiled content, in one language, and the settings that the page needs. */
  loadContent: {
    input: z.void(),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        /** With the words of the first language alone; `loadWords` brings those of another. */
        bundle: Bundle,
        /** The languages that visitors are offered; a visit begins with the first. */
        languages: z.array(OfferedLanguage).min(1),
        settings: Settings,
        /** Missing: with the attract screen. */
        opening: Opening.optional(),
      }),
      z.object({ ok: z.literal(false), reason: ContentFailure }),
    ]),
  },
  /** All words of one language; null where the content has none in it. */
  loadWords: { input: z.strictObject({ tag: LanguageTag }), output: Words.nullable() },
  /** The visitor is gone or done: forget everything and begin anew in a new window. */
  endVisit: { input: z.void(), output: z.void() },
  /** Prints a handout. It is accepted when this resolves, and not yet paper. */
  printHandout: { input: HandoutRequest, output: PrintResult },
  /** Asks the desk by a slip of paper to come to the kiosk. Nothing that was answered stands on it. */
  printDeskSlip: { input: z.void(), output: PrintResult },
  /** How a job of this visit ends; resolves then, which may take some minutes. */
  printJobEnd: { input: z.strictObject({ jobId: JobId }), output: JobEnd },
  /** Takes a job of this visit back. It may have come out before that. */
  cancelPrint: { input: z.strictObject({ jobId: JobId }), output: JobEnd },
  /** What is known of the printer for handouts before anything is sent. */
  printerState: { input: z.void(), output: PrinterState },
  /** The printers that staff can choose from; none until they are in. */
  listPrinters: { input: z.void(), output: z.array(PrinterChoice) },
  /** The visitor looks at this handout, so that it may soon be wanted on paper. */
  prepareHandout: { input: HandoutRequest, output: z.void() },
  /** The page is alive; without one for some seconds it is taken for hung and replaced. */
  heartbeat: { input: z.void(), output: z.void() },
  /** How loud speech is, from 0 to 1, for systems that do not hear it from the page. */
  setSpeechVolume: {
    input: z.strictObject({ share: z.number().min(0).max(1) }),
    output: z.void(),
  },

  /** Something happened that is counted: a number for the day, and nothing else of it. */
  count: { input: Counted, output: z.void() },

  /** Somebody came by the hidden way in: ends the visit, and shows the PIN pad in a new window. */
  callStaff: { input: z.void(), output: z.void() },
  /** What lies behind the way in, and to those who are in, what they must know. */
  staffState: {
    input: z.void(),
    output: z.object({
      mode: z.enum(STAFF_MODES),
      waitSeconds: z.number(),
      role: z.enum([...STAFF_ROLES, 'set-up']).nullable(),
      /** The rest is empty until somebody is in. */
      hasClinicianPin: z.boolean(),
      notes: z.array(StaffNote),
      /** Every language that the content has; what visitors are offered may be fewer. */
      languages: z.array(z.object({ tag: LanguageTag, name: z.string() })),
      /** What the system says of itself, ISO 3166-1 alpha-2, or empty. */
      systemCountry: z.string(),
    }),
  },
  /** Opens staff mode in this window, and tells how many wrong PINs were tried before. */
  unlockStaff: {
    input: z.strictObject({ pin: Pin }),
    output: z.union([
      z.object({ ok: z.literal(true), role: Role, wrongPins: z.number() }),
      z.object({
        ok: z.literal(false),
        reason: z.enum(['wrong', 'wait', 'off', 'shut', 'busy', ...WRITE_FAULTS]),
        waitSeconds: z.number().optional(),
      }),
    ]),
  },
  /** Opens staff mode for the first set-up alone, where that is allowed. */
  beginSetUp: { input: z.void(), output: z.boolean() },
  /** Opens staff mode for the owner by the secret on a stick, which counts once. */
  recoverStaff: { input: z.void(), output: z.union([Done, refused('not-found')]) },
  /** Writes the secret for a later recovery to the stick that is plugged in; owner. */
  makeRecoveryFile: { input: z.void(), output: z.union([Done, refused('locked', 'no-stick')]) },
  /** Staff are there: staff mode stays open for its time from now. */
  staffIsThere: { input: z.void(), output: z.void() },
  /** Sets a PIN, or with null takes it from the clinicians; owner, or the first set-up. */
  setPin: {
    input: z.strictObject({ role: Role, pin: Pin.nullable() }),
    output: z.union([Done, refused('locked', 'same', ...PIN_FAULTS)]),
  },
  /** Changes some settings, which count at once; see `OWNER_SETTINGS` for what only owners may. */
  writeSettings: {
    input: z.strictObject({ changes: z.record(z.string().max(60), z.unknown()) }),
    output: z.union([
      z.object({ ok: z.literal(true), settings: Settings }),
      refused('locked', 'owner-only', 'not-allowed'),
    ]),
  },
  /** How often the kiosk was used, per day; small numbers are hidden. */
  readCounts: {
    input: z.void(),
    output: z.union([z.object({ ok: z.literal(true), days: ShownCounts }), refused('locked')]),
  },
  /** Writes these counts to the stick that is plugged in; `name` is the file's. */
  exportCounts: {
    input: z.void(),
    output: z.union([
      z.object({ ok: z.literal(true), name: z.string() }),
      refused('locked', 'no-stick'),
    ]),
  },
  /** The sticks that are plugged in, by their names; none until staff mode is open. */
  listSticks: { input: z.void(), output: z.array(z.string()) },
  /** Writes a handout as PDF to a stick, for staff; `file` is its name there. */
  saveHandoutPdf: {
    input: z.strictObject({ request: HandoutRequest, stick: z.string().max(255) }),
    output: z.union([
      z.object({ ok: z.literal(true), file: z.string() }),
      refused('locked', 'no-stick', 'not-made'),
    ]),
  },
  /** Ends the program, or starts it anew; the one way out. */
  quitKiosk: {
    input: z.strictObject({ how: z.enum(['restart', 'exit']) }),
    output: z.union([Done, refused('locked')]),
  },
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
