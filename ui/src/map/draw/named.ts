import type { Segment } from '../scene'
import type { Fitted } from './letters'
import { COUNTS, DOTS, nameSize } from './lod'
import type { Options } from './options'

/** Left, top, width and height in pixels of the sheet. */
export type Rect = readonly [x: number, y: number, w: number, h: number]

/** What stands in a chip: the name, in letters of which size, whether counts are below it, and the room of the sign. */
interface Named extends Fitted {
  counts: boolean
  sign: number
}

/** Letters smaller than this have no counts below them. */
const SMALLEST = 10
/** What stays free right of a name on a screen. */
const EDGE = 2
/** What stays free above and below a name together: a pixel less on each side than right of it. */
const rims = (edge: number) => 2 * (edge - 1)
/** What the corner of a changed segment takes of the line of its name. */
const CORNER = 8

/**
 * The name in letters in which it is whole, above the counts; a name that is whole only without them stands
 * alone, and beside a smaller sign where that makes it whole. What is whole in no letters is told shorter.
 */
function fitted(
  segment: Segment,
  [w, h]: readonly [number, number],
  bold: boolean,
  { letters, detail, least, edge = EDGE }: Options,
): Named {
  const largest = nameSize(w)
  const usual = Math.round(largest * 1.5)
  const narrow = Math.round(largest * 1.1)
  const above = (size: number) => (h >= size * 3.4 + 6 ? 2 : 1)
  const alone = (size: number) =>
    Math.max(1, Math.min(size < SMALLEST ? 4 : 3, Math.floor((h - rims(edge)) / (size * 1.06))))
  const fit = (name: string, sign: number, counts: boolean): Named => {
    const room = { width: w - sign - (segment.changed ? CORNER : edge), most: counts ? above : alone }
    const smallest = Math.min(largest, counts ? SMALLEST : least)
    return { ...letters.fit(name, [largest, smallest], bold, room), sign, counts }
  }
  const { whole, parts } = letters.forms(segment.name)
  const forms = [...whole, ...parts]
  for (const form of forms) {
    const ways = [() => fit(form, usual, false), () => fit(form, narrow, false)]
    if (detail >= COUNTS) ways.unshift(() => fit(form, usual, true))
    for (const way of ways) {
      const named = way()
      if (named.whole) return named
    }
  }
  const last = forms.at(-1) ?? segment.name
  return detail >= COUNTS ? fit(last, usual, true) : fit(last, narrow, false)
}

/** A name as it stands in its chip. */
interface Placed extends Named {
  bold: boolean
  left: number
  top: number
  /** From one line to the next. */
  gap: number
}

/** Where the lines of a name stand in a chip. */
export function placed(segment: Segment, [x, y, w, h]: Rect, options: Options): Placed {
  const bold = segment.state === 'strong' || (segment.rank ?? Infinity) <= options.pins
  const named = fitted(segment, [w, h], bold, options)
  // Lines stand closer where they fill the chip.
  const gap = Math.min(
    Math.round(named.size * 1.12),
    (h - rims(options.edge ?? EDGE)) / Math.max(1, named.lines.length),
  )
  const below = named.counts ? Math.max(9, nameSize(w) - 3) + 5 : 0
  const block = Math.min(h, gap * named.lines.length + below)
  const top = options.detail >= DOTS ? y + 5 : y + (h - block) / 2
  return { ...named, bold, left: x + named.sign, top, gap }
}

/** The room that the lines of a name take in a chip. */
export function nameRoom(segment: Segment, rect: Rect, options: Options): Rect {
  const { left, top, gap, lines, size, bold } = placed(segment, rect, options)
  const wide = Math.max(0, ...lines.map((line) => options.letters.measure(line, size, bold)))
  return [left, top, wide, gap * lines.length]
}
