import { expect, test, type Locator } from '@playwright/test'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle, Words } from '../../core/schema/pack'
import type { Settings } from '../../core/schema/settings'
import type { TriageWords } from '../../core/schema/triage'
import { isStill, openKiosk, PORTRAIT, tap, type Kiosk } from '../../scripts/drive/kiosk'
import { startSoundRig } from '../../scripts/drive/sound-rig'
import { randomFrom } from '../core/triage/random'
import { shippedBundle } from '../support/words'

let bundle: Bundle
let words: Words
let triage: TriageWords
let kiosk: Kiosk
test.beforeAll(async () => {
  bundle = await shippedBundle()
  words = bundle.words['en']!
  triage = words.triage!
})
test.afterEach(async () => {
  // Nothing is there where the kiosk did not open.
  if (kiosk) await kiosk.close()
})

const page = () => kiosk.page()
const screen = () => page().locator('.triage')
const button = (name: string) => page().getByRole('button', { name, exact: true })
const card = () => page().locator('.care-card')
const door = () => page().locator('.doors .to-triage')

let taps = 0
/** Waits until the finger counts: right after a change of the screen it does not, by intent. */
async function touch(what: Locator): Promise<void> {
  await isStill(page())
  await tap(page(), what)
  taps += 1
}
async function open(settings: Partial<Settings> = {}, content?: string): Promise<void> {
  kiosk = await openKiosk({ size: PORTRAIT, settings, ...(content ? { content } : {}) })
  await touch(page().getByText(words.screens.attract.touch))
}
async function openTriage(settings: Partial<Settings> = {}): Promise<void> {
  await open(settings)
  await touch(door())
  await expect(screen()).toHaveAttribute('data-step', 'age-age')
  taps = 0
}
const isAt = (step: string) => expect(screen()).toHaveAttribute('data-step', step)
const tile = (id: string) => page().locator(`[data-tile=${id}]`)
async function sayAgeAndPlace(age: string, region: string): Promise<void> {
  await isAt('age-age')
  await touch(page().locator(`[data-age="${age}"]`))
  await isAt('region-region')
  await touch(page().locator(`[data-region=${region}]`))
  await isAt('S1-tiles')
}
/** Taps these and goes on, or says None. */
async function say(step: string, yes: readonly string[] = []): Promise<void> {
  await isAt(step)
  for (const id of yes) await touch(tile(id))
  await touch(button(yes.length ? triage.ui.next : triage.answers.none))
}
const sayNoInjury = async (): Promise<void> => {
  await isAt('S4-gate')
  await touch(page().locator('[data-answer=no]'))
}
async function sayAll(yes: Readonly<Record<string, readonly string[]>> = {}): Promise<void> {
  for (const step of ['S1', 'S2', 'S3']) await say(`${step}-tiles`, yes[step])
  await sayNoInjury()
  for (const step of ['S5', 'S6', 'S9', 'S10']) await say(`${step}-tiles`, yes[step])
}
async function expectLevel(level: 1 | 2 | 3 | 4): Promise<void> {
  await isAt('result')
  await expect(screen()).toHaveAttribute('data-level', String(level))
  await expect(card().getByRole('heading')).toHaveText(triage.levels[level].name)
}
/** In large letters, or with more to say, the net is on a page of its own. */
async function turnToSafetyNet(): Promise<void> {
  await isStill(page())
  while ((await page().locator('.safety-net').count()) === 0)
    await touch(page().locator('.result .more'))
}
/** Invariant 7: the safety net word for word, with a number to call. */
async function expectSafetyNet(number = words.safetyNet.localNumber): Promise<void> {
  const net = page().locator('.safety-net')
  await expect(net.getByRole('heading')).toHaveText(words.safetyNet.lead)
  await expect(net.getByRole('listitem')).toHaveText(words.safetyNet.signs)
  await expect(net).toContainText(words.safetyNet.call.replace('{emergencyNumber}', number))
  await expect(net).toContainText(words.safetyNet.notFullStory)
  await expect(net).toContainText(words.safetyNet.askStaff)
}

test('invariant 13: numbness where one sits is at the desk within five taps, and the card stays', async () => {
  await openTriage({ triageAskAfterSeconds: 1, triageCountdownSeconds: 1, urgentResultSeconds: 6 })
  await sayAgeAndPlace('50-59', 'back')
  await say('S1-tiles')
  await say('S2-tiles', ['N1'])
  await expectLevel(1)
  expect(taps).toBeLessThanOrEqual(5)
  await expectSafetyNet()
  await expect(card()).toContainText(triage.levels[1].desk)
  await expect(page().getByText(triage.why.privateSign)).toBeVisible()
  await expect(page().getByText(triage.tiles['N1']!.ask)).toBeHidden()
  await expect(page().locator('.comfort-bar .to-home')).toBeHidden()
  // Invariant 17: nobody is asked over it, and it is wiped when its own time is over.
  await page().evaluate(() => {
    const marked = window as unknown as { wasCovered: boolean; since: number }
    marked.wasCovered = false
    marked.since = performance.now()
    new MutationObserver(() => {
      if (document.querySelector('dialog[open]') || !document.querySelector('.care-card'))
        marked.wasCovered = true
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  await page().waitForFunction(
    () => performance.now() - (window as unknown as { since: number }).since > 3_500,
  )
  const isCovered = () => (window as unknown as { wasCovered: boolean }).wasCovered
  expect(await page().evaluate(isCovered)).toBe(false)
  await kiosk.nextPage(async () => undefined)
  await touch(page().getByText(words.screens.attract.touch))
  await touch(door())
  await isAt('age-age')
  await expect(page().locator('[data-age][aria-pressed=true]')).toHaveCount(0)
})

test('pregnant with one swollen calf is level 1, and the pregnancy is not named', async () => {
  await openTriage({ emergencyNumber: '112', crisisLine: '988' })
  await sayAgeAndPlace('18-49', 'leg')
  await say('S1-tiles')
  await say('S2-tiles')
  await say('S3-tiles', ['V2'])
  await sayNoInjury()
  await say('S5-tiles', ['C-preg'])
  await expectLevel(1)
  const why = page().locator('.why')
  await expect(why).toContainText(triage.tiles['V2']!.told!)
  await expect(why).toContainText(triage.why.privateSign)
  expect(await page().locator('body').innerText()).not.toMatch(/pregnan|birth/i)
  await expectSafetyNet('112')
  await expect(page().locator('.safety-net')).toContainText('call or text 988')
})

test('a well adult comes to level 4 in ten taps, and on to the handout', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'back')
  await sayAll()
  await expectLevel(4)
  expect(taps).toBe(10)
  await expectSafetyNet()
  await expect(page().locator('.crisis')).toBeHidden()
  await touch(button(triage.ui.print))
  await expect(page().locator('.handout')).toBeVisible()
})

test('invariants 7 and 9: at level 2 and 3 the net is whole, and no exercise can be reached from level 2', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'leg')
  await sayAll({ S3: ['V2'] })
  await expectLevel(2)
  await expectSafetyNet()
  await expect(page().locator('.to-exercises')).toBeHidden()
  await touch(button(triage.ui.print))
  await expect(page().locator('.handout')).toBeVisible()
  await touch(page().locator('.comfort-bar .to-home'))
  await touch(page().locator('.doors .to-exercises'))
  await expect(page().getByText(triage.exercises.none)).toBeVisible()
  await expect(page().locator('.grid-card')).toHaveCount(0)
  await touch(button(triage.exercises.seeResult))
  await touch(button(triage.ui.startOver))
  await sayAgeAndPlace('18-49', 'leg')
  await sayAll({ S9: ['A3'] })
  await expectLevel(3)
  await expect(card()).toContainText('within 3 days')
  await expectSafetyNet()
  await touch(page().locator('.to-exercises'))
  await expect(page().getByText(triage.exercises.gentle)).toBeVisible()
  await expect(page().locator('.grid-card').first()).toBeVisible()
  const shown = await page()
    .locator('.grid-card')
    .evaluateAll((cards) => cards.map((some) => (some as HTMLElement).dataset['card'] ?? ''))
  expect(bundle.triage!.exerciseSafety.gentle).toEqual(expect.arrayContaining(shown))
})

test('chosen exercises are taken off the sheet by level 2, and come back when one starts over', async () => {
  await open()
  await touch(page().locator('.doors .to-exercises'))
  await touch(page().locator('[data-card=calf-stretch]'))
  await touch(button(words.screens.exercise.add))
  await touch(page().locator('.comfort-bar .to-home'))
  await expect(page().locator('.doors .to-handout')).toBeVisible()
  await touch(door())
  await sayAgeAndPlace('18-49', 'leg')
  await sayAll({ S3: ['V2'] })
  await expectLevel(2)
  await touch(button(triage.ui.startOver))
  await touch(page().locator('.comfort-bar .to-home'))
  await expect(page().locator('.doors .to-handout')).toBeVisible()
})

test('Back keeps the answers, Start over forgets them', async () => {
  await openTriage()
  await sayAgeAndPlace('60-64', 'foot')
  await say('S1-tiles')
  await say('S2-tiles')
  await touch(tile('V5'))
  for (const step of ['S2-tiles', 'S1-tiles', 'region-region', 'age-age']) {
    await touch(button(triage.ui.back))
    await isAt(step)
  }
  await expect(page().locator('[data-age="60-64"]')).toHaveAttribute('aria-pressed', 'true')
  await touch(page().locator('[data-age="60-64"]'))
  await expect(page().locator('[data-region=foot]')).toHaveAttribute('aria-pressed', 'true')
  await touch(page().locator('[data-region=foot]'))
  await say('S1-tiles')
  await say('S2-tiles')
  await expect(tile('V5')).toHaveAttribute('aria-pressed', 'true')
  await touch(button(triage.ui.startOver))
  await isAt('age-age')
  await expect(page().locator('[data-age][aria-pressed=true]')).toHaveCount(0)
  await touch(button(triage.ui.back))
  await expect(page().locator('main.home')).toBeVisible()
})

test('not sure opens each line, asks for all of them, and changes the first words at level 1', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'back')
  await touch(button(triage.answers.notSure))
  const lines = page().locator('[data-line]')
  await expect(lines).toHaveCount(6)
  await expect(page().getByText(triage.ui.answerEach)).toBeVisible()
  for (const line of await lines.all()) {
    await expect(button(triage.ui.next)).toBeHidden()
    const isE1 = (await line.getAttribute('data-line')) === 'E1'
    await touch(line.locator(`[data-answer=${isE1 ? 'not-sure' : 'no'}]`))
  }
  await touch(button(triage.ui.next))
  await expectLevel(1)
  const headline = triage.levels[1].headlineUnsure.replace(
    '{emergencyNumber}',
    words.safetyNet.localNumber,
  )
  await expect(card()).toContainText(headline)
  await expect(page().getByText(triage.why.unsure)).toBeVisible()
})

test('what is private is hidden at once, and what is hidden is not taken for No', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'back')
  await say('S1-tiles')
  await isAt('S2-tiles')
  const box = page().locator('.private-card')
  for (const id of ['N1', 'N2', 'N3']) await expect(box.locator(`[data-tile=${id}]`)).toBeVisible()
  const { y } = (await box.boundingBox())!
  expect(y).toBeGreaterThan(PORTRAIT.height / 3)
  await touch(button(triage.ui.hide))
  for (const id of ['N1', 'N2', 'N3']) await expect(tile(id)).toBeHidden()
  await expect(button(triage.answers.none)).toBeHidden()
  await expect(button(triage.ui.next)).toBeHidden()
  await touch(button(triage.answers.help))
  await expect(page().getByText(triage.tiles['N1']!.help)).toBeHidden()
  await touch(page().locator('dialog[open] .close'))
  await touch(button(triage.ui.show))
  await expect(tile('N1')).toBeVisible()
  await expect(button(triage.answers.none)).toBeVisible()
})

test('whoever would rather tell the staff is taken for yes, also while the card is hidden', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'back')
  await say('S1-tiles')
  await isAt('S2-tiles')
  await touch(button(triage.ui.hide))
  await touch(button(triage.ui.tellStaff))
  await touch(button(triage.ui.next))
  await expectLevel(1)
  await expect(page().getByText(triage.why.privateSign)).toBeVisible()
})

test('invariant 17: on a question somebody is asked whether they are there, and then all is wiped', async () => {
  await openTriage({
    askAfterSeconds: 600,
    triageAskAfterSeconds: 3,
    triageCountdownSeconds: 2,
  })
  await sayAgeAndPlace('18-49', 'back')
  await touch(tile('E1'))
  const asked = page().getByRole('alertdialog')
  await expect(asked).toBeVisible({ timeout: 15_000 })
  await expect(asked.getByText(triage.levels[1].name)).toBeHidden()
  await kiosk.nextPage(async () => undefined)
  await touch(page().getByText(words.screens.attract.touch))
  await expect(page().locator('main.home')).toBeVisible()
})

test('invariant 16: text size and contrast change nothing about the level', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'leg')
  await sayAll({ S3: ['V2'] })
  await expectLevel(2)
  for (let size = 2; size <= 4; size += 1) {
    await touch(page().locator('.comfort-bar .text-size'))
    await expectLevel(2)
  }
  await touch(page().locator('.comfort-bar .theme'))
  await expectLevel(2)
  await turnToSafetyNet()
  await expectSafetyNet()
})

test('invariants 1 and 16: the language changes the words of a result, and never its level', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'leg')
  await say('S1-tiles', ['E1'])
  await expectLevel(1)
  for (const tag of ['es', 'ar', 'zh-Hans']) {
    const its = bundle.words[tag]!
    await touch(page().locator(`.comfort-bar [data-language="${tag}"]`))
    await expect(card().getByRole('heading')).toHaveText(its.triage!.levels[1].name)
    await expect(screen()).toHaveAttribute('data-level', '1')
    await expect(card()).toContainText(its.triage!.levels[1].desk)
    // The same in the language of the clinic, for whoever sits at the desk.
    await expect(card().locator('.for-staff[lang=en]')).toContainText(triage.levels[1].desk)
    await turnToSafetyNet()
    await expect(page().locator('.safety-net').getByRole('listitem')).toHaveText(
      its.safetyNet.signs,
    )
  }
})

test('a soft tone calls the desk at level 1 where the clinic wants it, and none where not', async () => {
  const sound = await startSoundRig()
  try {
    for (const deskTone of [true, false]) {
      kiosk = await openKiosk({ size: PORTRAIT, settings: { deskTone }, env: sound.env })
      await touch(page().getByText(words.screens.attract.touch))
      await touch(door())
      await sayAgeAndPlace('18-49', 'leg')
      const loudness = await sound.loudness(async () => {
        await say('S1-tiles', ['E1'])
        await expectLevel(1)
        const since = await page().evaluate(() => performance.now())
        await page().waitForFunction((start) => performance.now() - start > 2_000, since)
      })
      if (deskTone) expect(loudness).toBeGreaterThan(0.005)
      else expect(loudness).toBe(0)
      if (deskTone) await kiosk.close()
    }
  } finally {
    await sound.stop()
  }
})

test('invariant 19: level 1 shows at once with the slip and the tone on and no printer there', async () => {
  await openTriage({ deskSlip: true, deskTone: true, printer: 'not-there' })
  await sayAgeAndPlace('18-49', 'leg')
  await say('S1-tiles', ['E1'])
  await expectLevel(1)
  await expectSafetyNet()
})

test('where the clinic switched it off, its door says how to speak to the staff', async () => {
  await open({ triageOn: false })
  await touch(door())
  await expect(page().getByText(words.screens.signs.tellStaff)).toBeVisible()
  await touch(button(words.screens.signs.close))
  await expect(page().locator('main.home')).toBeVisible()
})

test('a broken rule closes all of it, and its door says how to speak to the staff', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'sole-to-spine-rules-')), 'content')
  try {
    await cp('content', folder, { recursive: true })
    const rules = join(folder, 'triage/rules.yaml')
    await writeFile(rules, (await readFile(rules, 'utf8')).replace('level: 1', 'level: 5'))
    await open({}, folder)
    await touch(door())
    await expect(page().getByText(words.screens.signs.tellStaff)).toBeVisible()
    for (const sign of words.safetyNet.signs)
      await expect(page().getByText(sign, { exact: true })).toBeVisible()
    expect(kiosk.stderr()).toMatch(/triage\/rules\.yaml:\d+/)
  } finally {
    await rm(join(folder, '..'), { recursive: true, force: true, maxRetries: 20 })
  }
})

test('a second tap of a shaky finger does not answer the next question', async () => {
  await openTriage()
  await sayAgeAndPlace('18-49', 'back')
  await isStill(page())
  const none = button(triage.answers.none)
  const { x, y, width, height } = (await none.boundingBox())!
  await page().mouse.dblclick(x + width / 2, y + height / 2)
  await isAt('S2-tiles')
  await isStill(page())
  await isAt('S2-tiles')
})

test('the danger signs are reached from the questions, and lead back to them', async () => {
  await openTriage()
  await touch(button(triage.ui.signs))
  await expect(page().getByText(words.screens.signs.tellStaff)).toBeVisible()
  await touch(button(words.screens.signs.close))
  await isAt('age-age')
})

test('invariant 5: a walk at random always stands on a question or on one of the four results', async () => {
  test.setTimeout(300_000)
  await openTriage()
  const random = randomFrom(17)
  const seen = new Set<string>()
  const levels = new Set<string>()
  const STEPS = process.env['TEST_FULL'] === '1' ? 900 : 70
  for (let step = 0; step < STEPS; step += 1) {
    await isStill(page())
    const at = (await screen().getAttribute('data-step')) ?? ''
    seen.add(at)
    if (at === 'result') {
      const level = (await screen().getAttribute('data-level')) ?? ''
      levels.add(level)
      expect(['1', '2', '3', '4']).toContain(level)
      await expectSafetyNet()
      if (level <= '2') await expect(page().locator('.to-exercises')).toHaveCount(0)
    }
    // Most go on, some touch anything that is there; what leads elsewhere has journeys of its own.
    const onwards = page().locator(
      '.triage .answers .primary:visible, [data-age], [data-answer=no]',
    )
    const anything = page().locator(
      '.triage button:visible:not(.to-signs, .print, .to-exercises, .help)',
    )
    const isOnwards = random() < 0.7 && (await onwards.count()) > 0
    const choices = isOnwards ? onwards : anything
    const count = await choices.count()
    await choices.nth(Math.floor(random() * count)).click()
    if (await page().locator('main.home').count()) await touch(door())
  }
  expect(seen.size).toBeGreaterThan(8)
  expect(levels.size).toBeGreaterThan(1)
})
