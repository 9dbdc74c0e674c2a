import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { madeScene } from '../testing/made'
import { plainWords } from '../testing/words'
import { Fitter } from './letters'
import { COUNTS, NAME, type Detail } from './lod'
import { placed } from './named'
import type { Options } from './options'
import { LIGHT } from './palette'
import { formsOf } from './short'
import { roughMeasure } from './surface'

/** The English names of the starter atlas. */
const atlas = readFileSync('../crates/app/atlas/segments.csv', 'utf8').split('\n').slice(1)
const names = atlas.flatMap((line) => {
  const [, , , , , name] =
    line.match(/("[^"]*"|[^,]*)(?:,|$)/g)?.map((one) => one.replace(/^"|"?,?$/g, '')) ?? []
  return name ? [name] : []
})
const options = (detail: Detail): Options => ({
  ...{ palette: LIGHT, words: plainWords, letters: new Fitter(roughMeasure, formsOf), detail },
  ...{ colourBy: 'state' as const, relations: false, least: 9, pins: 0 },
})
const segment = { ...madeScene(1, 1, 0, 1).segments[0]!, state: 'weak' as const }

it.each<[number, number, Detail, number]>([
  [58, 24, NAME, 0.4],
  [66, 27, NAME, 0.6],
  [76, 31, NAME, 0.85],
  [120, 48, COUNTS, 0.97],
])('no English name of the atlas is chopped within a word in a chip of %i × %i', (w, h, detail, most) => {
  expect(names.length).toBeGreaterThan(500)
  let told = 0
  for (const name of names) {
    const { lines } = placed({ ...segment, name }, [0, 0, w, h], options(detail))
    // Syllables go on in the next line after a hyphen; what is left out is whole words, or the end of the first.
    const plain = (text: string) => text.replace(/[\s-]/g, '')
    const { whole, parts } = formsOf(name)
    expect([...whole, ...parts].map(plain), `${name}: ${lines.join(' | ')}`).toContain(plain(lines.join('')))
    if (whole.map(plain).includes(plain(lines.join('')))) told++
  }
  // Most are told whole.
  expect(told / names.length).toBeGreaterThan(most)
})

it('the lines of a name stay within its chip', () => {
  for (const name of names)
    for (const h of [24, 31, 36, 43.6, 52]) {
      const { top, gap, lines } = placed({ ...segment, name }, [0, 0, 110, h], options(NAME))
      expect(top, name).toBeGreaterThanOrEqual(0)
      expect(top + gap * lines.length, name).toBeLessThanOrEqual(h)
    }
})

it('leaves the room asked for right of a name', () => {
  const [width, edge] = [108, 5]
  const { letters } = options(NAME)
  for (const name of names) {
    const { lines, size, bold, left } = placed({ ...segment, name }, [0, 0, width, 40], {
      ...options(NAME),
      edge,
    })
    for (const line of lines)
      expect(left + letters.measure(line, size, bold), line).toBeLessThanOrEqual(width - edge)
  }
})
