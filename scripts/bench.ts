import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { openBareWindow } from './drive/bare-window'
import { LANDSCAPE, openKiosk } from './drive/kiosk'
import { prepareKiosk } from './prepare'
import { benchHandout } from './bench/handout'
import { milliseconds, percent, Rows } from './bench/rows'
import { solverMilliseconds } from './bench/solver'

/**
 * `npm run bench`: how smoothly the figure moves and how soon it answers, in the real program at
 * 1920x1080, and how soon a handout is printed, beside a bare window of the same runtime. Prints what
 * was measured; a limit that is not met is marked and makes the exit code 1.
 * `--only figure` or `--only handout` measures one of the two.
 */
const SECONDS = 10
/** A frame that takes longer, in ms, is one that an eye may notice. */
const LATE = 20

const rows = new Rows()
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const isWanted = (part: 'figure' | 'handout'): boolean => (values.only ?? part) === part

const runtime = await prepareKiosk({ virtualDisplay: true })
console.log(
  `Electron ${runtime.version} (${runtime.kind}), ${cpus().length} cores, software rendering`,
)

if (isWanted('figure')) await benchFigure()
if (isWanted('handout')) await benchHandout(rows)
rows.print()

async function benchFigure(): Promise<void> {
  const bare = await openBareWindow(LANDSCAPE)
  rows.add('late frames, bare window', percent(await lateFrames(bare.page)), null)
  await bare.close()

  const kiosk = await openKiosk({ size: LANDSCAPE, settings: { askAfterSeconds: 3600 } })
  const page = kiosk.page()
  await page.waitForSelector('.attract .living-figure')
  rows.add('late frames, one walking figure', percent(await lateFrames(page)), 5)
  await page.locator('.attract .touch').click()
  await page.waitForSelector('.home')

  await page.locator('.to-exercises').click()
  await page.waitForSelector('.exercises .grid-card')
  const moving = await page.locator('.exercises .grid-card').count()
  rows.add(`late frames, grid of ${moving} moving figures`, percent(await lateFrames(page)), 20)
  await page.locator('.comfort-bar .to-home').click()

  await page.locator('.to-explorer').click()
  await page.waitForSelector('.explorer input[type=range]')
  rows.add('explorer, slider to painted frame, median', milliseconds(await sliderToPaint(page)), 50)
  await kiosk.close()

  rows.add(
    'solver, per frame, mean over all exercises',
    milliseconds(await solverMilliseconds()),
    0.2,
  )
}

/** The part of frames that came more than `LATE` after the one before, over some seconds. */
async function lateFrames(page: Page): Promise<number> {
  // tsx wraps named functions in a function of its own, which the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(
    ([seconds, late]) =>
      new Promise<number>((resolve) => {
        const gaps: number[] = []
        let last = performance.now()
        const end = last + seconds * 1000
        const frame = (now: number): void => {
          gaps.push(now - last)
          last = now
          if (now < end) requestAnimationFrame(frame)
          else resolve(gaps.slice(1).filter((gap) => gap > late).length / (gaps.length - 1))
        }
        requestAnimationFrame(frame)
      }),
    [SECONDS, LATE] as const,
  )
}

/** Median time from a slider's new value to the frame after the one that painted it. */
function sliderToPaint(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.explorer input[type=range]')
    if (!slider) throw new Error('no slider')
    const times: number[] = []
    for (let turn = 0; turn < 60; turn++) {
      const { min, max } = slider
      slider.value = turn % 2 ? min : max
      const began = performance.now()
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise<void>((resolve) => {
        // The message comes after the frame was painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(null)
        })
      })
      times.push(performance.now() - began)
    }
    return times.sort((a, b) => a - b)[times.length / 2] ?? Number.NaN
  })
}
