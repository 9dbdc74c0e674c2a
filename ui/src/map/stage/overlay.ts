import type { Prepared } from '../draw/board'
import type { Options, View } from '../draw/options'
import { curveBetween, drawLit, drawLitHead, type Lit } from '../draw/relations'
import type { Surface } from '../draw/surface'
import type { Box } from '../layout/sizes'
import type { Link } from '../relate'
import { namesUnder } from './quiet'

/** What moves above the board. */
export interface Over {
  selected: number
  marked: number
  hovered: number
  /** The keyboard is on the map: the marked segment has a ring. */
  focused: boolean
  links: readonly Link[]
  /** Where a dragged segment would come to stand, and the segment as it follows the pointer. */
  slot?: Box
  ghost?: { segment: number; x: number; y: number }
  /** A relation being drawn from a segment to the pointer. */
  thread?: { from: number; x: number; y: number }
  /** How far a ring has spread around the selected, 0 to 1. */
  pulse?: number
}

/** A surface above another, on which what was drawn can be taken away again. */
export interface Pane extends Surface {
  wipe: (x: number, y: number, w: number, h: number) => void
}

/** Draws what moves: relations of the selected segment, rings, what is dragged. */
export function drawOver(surface: Pane, prepared: Prepared, view: View, options: Options, over: Over): void {
  const { layout, scene } = prepared
  const { palette, letters } = options
  const boxOf = (at: number) => layout.places[at]
  const onScreen = (box: Box): Box => ({
    x: box.x * view.k + view.x,
    y: box.y * view.k + view.y,
    w: box.w * view.k,
    h: box.h * view.k,
  })
  const ring = (box: Box, out: number, width: number, colour: string, dash?: number[]) => {
    const { x, y, w, h } = onScreen(box)
    surface.box(x - out, y - out, w + 2 * out, h + 2 * out, Math.min(8, 5 + out), {
      stroke: colour,
      width,
      dash,
    })
  }
  const selected = boxOf(over.selected)
  const lit = over.links.flatMap(({ relation, incoming }): Lit[] => {
    const [from, to] = [boxOf(relation.from), boxOf(relation.to)]
    const { critical } = relation
    return from && to ? [{ curve: curveBetween(from, to, view), incoming, critical }] : []
  })
  for (const one of lit) drawLit(surface, one, options)
  // Lines pass beneath the names of what they cross.
  const curves = lit.map((one) => one.curve)
  for (const [x, y, w, h] of namesUnder(prepared, view, options, curves)) surface.wipe(x, y, w, h)
  for (const one of lit) drawLitHead(surface, one, options)
  const hovered = boxOf(over.hovered)
  if (hovered && over.hovered !== over.selected) ring(hovered, 1, 1.5, palette.ink3)
  if (selected) {
    ring(selected, 3, 4.5, palette.card)
    ring(selected, 3, 2.5, palette.focus)
    if (over.pulse !== undefined) {
      surface.fade(1 - over.pulse)
      ring(selected, 4 + over.pulse * 16, 3, palette.states.missing.mark)
      surface.fade(1)
    }
  }
  const marked = boxOf(over.marked)
  if (marked && over.focused && over.marked !== over.selected) {
    ring(marked, 3, 4.5, palette.card)
    ring(marked, 3, 2.5, palette.ours, [5, 3])
  }
  if (over.slot) {
    const { x, y, w, h } = onScreen(over.slot)
    surface.box(x, y, w, h, 3, { fill: palette.ours })
  }
  if (over.thread) {
    const from = boxOf(over.thread.from)
    if (from) {
      const start = onScreen(from)
      const points = [start.x + start.w / 2, start.y + start.h / 2, over.thread.x, over.thread.y]
      surface.path(points, { stroke: palette.outgoing, width: 2, dash: [6, 4] })
    }
  }
  if (over.ghost) {
    const name = scene.segments[over.ghost.segment]?.name ?? ''
    const wide = letters.measure(name, 13, true) + 20
    surface.fade(0.92)
    surface.box(over.ghost.x + 10, over.ghost.y + 8, wide, 28, 6, {
      fill: palette.card,
      stroke: palette.ours,
      width: 1.6,
    })
    surface.fade(1)
    surface.text(over.ghost.x + 20, over.ghost.y + 22, name, { size: 13, colour: palette.ink, bold: true })
  }
}
