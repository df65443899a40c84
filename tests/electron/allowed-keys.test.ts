import { describe, expect, it } from 'vitest'
import { isAllowedKey } from '../../electron/allowed-keys'

const alone = { control: false, alt: false, meta: false }

describe('isAllowedKey', () => {
  it.each([
    ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Tab', 'Enter', ' '],
    ...['PageUp', 'PageDown', 'Home', 'End', 'Escape'],
  ])('lets %j through', (key) => {
    expect(isAllowedKey({ key, ...alone })).toBe(true)
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
    expect(isAllowedKey({ key, ...alone })).toBe(false)
  })

  it.each(['control', 'alt', 'meta'] as const)('swallows everything held with %s', (held) => {
    for (const key of ['Tab', 'Enter', ' ', 'ArrowLeft', 'Home', 'Escape', 'PageDown'])
      expect(isAllowedKey({ key, ...alone, [held]: true })).toBe(false)
  })
})
