import { expect, it } from 'vitest'
import { makeScene } from '../scene'
import { madeScene } from '../testing/made'
import { boardLayout } from './board'
import { glided } from './glide'

const scene = madeScene(7, 60, 0)
const turned = makeScene({
  chain: scene.chain,
  name: scene.name,
  day: '',
  formula: '1',
  relations: [],
  segments: [...scene.segments].reverse().map(({ parent, ...one }) => ({
    ...one,
    ...(parent >= 0 ? { parentId: scene.segments[parent]?.id } : {}),
  })),
})
const from = { scene, layout: boardLayout(scene, 1.5) }
const to = { scene: turned, layout: boardLayout(turned, 1.5) }
const placeOf = ({ scene: of, layout }: typeof from, id: string) => layout.places[of.indexOf.get(id) ?? -1]

it('chips go from where they stood to where they belong', () => {
  const chips = scene.segments.filter(
    (one) => placeOf(from, one.id)?.as === 'chip' && placeOf(to, one.id)?.as === 'chip',
  )
  expect(chips.length).toBeGreaterThan(20)
  expect(chips.filter(({ id }) => placeOf(from, id)?.y !== placeOf(to, id)?.y).length).toBeGreaterThan(5)
  const start = { scene: turned, layout: glided(from, to, 0) }
  const half = { scene: turned, layout: glided(from, to, 0.5) }
  for (const { id } of chips) {
    expect(placeOf(start, id)).toMatchObject({ x: placeOf(from, id)?.x, y: placeOf(from, id)?.y })
    const ends = [placeOf(from, id)?.y ?? 0, placeOf(to, id)?.y ?? 0].sort((a, b) => a - b)
    expect(placeOf(half, id)?.y).toBeGreaterThanOrEqual(ends[0] ?? 0)
    expect(placeOf(half, id)?.y).toBeLessThanOrEqual(ends[1] ?? 0)
  }
  expect(glided(from, to, 1)).toBe(to.layout)
})

it('what was not there stands where it belongs at once', () => {
  const one = madeScene(3, 1, 0)
  const alone = { scene: one, layout: boardLayout(one, 1.5) }
  expect(
    glided(
      {
        scene: { segments: [], indexOf: new Map() },
        layout: { ...alone.layout, places: [], cards: [], bands: [] },
      },
      alone,
      0,
    ).places,
  ).toEqual(alone.layout.places)
})
