import type { Completeness, Scene, Segment, State } from '../scene'
import { STATES } from '../scene'
import { headSize, labelSize, MOSAIC, SIGN } from './lod'
import type { Rect } from './named'
import type { Options } from './options'
import { drawSign } from './sign'
import type { Look, Surface } from './surface'

/** Lines lower than this hold no letters, in pixels. */
const LEAST = 9

/** A card's ground and, where it is of a segment, its name and the bar of its states. */
export function drawCard(
  surface: Surface,
  names: readonly string[],
  counts: Completeness['counts'],
  [x, y, w, h]: Rect,
  head: number,
  scale: number,
  options: Options,
): void {
  const { palette, letters, detail } = options
  surface.box(x, y, w, h, Math.min(8, 10 * scale), { fill: palette.card, stroke: palette.line, width: 1 })
  if (!names[0] || detail === MOSAIC) return
  const most = Math.min(headSize(scale), Math.max(LEAST, Math.floor(head * 0.85)))
  const middle = y + head * 0.54
  const bar = Math.min(72, Math.max(26, w * 0.28))
  const pad = Math.max(5, 11 * scale)
  const room = w - 2 * pad - bar - 6
  // A name that does not fit beside the bar is worth more than the bar.
  const wide = letters.measure(names[0], most, true) > room
  const width = wide ? w - 2 * pad : room
  const lines = (size: number) => (size * 2.45 <= head ? 2 : 1)
  const fitted = letters.fitName(names, [most, Math.min(most, options.least)], true, { width, most: lines })
  const step = fitted.size * 1.02
  // Two lines stand in the middle: the chips begin right below.
  const around = fitted.lines.length > 1 ? y + head / 2 : middle
  fitted.lines.forEach((line, at) => {
    const y = around + step * (at - (fitted.lines.length - 1) / 2)
    surface.text(x + pad, y, line, { size: fitted.size, colour: palette.ink, bold: true })
  })
  if (!wide) drawBar(surface, counts, [x + w - pad - bar, middle - 3.5, bar, 7], options)
}

/** How many segments are at each state, side by side. */
export function drawBar(
  surface: Surface,
  counts: Completeness['counts'],
  [x, y, w, h]: Rect,
  options: Options,
): void {
  const all = STATES.reduce((sum, one) => sum + counts[one], 0)
  if (!all) return
  let left = x
  for (const state of STATES) {
    const wide = (counts[state] / all) * w
    if (wide) surface.box(left, y, Math.max(1, wide - 1), h, 0, barLook(state, options))
    left += wide
  }
}

function barLook(state: State, { palette }: Options): Look {
  const { mark, fill } = palette.states[state]
  if (state === 'strong' || state === 'weak') return { fill: mark }
  if (state === 'missing') return { fill, hatch: palette.hatch, stroke: mark, width: 1 }
  if (state === 'extend') return { fill, stroke: mark, width: 1, dash: [1.5, 1.5] }
  return { fill, stroke: mark, width: 0.8 }
}

/** The line above the segments of a group within a card. */
export function drawLabel(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  scale: number,
  options: Options,
): void {
  const { palette, letters, detail } = options
  if (detail < SIGN) return
  const size = labelSize(scale)
  const middle = y + h * 0.56
  // A line too low for letters only parts what stands above it from what stands below.
  if (h < LEAST) return surface.path([x, middle, x + w, middle], { stroke: palette.line, width: 1 })
  drawSign(surface, segment.state, x + size * 0.42, middle, size * 0.3, palette)
  const left = x + size * 1.1
  const room = { width: w - size * 1.2, most: (least: number) => (least * 2.1 <= h ? 2 : 1) }
  const name = letters.fitName([segment.name], [size, Math.min(size, options.least)], false, room)
  // Where names are not read anyway, half of one is worth less than none.
  const lines = name.whole || detail > SIGN ? name.lines : []
  lines.forEach((line, at) => {
    const y = middle + name.size * 1.05 * (at - (lines.length - 1) / 2)
    surface.text(left, y, line, { size: name.size, colour: palette.ink2 })
  })
  const longest = Math.max(0, ...lines.map((line) => letters.measure(line, name.size, false)))
  const end = left + longest + 6
  if (end < x + w - 4) surface.path([end, middle, x + w, middle], { stroke: palette.line, width: 1 })
}

/** While chips show nothing but their colour: the name of the card upon it, where it is whole within the card. */
export function drawPlate(
  surface: Surface,
  names: readonly string[],
  [x, y, w, h]: Rect,
  options: Options,
): void {
  const { palette, letters } = options
  const most = (size: number) => Math.max(1, Math.min(4, Math.floor((h - 5) / (size * 1.3))))
  const { size, lines, whole } = letters.fitName(names, [13, options.least], true, { width: w - 12, most })
  const step = size * 1.3
  const wide = Math.max(...lines.map((line) => letters.measure(line, size, true))) + 12
  const high = lines.length * step + 5
  if (!whole || wide > w || high > h) return
  const [cx, cy] = [x + w / 2, y + h / 2]
  surface.box(cx - wide / 2, cy - high / 2, wide, high, 4, {
    fill: palette.card,
    stroke: palette.line,
    width: 1,
  })
  lines.forEach((line, at) => {
    const top = cy + (at - (lines.length - 1) / 2) * step
    surface.text(cx, top, line, { size, colour: palette.ink, bold: true, align: 'middle' })
  })
}

/** The states of the leaves in a card. */
export function countsWithin(scene: Scene, inside: readonly number[]): Completeness['counts'] {
  const counts: Record<State, number> = { strong: 0, weak: 0, missing: 0, extend: 0, unknown: 0 }
  for (const at of inside) {
    const one = scene.segments[at]
    if (one && !one.children.length) counts[one.state]++
  }
  return counts
}
