import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../core/schema/triage-names'

const css = readFileSync('renderer/app/theme.css', 'utf8')
const [, light = '', dark = ''] =
  /:root \{([^}]*)\}[\s\S]*?data-theme='dark'\] \{([^}]*)\}/.exec(css) ?? []

const colour = (theme: string, name: string): string => {
  const [, hex] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme) ?? []
  if (!hex) throw new Error(`the theme has no --${name}`)
  return hex
}
/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

describe('the colours of the levels', () => {
  it.each(LEVELS)('can be read at level %i, on the bar and beside it', (level) => {
    for (const [theme, least] of [
      [light, 7],
      [dark, 10],
    ] as const) {
      const bar = colour(theme, `level-${String(level)}`)
      expect(contrast(bar, colour(theme, 'on-level'))).toBeGreaterThanOrEqual(least)
    }
  })

  it('are four', () => {
    for (const theme of [light, dark])
      expect(new Set(LEVELS.map((level) => colour(theme, `level-${String(level)}`))).size).toBe(4)
  })
})
