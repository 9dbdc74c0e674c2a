import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/theme/tokens.css', 'utf8')

/** The colours of a theme by token, the light ones under those of the dark. */
function theme(selector?: string): Map<string, string> {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  const wanted = blocks.filter(([, head = '']) => {
    const name = head.replace(/\/\*[\s\S]*?\*\//g, '').trim()
    return name === ':root' || name === selector
  })
  return new Map(
    wanted.flatMap(([, , body = '']) =>
      [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((one) => [one[1]!, one[2]!] as const),
    ),
  )
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['ground', 'surface', 'raised', 'sunken', 'hover']
const cross = (tokens: string[], grounds: string[]) =>
  tokens.flatMap((token) => grounds.map((ground) => [token, ground] as const))

/** Text that is read: 4.5 to 1 (WCAG 1.4.3, AA). */
const TEXT = [
  ...cross(['ink', 'ink-2', 'ink-3', 'accent-ink', 'danger', 'warn', 'good'], GROUNDS),
  ...cross(['ink', 'ink-2', 'accent-ink'], ['accent-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['good', 'good-soft'],
] as const
/** Edges of controls, rings of focus and marks of plots: 3 to 1 (WCAG 1.4.11, AA). */
const PARTS = [
  ...cross(['edge', 'accent'], ['ground', 'surface', 'raised', 'hover']),
  ...cross(['bar', 'bar-strong', 'line-2nd'], ['surface']),
]

describe.each([
  ['light', undefined],
  ['dark', ":root[data-theme='dark']"],
])('the %s theme', (_, selector) => {
  const colours = theme(selector)
  const weak = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([one, other]) => {
        const [front, back] = [colours.get(one), colours.get(other)]
        if (!front || !back) return `${one} on ${other}: no such colour`
        const found = contrast(front, back)
        return found < least ? `${one} on ${other}: ${found.toFixed(2)}` : ''
      })
      .filter(Boolean)
  it('has text that can be read', () => expect(weak(TEXT, 4.5)).toEqual([]))
  it('has edges, rings and marks that can be seen', () => expect(weak(PARTS, 3)).toEqual([]))
})

it('computes contrast as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
