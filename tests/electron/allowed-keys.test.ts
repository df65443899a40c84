import { describe, expect, it } from 'vitest'
import { extraCodes } from '../../core/access/keypads'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { isAllowedKey } from '../../electron/allowed-keys'

const alone = { code: '', control: false, alt: false, meta: false }
const NONE: ReadonlySet<string> = new Set()

describe('isAllowedKey', () => {
  it.each([
    ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Tab', 'Enter', ' '],
    ...['PageUp', 'PageDown', 'Home', 'End', 'Escape'],
  ])('lets %j through', (key) => {
    expect(isAllowedKey({ key, ...alone }, NONE)).toBe(true)
  })

  it.each([
    ...Array.from({ length: 24 }, (_, number) => `F${number + 1}`),
    ...[
      'a',
      'Z',
      '1',
      '+',
      '-',
      'ß',
      'Backspace',
      'Delete',
      'Insert',
      'ContextMenu',
      'PrintScreen',
    ],
    ...[
      'Meta',
      'Super',
      'Hyper',
      'Control',
      'Alt',
      'AltGraph',
      'Fn',
      'Process',
      'Unidentified',
      '',
    ],
    ...['BrowserBack', 'BrowserHome', 'LaunchMail', 'AudioVolumeUp', 'MediaPlayPause', 'Power'],
    ...['tab', 'Spacebar', 'arrowleft', '__proto__', 'constructor'],
  ])('swallows %j', (key) => {
    expect(isAllowedKey({ key, ...alone }, NONE)).toBe(false)
  })

  it.each(['control', 'alt', 'meta'] as const)('swallows everything held with %s', (held) => {
    for (const key of ['Tab', 'Enter', ' ', 'ArrowLeft', 'Home', 'Escape', 'PageDown'])
      expect(isAllowedKey({ key, ...alone, [held]: true }, NONE)).toBe(false)
  })

  it('lets the keys of a keypad through only where the clinic has named it', () => {
    const press = { ...alone, key: 'F18', code: 'F18' }
    expect(isAllowedKey(press, extraCodes(DEFAULT_SETTINGS))).toBe(false)
    expect(isAllowedKey(press, extraCodes({ ...DEFAULT_SETTINGS, keypad: 'arrows' }))).toBe(false)
    const named = extraCodes({ ...DEFAULT_SETTINGS, keypad: 'audionav' })
    expect(isAllowedKey(press, named)).toBe(true)
    expect(isAllowedKey({ ...press, control: true }, named)).toBe(false)
    expect(isAllowedKey({ ...alone, key: 'F5', code: 'F5' }, named)).toBe(false)
  })

  it('lets the key of a switch through only where one is used', () => {
    const press = { ...alone, key: 'F13', code: 'F13' }
    const settings = { ...DEFAULT_SETTINGS, switchKey: 'F13' }
    expect(isAllowedKey(press, extraCodes(settings))).toBe(false)
    expect(isAllowedKey(press, extraCodes({ ...settings, switchScan: true }))).toBe(true)
  })
})
