import Color from 'colorjs.io'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../core/schema/triage-names'

const css = readFileSync('renderer/app/theme.css', 'utf8')
const [, light = '', dark = ''] =
  /:root \{([^}]*)\}[\s\S]*?data-theme='dark'\] \{([^}]*)\}/.exec(css) ?? []
const THEMES = { light, dark }

const colour = (theme: string, name: string): string => {
  const [, hex] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme) ?? []
  if (!hex) throw new Error(`the theme has no --${name}`)
  return hex
}
const contrast = (theme: keyof typeof THEMES, one: string, other: string): number =>
  new Color(colour(THEMES[theme], one)).contrastWCAG21(new Color(colour(THEMES[theme], other)))

/** Every colour of words, and every ground that they stand on. */
const WORDS: readonly [ink: string, grounds: readonly string[]][] = [
  ['ink', ['ground', 'card', 'action-soft', 'coral-soft']],
  ['ink-soft', ['ground', 'card', 'action-soft']],
  ['action', ['ground', 'card']],
  ['on-action', ['action']],
  ['ground', ['ink']],
  ...LEVELS.map((level) => [`level-${String(level)}`, ['on-level']] as [string, string[]]),
]
const pairs = WORDS.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const))

describe('words can be read', () => {
  it.each(pairs)('in %s on %s: 7 to 1, and 10 to 1 in the dark', (ink, ground) => {
    expect(contrast('light', ink, ground)).toBeGreaterThanOrEqual(7)
    expect(contrast('dark', ink, ground)).toBeGreaterThanOrEqual(10)
  })
})

/** What tells something without words, like the ring of the focus: 3 to 1 by WCAG 2.2, 1.4.11. */
const SIGNS = ['action', 'coral'].flatMap((sign) =>
  ['ground', 'card'].map((ground) => [sign, ground] as const),
)
describe('signs can be seen', () => {
  it.each(SIGNS)('in %s on %s', (sign, ground) => {
    for (const theme of ['light', 'dark'] as const)
      expect(contrast(theme, sign, ground)).toBeGreaterThanOrEqual(3)
  })
})

it('the colours of the levels are four', () => {
  for (const theme of [light, dark])
    expect(new Set(LEVELS.map((level) => colour(theme, `level-${String(level)}`))).size).toBe(4)
})
