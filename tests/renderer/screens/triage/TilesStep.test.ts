import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { english, openTriage, type OpenTriage } from './open-triage'

const words = english.triage!

describe('a question with tiles', () => {
  let open: OpenTriage
  beforeEach(async () => {
    open = await openTriage()
    await open.answer([], 'S1-tiles')
  })
  afterEach(() => open.screen.unmount())
  const pressed = (id: string) => open.screen.get(`[data-tile=${id}]`).attributes('aria-pressed')
  const onward = () => open.screen.find('.answers .primary')
  const card = () => open.screen.get('.private-card')

  it('says None until something is touched, and then Next; a second touch takes it back', async () => {
    expect(onward().text()).toBe(words.answers.none)
    await open.press('[data-tile=E2]')
    expect([pressed('E2'), onward().text()]).toEqual(['true', words.ui.next])
    await open.press('[data-tile=E2]')
    expect([pressed('E2'), onward().text()]).toEqual(['false', words.answers.none])
  })

  it('opens each tile as Yes, No and Not sure, and goes on only when each is answered', async () => {
    await open.press('.answers .unsure')
    const lines = open.screen.findAll('[data-line]')
    expect(lines.map((line) => line.attributes('data-line'))).toEqual([
      'E1',
      'E2',
      'E3',
      'E4',
      'E5',
      'E6',
    ])
    for (const line of lines) {
      expect(onward().exists()).toBe(false)
      expect(open.screen.get('.answer-each').text()).toBe(words.ui.answerEach)
      await line.get('[data-answer=no]').trigger('click')
    }
    await open.press('.answers .primary')
    expect(open.at()).toBe('S2-tiles')
  })

  it('keeps what is private last, on a card that does not tell its subject', async () => {
    await open.press('.answers .primary')
    const ids = open.screen.findAll('[data-tile]').map((tile) => tile.attributes('data-tile'))
    expect(ids).toEqual(['N4', 'N5', 'N6', 'N1', 'N2', 'N3'])
    expect(card().findAll('[data-tile]')).toHaveLength(3)
    expect(card().attributes('aria-label')).toBe(words.ui.privateCard)
    expect(card().find('h1, h2, h3').exists()).toBe(false)
    expect(open.screen.get('h1').text()).toBe(words.screens['S2']!.heading)
  })

  it('hides what is private at one touch, and takes what is hidden for no answer', async () => {
    await open.press('.answers .primary')
    await open.press('.private-card .hide')
    expect(card().findAll('[data-tile]')).toEqual([])
    for (const id of ['N1', 'N2', 'N3'])
      expect(open.screen.text()).not.toContain(words.tiles[id]!.ask)
    expect(onward().exists()).toBe(false)
    await open.press('.private-card .hide')
    expect(onward().text()).toBe(words.answers.none)
  })

  it('takes "rather tell the staff" for yes, and a second touch takes it back', async () => {
    await open.press('.answers .primary')
    await open.press('.private-card .tell-staff')
    expect(['N1', 'N2', 'N3'].map(pressed)).toEqual(['true', 'true', 'true'])
    await open.press('.private-card .tell-staff')
    expect(['N1', 'N2', 'N3'].map(pressed)).toEqual(['false', 'false', 'false'])
    await open.press('.private-card .tell-staff')
    await open.press('.answers .primary')
    expect(open.screen.get('.triage').attributes('data-level')).toBe('1')
    expect(open.screen.get('.headline').text()).toContain('Ask the front desk to check this')
  })

  it('shows the help of what is in sight alone', async () => {
    await open.press('.answers .primary')
    await open.press('.triage .help')
    expect(open.screen.get('dialog').text()).toContain(words.tiles['N1']!.help)
    await open.press('dialog .close')
    await open.press('.private-card .hide')
    await open.press('.triage .help')
    expect(open.screen.get('dialog').text()).not.toContain(words.tiles['N1']!.help)
    expect(open.screen.get('dialog').text()).toContain(words.tiles['N4']!.help)
  })
})

describe('a question that needs two pages', () => {
  it('says so on each of them, and None is of the page alone', async () => {
    const open = await openTriage()
    await open.answer([], 'S3-tiles')
    const part = () => open.screen.find('.part')
    expect(part().exists()).toBe(false)
    open.screen.unmount()
    const small = await openTriage()
    // A box that holds four tiles at most.
    const tilesIn = (box: HTMLElement) => box.querySelectorAll('[data-tile]').length
    Object.defineProperty(HTMLElement.prototype, 'scrollHeight', {
      configurable: true,
      get(this: HTMLElement) {
        return tilesIn(this) > 4 ? 1 + this.clientHeight + 1 : 0
      },
    })
    try {
      await small.answer([], 'S3-tiles')
      const shown = () => small.screen.findAll('[data-tile]').map((t) => t.attributes('data-tile'))
      expect(shown()).toEqual(['V1', 'V2', 'V3', 'V4'])
      expect(small.screen.get('.part').text()).toBe('Part 1. More on the next page.')
      await small.press('.answers .primary')
      expect([small.at(), ...shown()]).toEqual(['S3-tiles', 'V5', 'V5x', 'V6', 'V7'])
      expect(small.screen.get('.part').text()).toBe('Part 2, the last part')
      await small.press('[data-tile=V6]')
      await small.press('.triage .back')
      expect(shown()).toEqual(['V1', 'V2', 'V3', 'V4'])
      await small.press('.answers .primary')
      expect(small.screen.get('[data-tile=V6]').attributes('aria-pressed')).toBe('true')
    } finally {
      Reflect.deleteProperty(HTMLElement.prototype, 'scrollHeight')
      small.screen.unmount()
    }
  })
})
