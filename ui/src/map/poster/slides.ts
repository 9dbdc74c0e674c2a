import type { Measure } from '../draw/surface'
import { aspectOf, boardLayout } from '../layout/board'
import { itemsOf, type Item } from '../layout/card'
import { divided } from '../layout/divide'
import { LAYERS, type Parts, type Scene } from '../scene'
import { AROUND, boardSheet, drawn, READABLE } from './board'
import { gapSlide } from './gap'
import { overview } from './overview'
import { rootsOf, segmentsOnly } from './part'
import { SLIDE as SIZE, type Request, type Sheet } from './request'
import type { Say } from './words'

/** The most slides for one layer. */
const MOST = 24

/** One overview, one slide or more a layer, one for each gap that is told. */
export function slides(
  scene: Scene,
  all: Parts,
  title: string,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet[] {
  const board = (part: Scene, name: string) => boardSheet(part, name, SIZE, request, say, measure)
  const layers = LAYERS.flatMap((layer) => {
    const roots = rootsOf(scene, layer)
    if (!roots.length) return []
    const parts = readable(scene, all, roots)
    const count = parts.length > 1 ? (at: number) => ` ${at + 1}/${parts.length}` : () => ''
    return parts.map((part, at) => board(part, `${title} · ${say(`layer.${layer}`)}${count(at)}`))
  })
  const gaps = request.gaps.map((gap) => gapSlide(scene, title, gap, request, say, measure))
  const first = () => {
    if (layers.length < 2) return boardSheet(scene, title, SIZE, request, say, measure)
    // What cannot be read on one slide stands on those that follow: here are its groups.
    if (chipWidth(scene) >= READABLE) {
      const layout = boardLayout(scene, aspectOf(SIZE.width, SIZE.height - AROUND))
      const whole = drawn(scene, layout, title, SIZE, request, say, measure)()
      if (!whole.cut) return whole
    }
    const groups = overview(scene, all, title, request, say, measure)
    return groups ?? boardSheet(scene, title, SIZE, request, say, measure, 0)
  }
  // One readable layer is the overview itself.
  return [first(), ...(layers.length > 1 ? layers : []), ...gaps]
}

/** A layer in as few parts as can be read; where one group is too much for a slide, it goes on on the next. */
function readable(scene: Scene, all: Parts, roots: readonly number[]): Scene[] {
  const items = roots.flatMap((at): Item[] => {
    const isGroup = !!scene.segments[at]?.children.length
    const own = { segment: at, within: -1, indent: isGroup ? 0 : undefined }
    return [own, ...itemsOf(scene, at, 1)]
  })
  for (let count = 1; ; count++) {
    const runs = divided(items, count).map((run) => run.map((item) => item.segment))
    const parts = runs.map((some) => segmentsOnly(all, scene, some))
    if (parts.every((part) => chipWidth(part) >= READABLE) || count >= Math.min(MOST, items.length))
      return parts
  }
}

function chipWidth(part: Scene): number {
  const high = SIZE.height - AROUND
  const layout = boardLayout(part, aspectOf(SIZE.width, high))
  return layout.chip.w * Math.min(SIZE.width / layout.width, high / layout.height)
}
