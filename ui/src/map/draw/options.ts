import type { Completeness, Layer, Segment, State } from '../scene'
import type { Detail } from './lod'
import type { Palette, Ramp } from './palette'
import type { Fitter } from './letters'

/** Where the board lies on the sheet: a point p of it at `k * p + (x, y)`. */
export interface View {
  x: number
  y: number
  k: number
  width: number
  height: number
}

/** The words on a map, in the present language. */
export interface Words {
  layer: (layer: Layer) => string
  state: (state: State) => string
  /** The completeness and the counts of a layer, long or short. */
  complete: (one: Completeness, short: boolean) => string
  /** “本地 2 家”, or “本2”. */
  local: (count: number, short: boolean) => string
  targets: (count: number, short: boolean) => string
  covered: (share: number) => string
  more: (count: number) => string
  /** Beside a firm that nothing but its business scope places. */
  byScope: () => string
}

export type ColourBy = 'state' | Ramp

/** How a map is to look now. */
export interface Options {
  palette: Palette
  words: Words
  letters: Fitter
  detail: Detail
  colourBy: ColourBy
  /** Segments to be shown strongly; the others step back. Absent: all alike. */
  lit?: ReadonlySet<number>
  /** All relations, and not only the flows between cards. */
  relations: boolean
  /** The smallest letters of a name, in pixels: on paper smaller ones than on a screen, before a name is cut. */
  least: number
  /** What stays free between a name and the right edge of its chip, in pixels; 2 where nothing is said. */
  edge?: number
  /** How many gaps carry their number. */
  pins: number
  /** Whether segments with leads carry a mark, though their firms are not told: on a screen, whose legend tells it. */
  leads?: boolean
  /** Without any words: a picture too small for them. */
  bare?: boolean
}

/** What a ramp colours by, as a share of the most. */
export function shareOf(by: Ramp, segment: Segment, most: Readonly<Record<Ramp, number>>): number {
  const value = {
    gap: segment.gap ?? 0,
    targets: segment.targets,
    capital: segment.capitalShare,
    changes: segment.changes,
  }[by]
  return most[by] > 0 ? value / most[by] : 0
}
