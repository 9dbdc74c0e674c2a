import type { Layout } from '../layout/board'
import type { Box } from '../layout/sizes'
import { pathOf, type Layer, type Scene } from '../scene'
import { cardAt, hit } from '../stage/hit'

/** Where a segment is to go: below a parent (or at the first level of a layer), after a sibling or first. */
export interface Target {
  parent: number
  layer: Layer
  /** -1 stands for the first place. */
  after: number
}

/** A place under the pointer, and what is drawn there. */
export interface Drop extends Target {
  slot: Box
}

/** Those beside a segment, in their order. */
export function siblingsOf(scene: Scene, parent: number, layer: Layer): readonly number[] {
  if (parent >= 0) return scene.segments[parent]?.children ?? []
  return scene.roots.filter((at) => scene.segments[at]?.layer === layer)
}

const BAR = 4

/** Where a dragged segment would go at a point of the board; nowhere within itself. */
export function dropAt(
  scene: Scene,
  layout: Layout,
  dragged: number,
  x: number,
  y: number,
): Drop | undefined {
  const found = place(scene, layout, x, y)
  if (!found || found.after === dragged) return undefined
  return found.parent >= 0 && pathOf(scene, found.parent).includes(dragged) ? undefined : found
}

function place(scene: Scene, layout: Layout, x: number, y: number): Drop | undefined {
  const over = hit(layout, x, y)
  const box = layout.places[over]
  const one = scene.segments[over]
  if (box && one && box.as === 'chip') {
    const before = x < box.x + box.w / 2
    const beside = siblingsOf(scene, one.parent, one.layer)
    const after = before ? (beside[beside.indexOf(over) - 1] ?? -1) : over
    const left = before ? box.x - BAR : box.x + box.w
    return { parent: one.parent, layer: one.layer, after, slot: { x: left, y: box.y, w: BAR, h: box.h } }
  }
  if (box && one) return into(scene, over, { ...box, y: box.y + Math.min(box.h, 30) - BAR, h: BAR })
  const card = layout.cards[cardAt(layout, x, y)]
  if (card && card.segment >= 0)
    return into(scene, card.segment, { x: card.x, y: card.y + card.h - BAR, w: card.w, h: BAR })
  const band = layout.bands.find((b) => x >= b.x && x < b.x + b.w && y >= b.y && y < b.y + b.h)
  if (!band) return undefined
  const slot = { x: band.x, y: band.y + band.h - BAR, w: band.w, h: BAR }
  return { parent: -1, layer: band.layer, after: siblingsOf(scene, -1, band.layer).at(-1) ?? -1, slot }
}

function into(scene: Scene, parent: number, slot: Box): Drop {
  const one = scene.segments[parent]
  return { parent, layer: one?.layer ?? 'midstream', after: one?.children.at(-1) ?? -1, slot }
}

/** Where the keys move a segment: one place earlier or later beside its siblings, or out of its parent. */
export function shifted(scene: Scene, at: number, way: 'earlier' | 'later' | 'out'): Target | undefined {
  const one = scene.segments[at]
  if (!one) return undefined
  const { parent, layer } = one
  if (way === 'out') {
    if (parent < 0) return undefined
    return { parent: scene.segments[parent]?.parent ?? -1, layer, after: parent }
  }
  const beside = siblingsOf(scene, parent, layer)
  const here = beside.indexOf(at)
  if (way === 'earlier') return here > 0 ? { parent, layer, after: beside[here - 2] ?? -1 } : undefined
  const next = beside[here + 1]
  return next === undefined ? undefined : { parent, layer, after: next }
}
