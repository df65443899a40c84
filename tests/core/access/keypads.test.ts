import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  extraCodes,
  KEY_CODE,
  KEYPAD_ACTIONS,
  KEYPAD_NAMES,
  KEYPADS,
  keypadTable,
  readKeypadKeys,
} from '../../../core/access/keypads'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import { Settings } from '../../../core/schema/settings'

const named = KEYPAD_NAMES.filter((name) => KEYPADS[name].length > 0)

describe('the table of a keypad', () => {
  it.each(named)('of %s moves, chooses, and gives no key two meanings', (keypad) => {
    const actions = new Set(keypadTable({ ...DEFAULT_SETTINGS, keypad }).values())
    for (const needed of ['up', 'down', 'select'] as const) expect(actions).toContain(needed)
    const codes = KEYPADS[keypad].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(KEY_CODE)
  })

  it('is empty until a keypad is named, whatever keys are named', () => {
    const settings = { ...DEFAULT_SETTINGS, keypadKeys: 'up=F18' }
    expect(keypadTable(settings).size).toBe(0)
    expect(extraCodes(settings).size).toBe(0)
  })

  it('takes a key from the clinic in place of its own for the same action', () => {
    const table = keypadTable({ ...DEFAULT_SETTINGS, keypad: 'audionav', keypadKeys: 'help=F13' })
    expect(table.get('F13')).toBe('help')
    expect(table.get('F17')).toBeUndefined()
    expect(table.get('F18')).toBe('up')
  })
})

describe('keys as a clinic writes them', () => {
  it('are read in order, and refused whole when one is no key or no action', () => {
    expect(readKeypadKeys('up=F18, select=F20')).toEqual([
      ['up', 'F18'],
      ['select', 'F20'],
    ])
    expect(readKeypadKeys('')).toEqual([])
    for (const wrong of ['up', 'up=', 'jump=F18', 'up=Meta', 'up=PrintScreen', 'up=F25', 'up=F5 x'])
      expect(readKeypadKeys(wrong)).toBeNull()
    expect(Settings.safeParse({ keypadKeys: 'up=Meta' }).success).toBe(false)
    expect(Settings.safeParse({ switchKey: 'MetaLeft' }).success).toBe(false)
  })

  it('never let a key through that is none of those named', () => {
    const code = fc.constantFrom('F1', 'F12', 'F24', 'Enter', 'KeyQ', 'Numpad5', 'Escape')
    const change = fc.tuple(fc.constantFrom(...KEYPAD_ACTIONS), code)
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const keypadKeys = changes.map(([action, key]) => `${action}=${key}`).join(' ')
        const codes = extraCodes({ ...DEFAULT_SETTINGS, keypad: 'custom', keypadKeys })
        expect(codes).toEqual(new Set(changes.map(([, key]) => key)))
      }),
    )
  })
})
