/** What a key of a keypad asks for. */
export const KEYPAD_ACTIONS = [
  'up',
  'down',
  'select',
  'left',
  'right',
  'help',
  'repeat',
  'louder',
  'quieter',
  'headset-in',
  'headset-out',
] as const
export type KeypadAction = (typeof KEYPAD_ACTIONS)[number]

export const KEYPAD_NAMES = ['none', 'arrows', 'ez-access', 'audionav', 'custom'] as const
export type KeypadName = (typeof KEYPAD_NAMES)[number]

/**
 * How we know what a key sends: the platform defines it, the maker's manual says so, or it is what
 * such devices are said to send and nobody has tried it here.
 */
type Certainty = 'defined' | 'documented' | 'unconfirmed'

interface KeypadKey {
  action: KeypadAction
  /** As `KeyboardEvent.code` names it: the key by its place, whatever the system's layout. */
  code: string
  certainty: Certainty
}

const key = (action: KeypadAction, code: string, certainty: Certainty): KeypadKey => ({
  action,
  code,
  certainty,
})

const ARROWS: readonly KeypadKey[] = [
  key('up', 'ArrowUp', 'defined'),
  key('down', 'ArrowDown', 'defined'),
  key('left', 'ArrowLeft', 'defined'),
  key('right', 'ArrowRight', 'defined'),
  key('select', 'Enter', 'defined'),
  key('select', 'NumpadEnter', 'defined'),
]

/**
 * Storm Interface makes both keypads; they are USB keyboards (HID) with a default table, a second
 * one, and one that the buyer writes into the device. The manuals (AudioNav 1400 rev. 1.5, page 28;
 * EZ-Key rev. 1, page 34) say of the default table that "<<" sends usage 0x72, which is F23; we
 * could not read the table itself. The other function keys are the neighbours that such devices
 * are said to use, and must be tried with the device at hand: the page that explains the keys names
 * each one that is pressed, and `keypadKeys` changes any of them.
 */
const STORM: readonly KeypadKey[] = [
  key('headset-in', 'F15', 'unconfirmed'),
  key('headset-out', 'F16', 'unconfirmed'),
  key('help', 'F17', 'unconfirmed'),
  key('up', 'F18', 'unconfirmed'),
  key('down', 'F19', 'unconfirmed'),
  key('select', 'F20', 'unconfirmed'),
  key('quieter', 'F21', 'unconfirmed'),
  key('louder', 'F22', 'unconfirmed'),
  key('left', 'F23', 'documented'),
  key('right', 'F24', 'unconfirmed'),
]

/** The keys of each keypad that a clinic can name. The second table of such devices has arrows. */
export const KEYPADS: Readonly<Record<KeypadName, readonly KeypadKey[]>> = {
  none: [],
  arrows: ARROWS,
  'ez-access': [...STORM, ...ARROWS],
  audionav: [
    ...STORM,
    ...ARROWS,
    key('louder', 'AudioVolumeUp', 'documented'),
    key('quieter', 'AudioVolumeDown', 'documented'),
  ],
  custom: [],
}

/** Codes that a keypad or switch may use; the system's own keys are none of them. */
export const KEY_CODE =
  /^(Arrow(Up|Down|Left|Right)|Enter|Space|Escape|Home|End|Page(Up|Down)|F([1-9]|1\d|2[0-4])|Numpad(\d|Enter|Add|Subtract|Decimal)|Digit\d|Key[A-Z]|AudioVolume(Up|Down|Mute))$/

const CHANGE = /^([a-z-]+)=([A-Za-z0-9]+)$/

/**
 * Reads what differs from a keypad's table, like `up=F18 select=F20`.
 * @returns the keys in order, or null when something in it is no action or no key
 */
export function readKeypadKeys(text: string): readonly (readonly [KeypadAction, string])[] | null {
  const changes = text.split(/[\s,]+/).filter(Boolean)
  const read = changes.map((change): readonly [KeypadAction, string] | null => {
    const [, name, code = ''] = CHANGE.exec(change) ?? []
    const action = KEYPAD_ACTIONS.find((some) => some === name)
    return action && KEY_CODE.test(code) ? [action, code] : null
  })
  return read.every((some) => some !== null) ? read : null
}

/** The settings that say which keys do something without touch. */
export interface KeySettings {
  keypad: KeypadName
  keypadKeys: string
  switchScan: boolean
  switchKey: string
}

/**
 * What each key does, by its code. A key that is named in `keypadKeys` replaces those that the
 * keypad's table has for the same action.
 */
export function keypadTable({
  keypad,
  keypadKeys,
}: KeySettings): ReadonlyMap<string, KeypadAction> {
  if (keypad === 'none') return new Map()
  const changes = readKeypadKeys(keypadKeys) ?? []
  const changed = new Set(changes.map(([action]) => action))
  return new Map([
    ...KEYPADS[keypad]
      .filter(({ action }) => !changed.has(action))
      .map(({ code, action }) => [code, action] as const),
    ...changes.map(([action, code]) => [code, action] as const),
  ])
}

/** The codes that the page must hear besides what a keyboard of the kiosk may always send. */
export function extraCodes(settings: KeySettings): ReadonlySet<string> {
  return new Set([
    ...keypadTable(settings).keys(),
    ...(settings.switchScan ? [settings.switchKey] : []),
  ])
}
