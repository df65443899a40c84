import { afterEach, describe, expect, it } from 'vitest'
import { english, openTriage, wordsIn, type OpenTriage } from './open-triage'

const words = english.triage!
const LEVELS = [
  { level: 1, yes: ['E1'] },
  { level: 2, yes: ['V2'] },
  { level: 3, yes: ['A3'] },
  { level: 4, yes: [] },
] as const

describe('a result', () => {
  let open: OpenTriage
  afterEach(() => open.screen.unmount())
  const card = () => open.screen.get('.care-card')

  it.each(LEVELS)(
    'of level $level says what to do, why, what to say and when to get help',
    async ({ level, yes }) => {
      open = await openTriage({ emergencyNumber: '112' })
      await open.answer(yes)
      expect(card().get('h1').text()).toBe(words.levels[level].name)
      expect(card().get('.headline').text()).not.toMatch(/[{}]/)
      expect(card().get('.desk').text()).toMatch(/you can say: "/i)
      const signs = open.screen.findAll('.safety-net li').map((sign) => sign.text())
      expect(signs).toEqual(english.safetyNet.signs)
      expect(open.screen.get('.safety-net').text()).toContain('112')
      const why = open.screen.find('.why')
      expect(why.exists()).toBe(yes.length > 0)
      for (const id of yes) expect(why.text()).toContain(words.tiles[id]!.told)
    },
  )

  it.each(LEVELS)(
    'of level $level stays when the language changes, in the words of the other',
    async ({ level, yes }) => {
      open = await openTriage()
      await open.answer(yes)
      for (const tag of ['es', 'zh-Hans', 'ar']) {
        await open.speak(tag)
        expect(open.screen.get('.triage').attributes('data-level')).toBe(String(level))
        expect(card().get('h1').text()).toBe(wordsIn(tag).levels[level].name)
        for (const id of yes)
          expect(open.screen.get('.why').text()).toContain(wordsIn(tag).tiles[id]!.told)
      }
    },
  )

  it('gives what to say in the language of the staff too, where the visitor reads another', async () => {
    open = await openTriage()
    await open.answer(['N1'])
    expect(open.screen.find('.for-staff').exists()).toBe(false)
    await open.speak('ar')
    expect(card().get('.desk').text()).toContain(wordsIn('ar').levels[1].desk)
    expect(card().get('.show-staff').text()).toBe(wordsIn('ar').ui.forStaff)
    const staff = card().get('.for-staff')
    expect(staff.text()).toContain(words.levels[1].name)
    expect(staff.text()).toContain(words.levels[1].desk)
    expect(staff.attributes()).toMatchObject({ lang: 'en', dir: 'ltr' })
    await open.speak('en')
    expect(open.screen.find('.for-staff').exists()).toBe(false)
  })

  it('never names what is private, in no language', async () => {
    open = await openTriage()
    await open.answer(['N1'])
    for (const tag of ['en', 'es', 'zh-Hans', 'ar']) {
      await open.speak(tag)
      expect(open.screen.get('.why').text()).toContain(wordsIn(tag).why.privateSign)
      expect(open.screen.text()).not.toContain(wordsIn(tag).tiles['N1']!.ask)
    }
  })

  it('of level 1 asks the desk for a slip where the clinic wants one, and not otherwise', async () => {
    for (const deskSlip of [true, false]) {
      open = await openTriage({ deskSlip })
      await open.answer(['E1'])
      expect(open.bridge.calls.includes('printDeskSlip')).toBe(deskSlip)
      if (deskSlip) open.screen.unmount()
    }
  })
})
