import { describe, expect, it } from 'vitest'
import { makeScene } from '../scene'
import { madeScene } from '../testing/made'
import { boardLayout, aspectOf, type Layout } from './board'
import { partition } from './partition'
import type { Box } from './sizes'

const apart = (one: Box, other: Box) =>
  one.x + one.w <= other.x + 1e-6 ||
  other.x + other.w <= one.x + 1e-6 ||
  one.y + one.h <= other.y + 1e-6 ||
  other.y + other.h <= one.y + 1e-6

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.w <= outer.x + outer.w + 1e-6 &&
  inner.y + inner.h <= outer.y + outer.h + 1e-6

/** Pairs that overlap among chips and labels, among cards, among bands. */
function overlaps(layout: Layout): string[] {
  const found: string[] = []
  const pairs = (name: string, boxes: readonly Box[]) =>
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) if (!apart(one, other)) found.push(`${name} ${at}`)
    })
  pairs(
    'segment',
    layout.places.filter((one) => one.as !== 'card'),
  )
  pairs('card', layout.cards)
  pairs('band', layout.bands)
  return found
}

describe.each([
  [1, 1, 1, 1],
  [2, 2, 0, 2],
  [3, 30, 30, 1],
  [4, 138, 183, 2],
  [5, 204, 248, 3],
  [6, 400, 1200, 5],
  [7, 120, 50, 5],
  [8, 60, 10, 4],
])('a random chain %i of %i segments, %i relations, %i levels', (seed, count, relations, depth) => {
  const scene = madeScene(seed, count, relations, depth)

  it.each([0.5, 1, 1.414, 1.78, 3])('has no two things in one place at the form %f', (aspect) => {
    const layout = boardLayout(scene, aspect)
    expect(layout.places.filter(Boolean)).toHaveLength(count)
    expect(overlaps(layout)).toEqual([])
    const sheet = { x: 0, y: 0, w: layout.width, h: layout.height }
    expect(layout.bands.filter((one) => !within(one, sheet))).toEqual([])
    expect(layout.cards.filter((one) => !within(one, layout.bands[one.band] as Box))).toEqual([])
    expect(layout.places.filter((one) => !within(one, layout.cards[one.card] as Box))).toEqual([])
  })
  it('is the same at every run', () =>
    expect(boardLayout(scene, 1.5)).toEqual(boardLayout(madeScene(seed, count, relations, depth), 1.5)))
})

it('a chain without segments is an empty board', () =>
  expect(boardLayout(madeScene(1, 0, 0), 1).cards).toEqual([]))

it('a window drawn a little wider keeps its layout', () =>
  expect(aspectOf(1000, 720)).toBe(aspectOf(1010, 720)))

it.each([
  [[5, 5, 5, 5], 2, [2, 4], 10],
  [[9, 1, 1, 1], 2, [1, 4], 9],
  [[1], 3, [1], 1],
  [[2, 3, 4], 1, [3], 9],
])('divides %j into %i', (heights, columns, ends, height) =>
  expect(partition(heights, columns, 0)).toEqual({ ends, height }),
)

it('keeps the names of many levels within their card', () => {
  const flat = madeScene(3, 24, 0, 1)
  const segments = flat.segments.map((one, at) => ({
    ...one,
    parentId: at ? flat.segments[at - 1]?.id : undefined,
  }))
  const scene = makeScene({ ...flat, segments, relations: [], firms: undefined })
  for (const aspect of [0.6, 1.5, 3]) {
    const layout = boardLayout(scene, aspect)
    const card = layout.cards[0] as Box
    layout.places.forEach((one) => expect(within(one, card)).toBe(true))
    for (const one of layout.places) expect(one.w).toBeGreaterThan(card.w * 0.5)
  }
})
