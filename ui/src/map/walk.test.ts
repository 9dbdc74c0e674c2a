import { expect, it } from 'vitest'
import { boardLayout } from './layout/board'
import { linksOf, litBy } from './relate'
import { madeScene } from './testing/made'
import { ends, readingOrder, step, type Way } from './walk'

const scene = madeScene(31, 140, 200, 3)
const layout = boardLayout(scene, 1.4)

it('every segment can be reached by arrows from any other', () => {
  const [first] = ends(layout)
  const reached = new Set([first])
  const ways: Way[] = ['left', 'right', 'up', 'down']
  for (const at of reached) for (const way of ways) reached.add(step(layout, at, way))
  expect(reached.size).toBe(scene.segments.length)
})

it('an arrow goes the way it points', () => {
  const middle = (at: number) => {
    const { x, y, w, h } = layout.places[at]!
    return [x + w / 2, y + h / 2] as const
  }
  scene.segments.forEach((one, at) => {
    if (one.children.length) return
    const right = step(layout, at, 'right')
    if (right !== at && !scene.segments[right]!.children.length)
      expect(middle(right)[0]).toBeGreaterThan(middle(at)[0])
    const down = step(layout, at, 'down')
    if (down !== at && !scene.segments[down]!.children.length)
      expect(middle(down)[1]).toBeGreaterThan(middle(at)[1])
  })
})

it('reading order holds every segment once', () =>
  expect([...readingOrder(layout)].sort((a, b) => a - b)).toEqual(scene.segments.map((_, at) => at)))

it('the relations of a segment have it, or a group around it, at one end only', () => {
  scene.segments.forEach((_, at) => {
    const links = linksOf(scene, at)
    const lit = litBy(scene, at, links)
    expect(lit.has(at)).toBe(true)
    for (const { relation, other, incoming } of links) {
      expect(incoming ? relation.from : relation.to).toBe(other)
      expect(lit.has(other)).toBe(true)
    }
  })
})
