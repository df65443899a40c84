import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Color from 'colorjs.io'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What every text must have against what lies behind it: WCAG 2.2, 1.4.6. */
const CONTRAST = 7

type Node = Awaited<ReturnType<AxeBuilder['analyze']>>['incomplete'][number]['nodes'][number]

/**
 * What axe finds on the screen that shows now: one sentence per element that breaks a rule, and per
 * element that axe could not judge. Where that is only about what lies behind a text, the contrast
 * is measured here instead.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page })
    // Else axe asks for a second page, which the kiosk does not give.
    .setLegacyMode(true)
    .options({
      runOnly: STANDARDS,
      rules: {
        // The stricter of the two stands for both.
        'color-contrast': { enabled: false },
        'color-contrast-enhanced': { enabled: true },
      },
    })
    .analyze()
  const broken = violations.flatMap(({ id, nodes }) => nodes.map((node) => sentence(id, node)))
  const unknown: string[] = []
  for (const { id, nodes } of incomplete)
    for (const node of nodes)
      if (id !== 'color-contrast-enhanced') unknown.push(`not judged: ${sentence(id, node)}`)
      else unknown.push(...(await contrastFaults(page, node)))
  return [...broken, ...unknown]
}

const sentence = (rule: string, { html, any, all, none }: Node): string =>
  `${rule}: ${html.slice(0, 120)}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`

/**
 * Measures a text before the nearest ground below it that is not see-through, at several places of
 * it, as a finger would meet them.
 */
async function contrastFaults(page: Page, node: Node): Promise<string[]> {
  const target = node.target.at(-1)
  if (typeof target !== 'string') return [`in a frame or shadow: ${node.html}`]
  const seen = await page.evaluate(coloursOf, target)
  if (!seen) return [`the ground of a text is not known: ${node.html}`]
  const ratio = Math.abs(new Color(seen.ground).contrastWCAG21(new Color(seen.ink)))
  return ratio < CONTRAST ? [`a contrast of ${ratio.toFixed(1)}: ${node.html}`] : []
}

/** Runs inside the page, so it must stand alone. */
function coloursOf(selector: string): { ink: string; ground: string } | null {
  const text = document.querySelector(selector)
  if (!text) return null
  const { left, right, top, bottom } = text.getBoundingClientRect()
  const isOnTop = [0.2, 0.5, 0.8].every((part) => {
    const over = document.elementFromPoint(left + part * (right - left), (top + bottom) / 2)
    return over && (text.contains(over) || over.contains(text))
  })
  if (!isOnTop) return null
  for (let around: Element | null = text; around; around = around.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(around)
    if (backgroundImage !== 'none' || opacity !== '1') return null
    if (!/, 0\)$|transparent/.test(backgroundColor))
      return { ink: getComputedStyle(text).color, ground: backgroundColor }
  }
  return null
}
