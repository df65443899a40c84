import { expect, test, type Page } from '@playwright/test'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKiosk, PORTRAIT, type Kiosk } from '../../scripts/drive/kiosk'
import { listenIn, voicesAreThere, type Heard } from '../../scripts/drive/listen-in'
import { scanForMarkers } from '../../scripts/drive/marker-scan'
import { startSoundRig, type SoundRig } from '../../scripts/drive/sound-rig'
import { shippedBundle } from '../support/words'

const { words } = await shippedBundle()
const { screens } = words['en']!

let sound: SoundRig
let kiosk: Kiosk
test.beforeAll(async () => {
  sound = await startSoundRig()
})
test.afterAll(async () => sound.stop())
test.afterEach(async () => kiosk.close())

/** Voices come late and sentences take their time. */
test.setTimeout(180_000)
const LONG = { timeout: 60_000 }

type Options = Parameters<typeof openKiosk>[0]
async function open(options: Options = {}): Promise<Page> {
  kiosk = await openKiosk({
    size: PORTRAIT,
    ...options,
    env: { ...sound.env, ...options.env },
  })
  return kiosk.page()
}
/** The kiosk at its first screen, with a voice, and an ear at it. */
async function openWithVoice(options?: Options): Promise<[Page, () => Promise<Heard[]>]> {
  const page = await open(options)
  await voicesAreThere(page)
  return [page, (await listenIn(page)).all]
}
const textsOf = async (heard: () => Promise<Heard[]>): Promise<string[]> =>
  (await heard()).map(({ text }) => text)

test('nothing sounds until Listen is touched, and then the screen is heard', async () => {
  const [page, heard] = await openWithVoice()
  const silence = await sound.loudness(async () => {
    await page.locator('.attract .touch').click()
    await page.locator('.doors .door').first().click()
    await expect(page.locator('.slide')).toBeVisible()
  })
  expect(silence).toBe(0)
  expect(await heard()).toEqual([])

  const speech = await sound.loudness(async () => {
    await page.locator('.comfort-bar .listen').click()
    await expect.poll(async () => (await heard())[1]?.state, LONG).toBe('said')
  })
  expect(speech).toBeGreaterThan(0.01)

  await page.locator('.comfort-bar .listen').click()
  await expect.poll(async () => (await heard()).at(-1)?.state).toMatch(/said|cut off/)
  await expect(page.locator('.comfort-bar .text-size')).toBeVisible()
})

test('a slide is read sentence by sentence, each marked while it is read', async () => {
  const [page, heard] = await openWithVoice()
  await page.locator('.attract .listen').click()
  await page.locator('.doors .door').first().click()
  const title = await page.locator('.slide h1').innerText()
  const isTitleRead = async (): Promise<boolean> =>
    (
      await page.evaluate(() =>
        [...(CSS.highlights.get('read-aloud') ?? [])].map((range) => (range as Range).toString()),
      )
    )[0] === title.replace(/\s+/g, ' ')
  await expect.poll(isTitleRead, LONG).toBe(true)
  const order = async (): Promise<string> => (await heard()).map(({ state }) => state[0]).join('')
  await expect.poll(async () => (await textsOf(heard)).includes('Button: Next'), LONG).toBe(true)
  const texts = await textsOf(heard)
  expect(texts[0]).toBe(screens.speech.hello)
  const slide = texts.slice(texts.lastIndexOf(title.replace(/\s+/g, ' ')))
  const body = await page.locator('.slide .said > p').first().innerText()
  expect(slide.join(' ')).toContain(body)
  expect(slide.indexOf('Button: Next')).toBeGreaterThan(1)
  // One at a time: whatever came before the last has ended.
  expect(await order()).toMatch(/^[sc]*[sw]?$/)
})

test('Stop silences in the middle of a word, Again reads anew, and volume and speed count at once', async () => {
  const [page, heard] = await openWithVoice()
  await page.locator('.attract .listen').click()
  await expect.poll(async () => (await heard()).at(-1)?.text, LONG).toBe(screens.home.title)
  await page.locator('.comfort-bar .volume').click()
  await page.locator('.comfort-bar .speed').click()
  await expect.poll(async () => (await heard()).at(-1)?.rate, LONG).toBeCloseTo(1.3)
  const last = (await heard()).at(-1)
  expect(last?.volume).toBeCloseTo(0.8)
  expect(await textsOf(heard)).toContain('Volume 4 of 5')

  await page.locator('.comfort-bar .again').click()
  await expect
    .poll(
      async () => (await textsOf(heard)).filter((text) => text === screens.home.title).length,
      LONG,
    )
    .toBeGreaterThan(1)
  await page.locator('.comfort-bar .listen').click()
  await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
  const { length } = await heard()
  await page.locator('.doors .door').first().click()
  await expect(page.locator('.slide')).toBeVisible()
  expect(await heard()).toHaveLength(length)
})

test('louder is louder, and the next visitor begins in the middle again', async () => {
  const [page] = await openWithVoice()
  const loudness = (on: Page): Promise<number> =>
    sound.loudness(() =>
      on.evaluate(
        () =>
          new Promise((done) => {
            const utterance = new SpeechSynthesisUtterance('one two three four five')
            utterance.addEventListener('end', done)
            speechSynthesis.speak(utterance)
          }),
      ),
    )
  const middle = await loudness(page)
  await page.locator('.attract .listen').click()
  const volume = page.locator('.comfort-bar .volume')
  for (const step of [4, 5]) {
    await volume.click()
    await expect(volume).toHaveAccessibleName(`Volume ${String(step)} of 5`)
  }
  await page.locator('.comfort-bar .listen').click()
  const loud = await loudness(page)
  expect(loud).toBeGreaterThan(middle * 1.2)

  const next = await kiosk.nextPage(async () => {
    await page.locator('.comfort-bar .called').click()
    await page.locator('dialog[open] .choices > :nth-child(1)').click()
  })
  await voicesAreThere(next)
  const again = await loudness(next)
  expect(again).toBeLessThan(loud / 1.2)
})

test('who is read to is there; the question itself does not keep the visit alive', async () => {
  const [page, heard] = await openWithVoice({
    settings: { askAfterSeconds: 1, countdownSeconds: 600 },
  })
  await page.locator('.attract .listen').click()
  await expect.poll(async () => (await heard()).length, LONG).toBeGreaterThan(3)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('alertdialog')).toBeVisible({ timeout: 90_000 })
  await expect.poll(async () => textsOf(heard), LONG).toContain(screens.stillThere.title)
  await expect(page.getByRole('alertdialog')).toBeVisible()
})

test('what was spoken is not written down, however much the speech service is told to log', async () => {
  const config = await mkdtemp(join(tmpdir(), 'sole-to-spine-speech-'))
  const service = join(config, 'speech-dispatcher')
  await cp('/etc/speech-dispatcher', service, { recursive: true })
  const file = join(service, 'speechd.conf')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^LogLevel.*$/m, 'LogLevel 5'))
  const [page] = await openWithVoice({ env: { XDG_CONFIG_HOME: config } })
  const marker = `marker${String(Date.now())}`
  await page.evaluate(
    (said) =>
      new Promise((done) => {
        const utterance = new SpeechSynthesisUtterance(said)
        utterance.addEventListener('end', done)
        speechSynthesis.speak(utterance)
      }),
    marker,
  )
  // The door is real: while the visit lasts the log has it.
  expect(await scanForMarkers(kiosk.folder, [marker])).not.toEqual([])
  await page.locator('.attract .touch').click()
  await kiosk.nextPage(async () => {
    await page.locator('.comfort-bar .called').click()
    await page.locator('dialog[open] .choices > :nth-child(1)').click()
  })
  expect(await scanForMarkers(kiosk.folder, [marker])).toEqual([])
  await rm(config, { recursive: true })
})
