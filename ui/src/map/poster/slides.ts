import type { Measure } from '../draw/surface'
import { aspectOf, boardLayout } from '../layout/board'
import { itemsOf, type Item } from '../layout/card'
import { divided } from '../layout/divide'
import { LAYERS, type Parts, type Scene } from '../scene'
import { boardSheet, footOf } from './board'
import { rootsOf, segmentsOnly } from './part'
import { Pen } from './pen'
import type { Request, Sheet, ToldGap } from './request'
import { heading, targetList } from './tables'
import { percent, type Say } from './words'

/** A slide of 16:9; one pixel is a point on a screen 13⅓ inches wide. */
const SIZE = { width: 960, height: 540 }
/** Chips narrower than this cut their names, whose letters are 10 points at least. */
const READABLE = 74
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
  const overview = boardSheet(scene, title, SIZE, request, say, measure, layers.length > 1 ? 0 : undefined)
  // One readable layer is the overview itself.
  return [overview, ...(layers.length > 1 ? layers : []), ...gaps]
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
  const high = SIZE.height - 110
  const layout = boardLayout(part, aspectOf(SIZE.width, high))
  return layout.chip.w * Math.min(SIZE.width / layout.width, high / layout.height)
}

/** Why one segment is a gap, and whom to call. */
function gapSlide(
  scene: Scene,
  title: string,
  gap: ToldGap,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet {
  const { width, height } = SIZE
  const name = `${gap.rank} ${gap.name}`
  const foot = footOf(scene, say)
  const pen = new Pen(width, height, name, `${title}. ${foot}`, measure, request.dark)
  const { palette } = pen
  pen.ground()
  const [left, top] = [36, 30]
  pen.line(left, top, [title, ...gap.path].join(' › '), { size: 12, colour: palette.ink3 }, width - 72)
  pen.line(left, top + 30, gap.name, { size: 28, colour: palette.ink, bold: true }, width * 0.6)
  const score = say('gap_score', { score: gap.score.toFixed(1), rank: gap.rank })
  pen.line(
    width - left,
    top + 30,
    score,
    { size: 18, colour: palette.target, bold: true, align: 'end' },
    width * 0.36,
  )
  const narrow = 330
  let y = heading(pen, left, top + 62, say('why'), 14)
  if (gap.coverage !== null) y = bar(pen, left, y, narrow, say('coverage'), gap.coverage)
  for (const [part, share] of Object.entries(gap.parts))
    if (share !== null) y = bar(pen, left, y, narrow, say(`part_${part}`), share)
  y += 8
  for (const why of gap.why.slice(0, 6))
    y = pen.paragraph(left, y, `· ${why}`, { size: 12, colour: palette.ink2 }, narrow, 2)
  const [right, wide] = [left + narrow + 36, width - 2 * left - narrow - 36]
  y = heading(pen, right, top + 62, say('to_call'), 14)
  if (gap.targets.length) targetList(pen, [right, y, wide, 12], gap.targets.slice(0, 7), say)
  else pen.line(right, y + 12, say('no_target'), { size: 12, colour: palette.ink3 }, wide)
  pen.line(left, height - 18, foot, { size: 10, colour: palette.ink3 }, width - 72)
  return pen.sheet()
}

/** A named share as a bar; returns where the next line begins. */
function bar(pen: Pen, x: number, y: number, width: number, name: string, share: number): number {
  const type = { size: 12, colour: pen.palette.ink2 }
  pen.line(x, y + 10, name, type, 90)
  pen.bar(x + 96, y + 10, width - 150, share, pen.palette.states.strong.mark)
  pen.line(x + width, y + 10, percent(share), { ...type, align: 'end' }, 48)
  return y + 22
}
