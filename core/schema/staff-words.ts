import { z } from 'zod'
import { CORNERS, WRITE_FAULTS } from '../staff/names'
import { PIN_FAULTS } from '../staff/pin-rules'
import { SETTING_FIELDS, SETTING_GROUPS } from '../staff/setting-fields'
import { COUNTED } from './counts'

const Text = z.string().trim().min(1).max(500, 'cut the text to 500 characters or less')
const each = <const Names extends readonly string[], Value extends z.ZodType>(
  names: Names,
  value: Value,
) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, value])) as Record<Names[number], Value>,
  )

const SettingWords = z.strictObject({
  name: Text,
  /** One line: what it does. */
  help: Text,
  /** Choices: the words of each option. */
  options: z.record(z.string(), Text).optional(),
})

/**
 * `content/words/<language>/staff.yaml`: what staff read. A language that has none shows staff the
 * words of the language that the content was written in. ICU MessageFormat.
 */
export const StaffWords = z.strictObject({
  bar: z.strictObject({
    label: Text,
    home: Text,
    /** `{n}`: how many exercises are on it. */
    handout: Text,
    lock: Text,
    leave: Text,
  }),
  stillThere: z.strictObject({ title: Text, body: Text, stay: Text, lock: Text }),
  pin: z.strictObject({
    title: Text,
    lead: Text,
    /** `{n}`: how many digits are typed. */
    typed: Text,
    erase: Text,
    enter: Text,
    wrong: Text,
    /** `{n}`. */
    waitSeconds: Text,
    waitMinutes: Text,
    checking: Text,
    lost: Text,
  }),
  shut: z.strictObject({
    offTitle: Text,
    off: Text,
    shutTitle: Text,
    shut: Text,
    recover: Text,
    notFound: Text,
    inserted: Text,
  }),
  home: z.strictObject({
    title: Text,
    owner: Text,
    clinician: Text,
    settings: Text,
    settingsHint: Text,
    printer: Text,
    printerHint: Text,
    handout: Text,
    handoutHint: Text,
    pins: Text,
    pinsHint: Text,
    counts: Text,
    countsHint: Text,
    restart: Text,
    restartHint: Text,
    restartAsk: Text,
    exit: Text,
    exitHint: Text,
    exitAsk: Text,
    cancel: Text,
    /** `{n}`: how many wrong PINs were tried before. */
    wrongPins: Text,
  }),
  notes: each(['settings-from-backup', 'settings-defaults', 'no-recovery'] as const, Text),
  pins: z.strictObject({
    title: Text,
    rules: Text,
    owner: Text,
    ownerHint: Text,
    clinician: Text,
    clinicianHint: Text,
    change: Text,
    set: Text,
    remove: Text,
    again: Text,
    differ: Text,
    done: Text,
    recovery: Text,
    recoveryHint: Text,
    recoveryMake: Text,
    recoveryDone: Text,
    faults: each([...PIN_FAULTS, 'same', 'locked', 'no-stick', ...WRITE_FAULTS] as const, Text),
  }),
  settings: z.strictObject({
    title: Text,
    groups: each(SETTING_GROUPS, Text),
    search: Text,
    searchHelp: Text,
    noneFound: Text,
    ownerOnly: Text,
    save: Text,
    cancel: Text,
    saved: Text,
    more: Text,
    earlier: Text,
    on: Text,
    off: Text,
    empty: Text,
    /** `{n}`. */
    seconds: Text,
    /** `{n}`: inches, with one digit after the point. */
    inches: Text,
    less: Text,
    moreOf: Text,
    chosen: Text,
    corners: each(CORNERS, Text),
    cornersFirst: Text,
    cornersThen: Text,
    allLanguages: Text,
    systemPrinter: Text,
    noPrinters: Text,
    otherCountry: Text,
    noExercises: Text,
    faults: each(['locked', 'owner-only', 'not-allowed', ...WRITE_FAULTS] as const, Text),
    fields: each(Object.keys(SETTING_FIELDS) as (keyof typeof SETTING_FIELDS)[], SettingWords),
  }),
  calibration: z.strictObject({ hold: Text, card: Text, smaller: Text, larger: Text }),
  keyboard: z.strictObject({
    label: Text,
    shift: Text,
    accents: Text,
    signs: Text,
    letters: Text,
    space: Text,
    erase: Text,
    eraseAll: Text,
  }),
  setUp: z.strictObject({
    welcome: Text,
    welcomeBody: Text,
    start: Text,
    later: Text,
    /** `{n}`, `{total}`. */
    progress: Text,
    next: Text,
    back: Text,
    skip: Text,
    suggested: Text,
    notSigned: Text,
    /** `{sources}`, `{unchecked}`, `{rules}`. */
    unchecked: Text,
    ownerPin: Text,
    ownerPinHelp: Text,
    clinicianPin: Text,
    clinicianPinHelp: Text,
    recovery: Text,
    recoveryHelp: Text,
    done: Text,
    /** `{first}`, `{second}`: the corners. */
    doneBody: Text,
    finish: Text,
  }),
  /** Saving a handout as PDF. */
  save: z.strictObject({
    open: Text,
    title: Text,
    lead: Text,
    noStick: Text,
    /** `{stick}`. */
    to: Text,
    look: Text,
    saving: Text,
    /** `{stick}`, `{file}`. */
    done: Text,
    close: Text,
    faults: each(['locked', 'no-stick', 'not-made', ...WRITE_FAULTS] as const, Text),
  }),
  printer: z.strictObject({
    title: Text,
    ready: Text,
    none: Text,
    unsure: Text,
    check: Text,
    test: Text,
    choose: Text,
    testing: Text,
    testDone: Text,
  }),
  counts: z.strictObject({
    title: Text,
    lead: Text,
    off: Text,
    things: each(COUNTED, Text),
    /** `{n}`: days. */
    days: Text,
    /** `{n}`: the sum, `{days}`. */
    total: Text,
    /** The same where some numbers are hidden. */
    atLeast: Text,
    none: Text,
    few: Text,
    /** `{n}`: of a sum with hidden numbers in it. */
    orMore: Text,
    hidden: Text,
    day: Text,
    kind: Text,
    number: Text,
    /** `{n}`: 1 to 4. */
    level: Text,
    right: Text,
    wrong: Text,
    export: Text,
    /** `{name}`: of the file. */
    exported: Text,
    faults: each(['locked', 'no-stick', ...WRITE_FAULTS] as const, Text),
  }),
})
export type StaffWords = z.infer<typeof StaffWords>
