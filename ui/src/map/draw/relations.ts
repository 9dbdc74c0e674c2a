import type { Layout } from '../layout/board'
import { SIZES, type Box } from '../layout/sizes'
import type { Scene } from '../scene'
import { laneBetween } from './lanes'
import type { Options, View } from './options'
import type { Surface } from './surface'

/** The flows between two cards, added up. */
export interface Flow {
  from: number
  to: number
  weight: number
}

/** Relations added up between the cards their ends stand in. */
export function flowsOf(scene: Scene, layout: Layout): Flow[] {
  const flows = new Map<number, Flow>()
  for (const one of scene.relations) {
    const from = layout.places[one.from]?.card
    const to = layout.places[one.to]?.card
    if (from === undefined || to === undefined || from === to) continue
    const key = from * 4096 + to
    const flow = flows.get(key) ?? { from, to, weight: 0 }
    flow.weight++
    flows.set(key, flow)
  }
  return [...flows.values()]
}

/** So far apart, two boxes are in different bands one above the other, in units. */
const BETWEEN = 90

/** The curve from one box to another, in pixels: out at the side, in at the side. */
export function curveBetween(from: Box, to: Box, { x, y, k }: View): number[] {
  const right = to.x >= from.x + from.w - 1
  const left = to.x + to.w <= from.x + 1
  const [y1, y2] = [from.y + from.h / 2, to.y + to.h / 2]
  const at = (px: number, py: number) => [px * k + x, py * k + y] as const
  const across = Math.max(to.x - from.x - from.w, from.x - to.x - to.w)
  const down = Math.max(to.y - from.y - from.h, from.y - to.y - to.h)
  if (down > across && down > BETWEEN) {
    // Far above or below: out at the top, in at the foot, or the other way round.
    const up = to.y < from.y
    const [x1, x2] = [from.x + from.w / 2, to.x + to.w / 2]
    const [top, foot] = up ? [from.y, to.y + to.h] : [from.y + from.h, to.y]
    const bend = Math.abs(foot - top) * 0.45 * (up ? -1 : 1)
    return [...at(x1, top), ...at(x1, top + bend), ...at(x2, foot - bend), ...at(x2, foot)]
  }
  if (!right && !left) {
    // One above the other: around their right side.
    const side = Math.max(from.x + from.w, to.x + to.w)
    const out = side + 26 + Math.abs(y1 - y2) * 0.06
    return [...at(from.x + from.w, y1), ...at(out, y1), ...at(out, y2), ...at(to.x + to.w, y2)]
  }
  const [x1, x2] = right ? [from.x + from.w, to.x] : [from.x, to.x + to.w]
  const wide = Math.abs(x2 - x1)
  // Beside each other: no room to bend.
  const bend = (wide < 30 && y1 === y2 ? wide / 2 : Math.max(30, wide * 0.45)) * (right ? 1 : -1)
  return [...at(x1, y1), ...at(x1 + bend, y1), ...at(x2 - bend, y2), ...at(x2, y2)]
}

/** Whether a flow runs from one layer to another beside it: within one, and to what serves all, is not drawn. */
function along(layout: Layout, from: number, to: number): boolean {
  return Math.abs(from - to) === 1 && layout.bands[from]?.y === layout.bands[to]?.y
}

/** The flows between cards, to be drawn before the cards: they show in the gaps. */
export function drawFlows(
  surface: Surface,
  flows: readonly Flow[],
  layout: Layout,
  view: View,
  { palette }: Options,
): void {
  surface.fade(palette.dark ? 0.3 : 0.22)
  for (const flow of flows) {
    const [from, to] = [layout.cards[flow.from], layout.cards[flow.to]]
    if (!from || !to || !along(layout, from.band, to.band)) continue
    const width = Math.max(0.8, Math.sqrt(flow.weight) * 4 * view.k)
    surface.curve(curveBetween(from, to, view), { stroke: palette.flow, width })
  }
  surface.fade(1)
}

/** Every relation, thin. */
export function drawRelations(
  surface: Surface,
  { relations }: Scene,
  { places }: Layout,
  view: View,
  { palette }: Options,
): void {
  surface.fade(0.4)
  for (const { from, to, critical } of relations) {
    const [one, other] = [places[from], places[to]]
    if (!one || !other) continue
    const stroke = critical ? palette.outgoing : palette.flow
    surface.curve(curveBetween(one, other, view), { stroke, width: critical ? 1.6 : 0.9 })
  }
  surface.fade(1)
}

/** Every relation as an arrow through the gaps between the segments, where there are few. */
export function drawArrows(
  surface: Surface,
  { relations }: Scene,
  layout: Layout,
  view: View,
  { palette }: Options,
): void {
  const size = Math.min(HEAD, Math.max(3, SIZES.chipGap * view.k * 0.8))
  relations.forEach(({ from, to, critical }, turn) => {
    const points = laneBetween(layout, [from, to], turn, view)
    if (!points.length) return
    const colour = critical ? palette.outgoing : palette.flow
    surface.path(points, { stroke: colour, width: critical ? 2.4 : 1.4 })
    surface.path(arrow(points, size), { fill: colour })
  })
}

/** A relation of the segment that is looked at. */
export interface Lit {
  curve: readonly number[]
  incoming: boolean
  critical: boolean
}

/** The line of a relation that is looked at: what comes in is solid, what goes out dashed. */
export function drawLit(surface: Surface, { curve, incoming, critical }: Lit, { palette }: Options): void {
  const colour = incoming ? palette.incoming : palette.outgoing
  const width = critical ? 3 : 1.8
  surface.curve(curve, { stroke: palette.card, width: width + 2 })
  surface.curve(curve, { stroke: colour, width, dash: incoming ? undefined : [6, 4] })
}

/** The head of its arrow. */
export function drawLitHead(surface: Surface, { curve, incoming }: Lit, { palette }: Options): void {
  surface.path(arrow(curve), { fill: incoming ? palette.incoming : palette.outgoing })
}

/** How long the head of an arrow is, in pixels. */
const HEAD = 8

/** The head of an arrow at the end of a course. */
function arrow(points: readonly number[], size = HEAD): number[] {
  const [hx = 0, hy = 0, x = 0, y = 0] = points.slice(-4)
  const length = Math.hypot(x - hx, y - hy) || 1
  const [ux, uy] = [(x - hx) / length, (y - hy) / length]
  const half = size * 0.55
  const [bx, by] = [x - ux * size, y - uy * size]
  return [x, y, bx - uy * half, by + ux * half, bx + uy * half, by - ux * half]
}
