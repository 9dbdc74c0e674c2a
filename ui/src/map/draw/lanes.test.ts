import { expect, it } from 'vitest'
import { boardLayout } from '../layout/board'
import { LAYERS, makeScene, type Parts } from '../scene'
import { madeScene } from '../testing/made'
import { laneBetween } from './lanes'

/** Segments without groups in so many layers, each a supplier of the next, the last of the first. */
function ring(count: number, layers: number, step = 1) {
  const made = madeScene(3, count, 0, 1)
  const segments: Parts['segments'] = made.segments.map((one, at) => ({
    ...one,
    layer: LAYERS[at % layers] ?? 'midstream',
  }))
  const relations = segments.map((one, at) => ({
    id: `r${at}`,
    from: one.id,
    to: segments[(at + step) % count]?.id ?? '',
    kind: 'supplies',
    what: '',
    critical: false,
  }))
  return makeScene({ chain: 'ring', name: '环', segments, relations, day: '2026-11-26', formula: '1' })
}

it.each([
  [30, 1, 1],
  [30, 3, 1],
  [30, 4, 1],
  [30, 1, 7],
  [13, 2, 5],
  [2, 1, 1],
])('relations of a ring of %i in %i layers, %i on, pass over no segment', (count, layers, step) => {
  const scene = ring(count, layers, step)
  for (const aspect of [0.7, 1.5, 2.4]) {
    const layout = boardLayout(scene, aspect)
    const view = { x: 0, y: 0, k: 1, width: layout.width, height: layout.height }
    scene.relations.forEach(({ from, to }, turn) => {
      const points = laneBetween(layout, [from, to], turn, view)
      for (let at = 0; at + 3 < points.length; at += 2) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4)
        const over = layout.places.findIndex(
          ({ x, y, w, h }) =>
            Math.min(x1, x2) < x + w - 0.1 &&
            Math.max(x1, x2) > x + 0.1 &&
            Math.min(y1, y2) < y + h - 0.1 &&
            Math.max(y1, y2) > y + 0.1,
        )
        expect(over, `${from} to ${to} at ${at} for ${aspect}`).toBe(-1)
      }
    })
  }
})
