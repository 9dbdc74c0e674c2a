import { shallowRef } from 'vue'
import { expect, it } from 'vitest'
import { madeScene } from './testing/made'
import type { Scene } from './scene'
import { useMap } from './useMap'
import { treeRows } from './views/treeRows'

const made = () => {
  const scene = shallowRef<Scene | undefined>(madeScene(51, 80, 160, 3))
  return { scene, map: useMap(scene) }
}

it('walks the gaps by rank, round and round, and back', () => {
  const { scene, map } = made()
  const { gaps } = scene.value!
  expect(map.walkGaps(1)).toBe(gaps[0])
  expect(map.walkGaps(1)).toBe(gaps[1])
  expect(map.walkGaps(-1)).toBe(gaps[0])
  expect(map.walkGaps(-1)).toBe(gaps.at(-1))
  expect(map.walkGaps(1)).toBe(gaps[0])
})

it('follows relations out and in, and takes another instead', () => {
  const { scene, map } = made()
  const from = scene.value!.relations[0]!.from
  map.select(from)
  const ends = map.links.value.filter((one) => !one.incoming).map((one) => one.other)
  expect(map.follow('out')).toBe(ends[0])
  if (ends.length > 1) expect(map.follow('next')).toBe(ends[1])
  map.clear()
  expect(map.lit.value).toBeUndefined()
})

it('keeps what is selected when the map is read again, and forgets what is gone', async () => {
  const { scene, map } = made()
  map.select(7)
  const { id } = scene.value!.segments[7]!
  scene.value = madeScene(51, 80, 160, 3)
  expect(map.selectedId.value).toBe(id)
  scene.value = madeScene(51, 5, 0, 1)
  await Promise.resolve()
  expect(map.selected.value).toBe(-1)
})

it('the list holds every segment once, and none below what is closed', () => {
  const { scene } = made()
  const all = treeRows(scene.value!, new Set())
  const segments = all.filter((row) => row.at >= 0).map((row) => row.at)
  expect([...segments].sort((a, b) => a - b)).toEqual(scene.value!.segments.map((_, at) => at))
  const group = scene.value!.segments.find((one) => one.children.length)!
  const rows = treeRows(scene.value!, new Set([group.id]))
  expect(rows.some((row) => group.children.includes(row.at))).toBe(false)
  expect(
    treeRows(scene.value!, new Set(['upstream'])).some((row) => row.layer === 'upstream' && row.at >= 0),
  ).toBe(false)
})
