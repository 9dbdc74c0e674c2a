import { describe, expect, it } from 'vitest'
import { roughMeasure } from '../draw/surface'
import { madeScene } from '../testing/made'
import { request, toldOf } from '../testing/told'
import { sheets } from './entry'
import type { Form, Sheet } from './request'

interface Written {
  text: string
  left: number
  right: number
  top: number
  foot: number
}

/** Where each text of a sheet stands. */
function written({ svg }: Sheet): Written[] {
  const found = svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"([^>]*)>([^<]*)</g)
  return [...found].map(([, x = '', y = '', size = '', rest = '', text = '']) => {
    const wide = roughMeasure(text.replace(/&\w+;/g, '&'), Number(size), rest.includes('font-weight'))
    const part = rest.includes('"middle"') ? 0.5 : rest.includes('"end"') ? 1 : 0
    const left = Number(x) - wide * part
    return { text, left, right: left + wide, top: Number(y) - Number(size) * 0.78, foot: Number(y) }
  })
}

/** Texts that end in …, with the sheet they stand on. */
const cuts = (sheet: Sheet): string[] =>
  written(sheet).flatMap(({ text }) => (text.endsWith('…') ? [`${sheet.name}: ${text}`] : []))

/** Texts that lie over each other, or over the edge of the sheet. */
function overlaps(sheet: Sheet): string[] {
  const all = written(sheet)
  const over = all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.foot - 0.5 &&
          other.top < one.foot - 0.5,
      )
      .map((other) => `${one.text} over ${other.text}`),
  )
  const out = all.filter(
    (one) => one.left < 0 || one.top < 0 || one.right > sheet.width || one.foot > sheet.height,
  )
  return [...over, ...out.map((one) => `${one.text} over the edge`)]
}

describe.each([
  [1, 1, 1, 1],
  [2, 30, 30, 1],
  [3, 138, 183, 2],
  [4, 204, 248, 3],
  [5, 400, 1200, 5],
  [6, 120, 50, 5],
])('a random chain %i of %i segments, %i relations, %i levels', (seed, count, relations, depth) => {
  const map = toldOf(madeScene(seed, count, relations, depth))

  it.each<Form>(['a1', 'slides', 'summary'])(
    'is told on %s with nothing cut and nothing over another',
    (form) => {
      const drawn = sheets(request(form, map), roughMeasure)
      expect(drawn.flatMap(cuts)).toEqual([])
      expect(drawn.flatMap(overlaps)).toEqual([])
    },
  )
})

it('one group that holds nearly all goes on in the next column, and on the next slide, in letters that are read', () => {
  const scene = madeScene(7, 400, 900, 5)
  const map = toldOf(scene)
  const root = scene.segments[scene.roots[0] ?? 0]?.id
  for (const one of map.segments) if (!one.parent && one.id !== root) one.parent = root ?? null
  for (const one of map.segments) one.layer = map.segments[0]?.layer ?? 'upstream'
  const drawn = sheets(request('slides', map), roughMeasure)
  // The overview and the slide of the gap stand at the ends.
  const layers = drawn.slice(1, -1)
  expect(layers.length).toBeGreaterThan(2)
  expect(layers.flatMap(cuts)).toEqual([])
  const names = new Set(
    layers.flatMap((sheet) =>
      written(sheet)
        .filter((one) => one.foot - one.top < 5)
        .map((one) => one.text),
    ),
  )
  expect(names).toEqual(new Set())
})
