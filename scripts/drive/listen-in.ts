import type { Page } from '@playwright/test'

/** What the page gave its voice to say, and what became of it. */
export interface Heard {
  text: string
  lang: string
  volume: number
  rate: number
  state: 'waiting' | 'speaking' | 'said' | 'cut off' | 'failed'
}

/** Listens in on all that the page says from now on, without changing it. */
export async function listenIn(page: Page): Promise<{
  all: () => Promise<Heard[]>
  /** What was said after this moment. */
  since: () => Promise<() => Promise<Heard[]>>
}> {
  await page.evaluate(() => {
    const all: Heard[] = []
    Object.assign(window, { heardHere: all })
    const speak = speechSynthesis.speak.bind(speechSynthesis)
    speechSynthesis.speak = (utterance) => {
      const { text, lang, volume, rate } = utterance
      const heard: Heard = { text, lang, volume, rate, state: 'waiting' }
      all.push(heard)
      utterance.addEventListener('start', () => (heard.state = 'speaking'))
      utterance.addEventListener('end', () => (heard.state = 'said'))
      utterance.addEventListener('error', ({ error }) => {
        heard.state = error === 'interrupted' || error === 'canceled' ? 'cut off' : 'failed'
      })
      speak(utterance)
    }
  })
  const all = (): Promise<Heard[]> =>
    page.evaluate(() => (window as unknown as { heardHere: Heard[] }).heardHere)
  return {
    all,
    since: async () => {
      const { length } = await all()
      return async () => (await all()).slice(length)
    },
  }
}

/** Waits until the system has told the page of its voices, which takes it some seconds. */
export async function voicesAreThere(page: Page): Promise<void> {
  await page.locator('.listen').waitFor({ timeout: 45_000 })
}
