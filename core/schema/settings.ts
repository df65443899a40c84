import { z } from 'zod'
import { KEY_CODE, KEYPAD_NAMES, readKeypadKeys } from '../access/keypads'
import { DEFAULT_SETTINGS } from '../settings-defaults'
import { CORNERS } from '../staff/names'
import { Id, LanguageTag } from './id'

const Line = z.string().trim().max(80)

/** What a clinic may change. Every field has a sound default, so that an empty file is a whole one. */
export const Settings = z.strictObject({
  /** Stands at the head of the handout; empty leaves it out. */
  clinicName: Line.default(DEFAULT_SETTINGS.clinicName),
  clinicPhone: z.string().trim().max(30).default(DEFAULT_SETTINGS.clinicPhone),
  /** A PNG or JPEG in the folder of the settings file, by its name; empty is none. */
  clinicLogo: z
    .string()
    .regex(/^([A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(png|jpe?g))?$/, 'name a PNG or JPEG file')
    .default(DEFAULT_SETTINGS.clinicLogo),
  /** Country of the clinic, ISO 3166-1 alpha-2 like US; empty is not said. */
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'write the country as two capitals, like US')
    .default(DEFAULT_SETTINGS.country),
  /** The number to call in an emergency; empty shows "your local emergency number". */
  emergencyNumber: z.string().max(20).default(DEFAULT_SETTINGS.emergencyNumber),
  /** The number to call or text in a crisis; empty leaves that line out of the safety net. */
  crisisLine: z.string().trim().max(30).default(DEFAULT_SETTINGS.crisisLine),
  /** The languages that visitors are offered, in this order; empty offers all that the content has. */
  languages: z.array(LanguageTag).default(DEFAULT_SETTINGS.languages),

  /** Diagonal of the screen in inches; layout units are derived from it. */
  diagonalInches: z.number().min(10).max(100).default(DEFAULT_SETTINGS.diagonalInches),
  /** Seconds without a touch before the kiosk asks "Still there?". */
  askAfterSeconds: z.number().positive().max(3600).default(DEFAULT_SETTINGS.askAfterSeconds),
  /** Seconds that question stays before the visit ends. */
  countdownSeconds: z.number().positive().max(600).default(DEFAULT_SETTINGS.countdownSeconds),
  /** The same two for the questions of "Should I see someone?", where people think longer. */
  triageAskAfterSeconds: z
    .number()
    .positive()
    .max(3600)
    .default(DEFAULT_SETTINGS.triageAskAfterSeconds),
  triageCountdownSeconds: z
    .number()
    .positive()
    .max(600)
    .default(DEFAULT_SETTINGS.triageCountdownSeconds),
  /** Seconds that a result of level 1 or 2 stays when nobody touches it. */
  urgentResultSeconds: z
    .number()
    .positive()
    .max(3600)
    .default(DEFAULT_SETTINGS.urgentResultSeconds),

  /**
   * Is "Should I see someone?" asked here? Where it is off its door says how to speak to the staff.
   * No clinician has signed the rules yet, so the owner is asked at first start.
   */
  triageOn: z.boolean().default(DEFAULT_SETTINGS.triageOn),
  /** At level 1: print a slip "Please come to the kiosk" on the printer of the desk. */
  deskSlip: z.boolean().default(DEFAULT_SETTINGS.deskSlip),
  /** At level 1: play a soft tone. */
  deskTone: z.boolean().default(DEFAULT_SETTINGS.deskTone),
  /** The print queue of the desk; empty uses `printer`. */
  deskPrinter: z.string().max(127).default(DEFAULT_SETTINGS.deskPrinter),
  /**
   * Ids of exercises that are off until a clinician of the site switches them on, like nerve-slider.
   */
  exercisesSwitchedOn: z.array(Id).default(DEFAULT_SETTINGS.exercisesSwitchedOn),

  /** The keypad beside the screen; its keys are heard only when it is named here. */
  keypad: z.enum(KEYPAD_NAMES).default(DEFAULT_SETTINGS.keypad),
  /**
   * Keys of the keypad that are not as `core/access/keypads.ts` has them, by the names of
   * `KeyboardEvent.code`, like `up=F18 select=F20`; all keys of a `custom` keypad.
   */
  keypadKeys: z
    .string()
    .max(400)
    .refine((text) => readKeypadKeys(text) !== null, 'name keys like up=F18 select=F20')
    .default(DEFAULT_SETTINGS.keypadKeys),
  /** Does a light walk over the controls by itself, so that one switch is enough? */
  switchScan: z.boolean().default(DEFAULT_SETTINGS.switchScan),
  /** Seconds that the light stays on each. */
  switchSeconds: z.number().min(0.3).max(15).default(DEFAULT_SETTINGS.switchSeconds),
  /** The key that the switch sends, by its `KeyboardEvent.code`. */
  switchKey: z
    .string()
    .regex(KEY_CODE, 'name a key like Space, Enter or F13')
    .default(DEFAULT_SETTINGS.switchKey),
  /** Does only the visitor hear what is spoken? Private questions are read aloud only then. */
  headset: z.boolean().default(DEFAULT_SETTINGS.headset),

  /** The print queue for handouts, by its system name; empty uses the one that the system names first. */
  printer: z.string().max(127).default(DEFAULT_SETTINGS.printer),
  paper: z.enum(['a4', 'letter']).default(DEFAULT_SETTINGS.paper),
  /** Print on both sides of the paper. */
  duplex: z.boolean().default(DEFAULT_SETTINGS.duplex),
  /** Print in colour; else in pure black. */
  colour: z.boolean().default(DEFAULT_SETTINGS.colour),
  /**
   * Seconds without progress after which a print is taken back; and how long one that is under way
   * may still come out when its visit is over.
   */
  printSeconds: z.number().min(5).max(600).default(DEFAULT_SETTINGS.printSeconds),
  /** Days of the tick grid on the handout. */
  tickDays: z.literal([14, 28]).default(DEFAULT_SETTINGS.tickDays),

  /** Count per day how often what was used: numbers alone, about nobody. */
  countUse: z.boolean().default(DEFAULT_SETTINGS.countUse),

  /** Staff hold the first corner of the screen for three seconds, then the second one. */
  staffCorners: z
    .tuple([z.enum(CORNERS), z.enum(CORNERS)])
    .refine(([first, second]) => first !== second, 'name two different corners')
    .default(DEFAULT_SETTINGS.staffCorners),
  /** Seconds without a touch before staff mode locks by itself. */
  staffLockSeconds: z.number().positive().max(600).default(DEFAULT_SETTINGS.staffLockSeconds),
})
export type Settings = z.infer<typeof Settings>
