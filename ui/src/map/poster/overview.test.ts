import { expect, it } from 'vitest'
import { roughMeasure } from '../draw/surface'
import { madeScene } from '../testing/made'
import { request, told, toldOf } from '../testing/told'
import { cellLayout } from './cells'
import { sheets } from './entry'

const sizes = (svg: string) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
const first = (map: ReturnType<typeof told>) => sheets(request('slides', map), roughMeasure)[0]?.svg ?? ''

it('the first slide of a large chain names its groups in letters that are read, and what is in them', () => {
  const map = told(200)
  map.segments.forEach((one, at) => (one.parent = at < 20 ? null : (map.segments[at % 20]?.id ?? null)))
  const svg = first(map)
  const roots = map.segments.slice(0, 20)
  const text = svg.replace(/<[^>]*>/g, '\n').split('\n')
  for (const { name } of roots) expect(text.join('')).toContain(name)
  expect(Math.min(...sizes(svg))).toBeGreaterThanOrEqual(8)
  const pins = text.filter((one) => /^\d+$/.test(one)).map(Number)
  for (let rank = 1; rank <= 12; rank++) expect(pins).toContain(rank)
  // No segment of those within them.
  const leaf = map.segments.at(-1)
  expect(text).not.toContain(leaf?.name)
})

it.each([
  ['on the first level', false],
  ['below one group', true],
])('the first slide of a chain of 200 segments %s tells of its layers', (_, below) => {
  const map = told(200)
  const root = map.segments[0]?.id
  for (const one of map.segments) one.parent = below && root !== one.id ? (root ?? null) : null
  if (below) for (const one of map.segments) one.layer = 'midstream'
  const svg = first(map)
  const text = svg.replace(/<[^>]*>/g, '\n').split('\n')
  const pins = text.filter((one) => /^\d+$/.test(one)).map(Number)
  for (let rank = 1; rank <= 12; rank++) expect(pins).toContain(rank)
  expect(text.filter((one) => /另有 \d+ 个/.test(one))).toHaveLength(below ? 1 : 4)
  expect(Math.min(...sizes(svg))).toBeGreaterThanOrEqual(8)
})

it('a small chain stands whole on its first slide', () => {
  const svg = first(told(12))
  for (const { name } of told(12).segments) expect(svg.replace(/<[^>]*>|\s/g, '')).toContain(name)
})

it.each([
  [1, 40, 960, 430],
  [2, 300, 960, 430],
  [3, 7, 500, 500],
])('cells of chain %i lie within their bands and apart', (seed, count, width, height) => {
  const scene = madeScene(seed, count, 0, 2)
  const layout = cellLayout(scene, width, height)
  expect(layout.cards.map((card) => card.inside[0]).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(scene.roots)
  expect(layout.height).toBeLessThanOrEqual(height + 1e-6)
  layout.cards.forEach((one, at) => {
    const band = layout.bands[one.band]
    expect(one.x).toBeGreaterThan(band?.x ?? Infinity)
    expect(one.x + one.w).toBeLessThan((band?.x ?? 0) + (band?.w ?? 0))
    expect(one.y + one.h).toBeLessThan((band?.y ?? 0) + (band?.h ?? 0))
    for (const other of layout.cards.slice(at + 1))
      expect(
        one.x + one.w < other.x ||
          other.x + other.w < one.x ||
          one.y + one.h < other.y ||
          other.y + other.h < one.y,
      ).toBe(true)
  })
})

it('all pages of a chain of one group are of what is in it', () => {
  const map = toldOf(madeScene(7, 400, 900, 5))
  const root = map.segments[0]?.id
  for (const one of map.segments.slice(1)) if (!one.parent) one.parent = root ?? null
  expect(first(map)).not.toMatch(/NaN|undefined/)
})
