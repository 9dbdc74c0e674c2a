import type { Layout } from '../layout/board'
import { SIZES } from '../layout/sizes'
import type { View } from './options'

/** So many relations run beside each other in a gap before they lie upon each other. */
const LANES = 3
/** How far they run apart, in units. */
const APART = 1.7
/** Rows that differ by less stand beside each other, in units. */
const LEVEL = 1

/**
 * The course of a relation through the gaps between segments, in pixels: out at the right, in at the left, and
 * over no name. `turn` tells those apart that run through the same gap.
 */
export function laneBetween(
  layout: Layout,
  [from, to]: readonly [number, number],
  turn: number,
  { x, y, k }: View,
): number[] {
  const [one, other] = [layout.places[from], layout.places[to]]
  if (!one || !other) return []
  const half = SIZES.chipGap / 2
  const lane = ((turn % LANES) - (LANES - 1) / 2) * APART
  const [y1, y2] = [one.y + one.h / 2, other.y + other.h / 2]
  const [out, into] = [one.x + one.w, other.x]
  const beside = Math.abs(y1 - y2) < LEVEL && into >= out && into - out <= SIZES.chipGap + LEVEL
  const [right, left] = [out + half + lane, into - half + lane]
  const between = gapBetween(layout, [from, to], half) + lane
  const course = beside
    ? [out, y1, into, y2]
    : [out, y1, right, y1, right, between, left, between, left, y2, into, y2]
  return course.map((at, index) => (index % 2 ? at * k + y : at * k + x))
}

/** The height at which a relation goes across: between two strips of layers, else along the row of its end. */
function gapBetween(layout: Layout, [from, to]: readonly [number, number], half: number): number {
  const [one, other] = [layout.places[from], layout.places[to]]
  const bandOf = (card: number | undefined) => layout.bands[layout.cards[card ?? -1]?.band ?? -1]
  const [above, below] = [bandOf(one?.card)?.y ?? 0, bandOf(other?.card)?.y ?? 0]
  if (above !== below) return Math.max(above, below) - SIZES.bandGap / 2
  if (!one || !other) return 0
  return one.y < other.y - LEVEL ? other.y - half : other.y + other.h + half
}
