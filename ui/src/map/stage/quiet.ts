import type { Prepared } from '../draw/board'
import { headSize, labelSize, NAME, SIGN } from '../draw/lod'
import { nameRoom, type Rect } from '../draw/named'
import type { Options, View } from '../draw/options'
import type { Place } from '../layout/board'
import type { Box } from '../layout/sizes'
import type { Segment } from '../scene'
import { hit, holds } from './hit'

/** How far apart a curve is looked at, in pixels: no name is lower. */
const STEP = 7
/** How far around a name nothing is drawn, in pixels. */
const AROUND = 1.5

/** The names that curves run across, as the room they take: the curves are to pass beneath them. */
export function namesUnder(
  { scene, layout }: Prepared,
  view: View,
  options: Options,
  curves: readonly (readonly number[])[],
): Rect[] {
  const { k, x, y } = view
  const under = new Set<number>()
  for (const curve of curves) {
    let last: Box | undefined
    for (const [px, py] of along(curve)) {
      if (px < 0 || py < 0 || px >= view.width || py >= view.height) continue
      const [bx, by] = [(px - x) / k, (py - y) / k]
      if (last && holds(last, bx, by)) continue
      const at = hit(layout, bx, by)
      const place = layout.places[at]
      // A card holds others: only what holds none need not be looked for again.
      last = place?.as === 'card' ? undefined : place
      if (place) under.add(at)
    }
  }
  const rooms: Rect[] = []
  for (const at of under) {
    const [segment, place] = [scene.segments[at], layout.places[at]]
    if (!segment || !place) continue
    const head = layout.cards[place.card]?.head ?? 0
    const rect = [place.x * k + x, place.y * k + y, place.w * k, place.h * k] as const
    const room = roomOf(segment, place, rect, head * k, k, options)
    if (room) rooms.push(room)
  }
  return rooms.map(([left, top, w, h]) => [left - AROUND, top - AROUND, w + 2 * AROUND, h + 2 * AROUND])
}

/** Points along a cubic curve. */
function along(curve: readonly number[]): [number, number][] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curve
  const long = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)
  const count = Math.min(400, Math.ceil(long / STEP))
  return Array.from({ length: count }, (_, step) => {
    const t = (step + 0.5) / count
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]
  })
}

/** The room of the name of a chip, a group or a card; nothing where it shows none. */
function roomOf(
  segment: Segment,
  { as }: Place,
  [x, y, w, h]: Rect,
  head: number,
  k: number,
  options: Options,
): Rect | undefined {
  const { letters, detail } = options
  if (as === 'chip') return detail >= NAME ? nameRoom(segment, [x, y, w, h], options) : undefined
  if (detail < SIGN) return undefined
  const size = as === 'card' ? headSize(k) : labelSize(k)
  const wide = letters.measure(segment.name, size, as === 'card') + size * 1.2
  return [x, y, Math.min(w, wide), as === 'card' ? head : h]
}
