import { expect, it } from 'vitest'
import { madeScene } from '../testing/made'
import { aggregate, neighbourhood } from './flow'

const scene = madeScene(41, 90, 160, 3)

it.each([0, 5, 20, 60])('what segment %i takes and gives has all its ends, and none twice', (at) => {
  const { nodes, edges, width, height } = neighbourhood(scene, at, 900)
  const segments = nodes.map((one) => one.segment)
  expect(new Set(segments).size).toBe(segments.length)
  expect(segments).toContain(at)
  for (const one of nodes) {
    expect(one.x + one.w).toBeLessThanOrEqual(width)
    expect(one.y + one.h).toBeLessThanOrEqual(height)
  }
  for (const edge of edges) expect([nodes[edge.from]?.segment, nodes[edge.to]?.segment]).toContain(at)
})

it('flows between groups add up to the relations that leave a group', () => {
  const picture = aggregate(scene, 900)
  const root = (at: number): number => {
    const parent = scene.segments[at]?.parent ?? -1
    return parent < 0 ? at : root(parent)
  }
  const leaving = scene.relations.filter((one) => root(one.from) !== root(one.to)).length
  expect(picture.edges.reduce((sum, one) => sum + one.weight, 0)).toBe(leaving)
  expect(picture.nodes).toHaveLength(scene.roots.length)
  expect(aggregate(scene, 900)).toEqual(picture)
})

it('thirty relations in a ring are thirty flows', () => {
  const ring = madeScene(1, 30, 0, 1)
  const around = {
    ...ring,
    relations: ring.segments.map((_, at) => ({
      id: `${at}`,
      from: at,
      to: (at + 1) % 30,
      kind: 'supplies',
      what: '',
      critical: false,
    })),
  }
  expect(aggregate(around, 900).edges).toHaveLength(30)
})
