import { describe, expect, it } from 'vitest'
import { Settings } from '../../../core/schema/settings'
import { COUNTRIES } from '../../../core/staff/countries'
import { findSettings } from '../../../core/staff/find-settings'
import { SETTING_FIELDS, SETTING_NAMES } from '../../../core/staff/setting-fields'
import { SET_UP_STEPS, stepsFor } from '../../../core/staff/set-up'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'

describe('the first set-up', () => {
  it('asks for the PIN of the owner last, but for what only the owner can do', () => {
    expect(SET_UP_STEPS.slice(-3)).toEqual(['owner-pin', 'clinician-pin', 'recovery'])
  })

  it('asks about languages and danger signs only where there is something to ask', () => {
    expect(stepsFor({ languages: 2, triage: true })).toEqual(SET_UP_STEPS)
    const fewer = stepsFor({ languages: 1, triage: false })
    expect(fewer).not.toContain('languages')
    expect(fewer).not.toContain('triageOn')
    expect(fewer).not.toContain('deskSlip')
  })

  it('asks first for what the rules of the PIN need to know', () => {
    expect(SET_UP_STEPS.indexOf('clinicPhone')).toBeLessThan(SET_UP_STEPS.indexOf('owner-pin'))
  })

  it('suggests only numbers and papers that the settings take', () => {
    for (const { code, emergencyNumber, paper } of COUNTRIES)
      expect(Settings.parse({ country: code, emergencyNumber, paper }).country).toBe(code)
    expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length)
  })

  it.each([
    ['DE', '112', 'a4'],
    ['GB', '999', 'a4'],
    ['US', '911', 'letter'],
    ['MX', '911', 'letter'],
    ['AU', '000', 'a4'],
    ['NZ', '111', 'a4'],
  ])('%s has %s and %s', (code, emergencyNumber, paper) => {
    expect(COUNTRIES.find((one) => one.code === code)).toEqual({ code, emergencyNumber, paper })
  })
})

describe('the settings on the screen', () => {
  it('are all of them', () => {
    expect([...SETTING_NAMES].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  })

  it('never offer what the settings refuse', () => {
    for (const name of SETTING_NAMES) {
      const { control } = SETTING_FIELDS[name]
      const offered =
        control.kind === 'number'
          ? [control.least, control.most]
          : control.kind === 'choice'
            ? control.options
            : control.kind === 'switch'
              ? [true, false]
              : []
      for (const value of offered)
        expect(Settings.safeParse({ [name]: value }).success, `${name} ${value}`).toBe(true)
    }
  })
})

describe('findSettings', () => {
  const settings = [
    { name: 'paper' as const, texts: ['Paper', 'What is in the printer.', 'A4'] },
    {
      name: 'clinicName' as const,
      texts: ['Name of the clinic', 'On the handout', 'Praxis Rücken'],
    },
  ]

  it.each([
    ['', []],
    ['  ', []],
    ['PAPER', ['paper']],
    ['printer a4', ['paper']],
    ['rucken', ['clinicName']],
    ['name paper', []],
    ['the', ['paper', 'clinicName']],
  ])('finds by "%s": %j', (search, names) => {
    expect(findSettings(settings, search)).toEqual(names)
  })
})
