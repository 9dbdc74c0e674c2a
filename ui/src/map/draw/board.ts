import type { Card, Layout } from '../layout/board'
import type { Scene } from '../scene'
import { countsWithin, drawCard, drawLabel, drawPlate } from './card'
import { drawChip } from './chip'
import { bandSize, MOSAIC } from './lod'
import type { Options, View } from './options'
import type { Ramp } from './palette'
import { drawArrows, drawFlows, drawRelations, flowsOf, type Flow } from './relations'
import type { Surface } from './surface'

/** What is worked out once for a scene and its layout, and not for every frame. */
export interface Prepared {
  scene: Scene
  layout: Layout
  flows: readonly Flow[]
  counts: readonly ReturnType<typeof countsWithin>[]
  /** A few segments without groups: what is drawn at rest are the relations themselves. */
  plain: boolean
  /** What stands at the head of each card, shorter where there is little room; nothing where it has no head. */
  heads: readonly (readonly string[])[]
  most: Readonly<Record<Ramp, number>>
}

/** So many relations can be told apart when all are drawn. */
const PLAIN = 60

/** Gets a scene ready to be drawn many times. */
export function prepare(scene: Scene, layout: Layout): Prepared {
  return {
    scene,
    layout,
    flows: flowsOf(scene, layout),
    plain: scene.relations.length <= PLAIN && layout.cards.every((card) => card.segment < 0),
    counts: layout.cards.map((card) => countsWithin(scene, card.inside)),
    heads: layout.cards.map((card) => headOf(scene, card)),
    most: mostOf(scene),
  }
}

/** The name of a card; of a part of one also which part, and the group it begins within. */
function headOf(scene: Scene, { segment, part, inside }: Card): readonly string[] {
  const name = scene.segments[segment]?.name
  if (name === undefined) return []
  if (!part) return [name]
  const short = `${name} ${part.at + 1}/${part.of}`
  const group = scene.segments[inside[0] ?? -1]?.parent ?? segment
  return group === segment ? [short] : [`${short} › ${scene.segments[group]?.name ?? ''}`, short]
}

/** The most there is of what chips can be coloured by; of a gap, the most there can be. */
export function mostOf(scene: Pick<Scene, 'segments'>): Prepared['most'] {
  const leaves = scene.segments.filter((one) => !one.children.length)
  const most = (value: (one: (typeof leaves)[number]) => number) => Math.max(0, ...leaves.map(value))
  return {
    gap: 100,
    targets: most((one) => one.targets),
    capital: most((one) => one.capitalShare),
    changes: most((one) => one.changes),
  }
}

/** How strongly what is not lit is drawn. */
const BACK = 0.28

/** Draws what stands in the place of a segment. */
export type Chip = typeof drawChip

/** Draws the board, as much of it as the sheet shows. The same calls make a screen and a poster. */
export function drawBoard(
  surface: Surface,
  prepared: Prepared,
  view: View,
  options: Options,
  chip: Chip = drawChip,
): void {
  const { scene, layout } = prepared
  const { k, x, y, width, height } = view
  const { palette, lit } = options
  surface.box(0, 0, width, height, 0, { fill: palette.page })
  const seen = (left: number, top: number, w: number, h: number) =>
    left < width && top < height && left + w > 0 && top + h > 0
  const bands = layout.bands.map((one) => [one.x * k + x, one.y * k + y, one.w * k, one.h * k] as const)
  bands.forEach((box, at) => {
    const layer = layout.bands[at]?.layer
    if (layer && seen(...box)) surface.box(...box, Math.min(12, 16 * k), { fill: palette.bands[layer].fill })
  })
  if (!prepared.plain) drawFlows(surface, prepared.flows, layout, view, options)
  layout.cards.forEach((card, at) => {
    const box = [card.x * k + x, card.y * k + y, card.w * k, card.h * k] as const
    if (!seen(...box)) return
    const head = prepared.heads[at] ?? []
    const counts = prepared.counts[at]
    if (counts) drawCard(surface, head, counts, box, card.head * k, k, options)
    for (const one of card.inside) {
      const place = layout.places[one]
      const segmentThere = scene.segments[one]
      if (!place || !segmentThere) continue
      const rect = [place.x * k + x, place.y * k + y, place.w * k, place.h * k] as const
      if (!seen(...rect)) continue
      if (lit) surface.fade(lit.has(one) ? 1 : BACK)
      if (place.as === 'label') drawLabel(surface, segmentThere, rect, k, options)
      else chip(surface, segmentThere, rect, { options, most: prepared.most, firms: scene.firms.get(one) })
    }
    if (lit) surface.fade(1)
    if (head.length && options.detail === MOSAIC && !options.bare) drawPlate(surface, head, box, options)
  })
  if (prepared.plain) drawArrows(surface, scene, layout, view, options)
  else if (options.relations) drawRelations(surface, scene, layout, view, options)
  if (!options.bare) bands.forEach((box, at) => drawBandHead(surface, prepared, at, box, view, options))
}

/** The name of a layer at the top of its band; it stays at the top of the sheet while the band passes. */
function drawBandHead(
  surface: Surface,
  { scene, layout }: Prepared,
  at: number,
  [x, y, w, h]: readonly [number, number, number, number],
  view: View,
  { palette, letters, words }: Options,
): void {
  const band = layout.bands[at]
  if (!band || y > view.height || y + h < 0 || x > view.width || x + w < 0) return
  const colours = palette.bands[band.layer]
  const stuck = y < 0
  const head = band.head * view.k
  // As it stands at the top of its band it keeps to its own room; as it sticks to the sheet it may lie over cards.
  const size = stuck
    ? bandSize(view.k)
    : Math.min(bandSize(view.k), Math.max(Math.min(11, head * 0.8), Math.floor(head * 0.7)))
  const high = stuck ? Math.max(size * 1.5, head) : head
  const top = stuck ? Math.min(0, y + h - high) : y
  surface.clip(x, top, w, high)
  if (stuck) surface.box(x, top, w, high, 0, { fill: colours.fill })
  const left = Math.max(x, Math.min(0, x + w - 160)) + Math.max(8, 14 * view.k)
  const middle = top + high * 0.5
  const name = words.layer(band.layer)
  surface.text(left, middle, name, { size, colour: colours.ink, bold: true })
  const note = Math.min(14, Math.max(10, Math.round(size * 0.56)))
  const start = left + letters.measure(name, size, true) + size * 0.6
  const room = x + w - start - 8
  const long = words.complete(scene.layers[band.layer], false)
  const texts = [long, words.complete(scene.layers[band.layer], true)]
  const text = texts.find((one) => letters.measure(one, note, false) <= room)
  if (text) surface.text(start, middle + size * 0.1, text, { size: note, colour: colours.ink })
  surface.open()
}
