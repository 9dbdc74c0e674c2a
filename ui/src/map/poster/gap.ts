import { drawSign } from '../draw/sign'
import type { Measure } from '../draw/surface'
import { scoreText, sumOf } from '../score/sum'
import type { Scene } from '../scene'
import { footOf } from './board'
import { Pen } from './pen'
import { SLIDE, type Request, type Sheet, type ToldGap, type ToldNear } from './request'
import { heading, parksHigh, parkTable, targetList } from './tables'
import { percent, type Say } from './words'

const EDGE = 36
/** Where the columns begin and end, and how wide they are. */
const TOP = 92
const BOTTOM = SLIDE.height - 34
const LEFT = { x: EDGE, width: 400 }
const RIGHT = { x: EDGE + 424, width: SLIDE.width - 2 * EDGE - 424 }
/** The size of the letters, of a heading, from line to line, and between two parts of a column. */
const SIZE = 13
const HEAD = 15
const STEP = 21
const APART = 8
/** A firm to call takes so much room. */
const TARGET = SIZE * 4.4
/** What a score is made of, the heaviest first. */
const PARTS = ['importance', 'feasibility', 'availability', 'policy'] as const
/** With fewer firms to call it is told by which words more are found. */
const FEW = 3

/** The most that names of segments beside the gap take of a line. */
const NAMES = 0.66

/** A column as it fills: what stands in it so far ends at `y`. */
interface Column {
  x: number
  width: number
  y: number
}

/** One gap: what its score is made of and why, who of the zone stands beside it, whom to call and where to go. */
export function gapSlide(
  scene: Scene,
  title: string,
  gap: ToldGap,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet {
  const { width, height } = SLIDE
  const foot = footOf(scene, say)
  const name = `${gap.rank} ${gap.name}`
  const pen = new Pen(width, height, name, `${title}. ${foot}`, measure, request.dark)
  pen.ground()
  head(pen, title, gap, say)
  const left: Column = { ...LEFT, y: TOP }
  const right: Column = { ...RIGHT, y: TOP }
  reckoned(pen, left, gap, request, say)
  reasons(pen, left, gap, say)
  const parks = gap.parks.slice(0, 4)
  const below = parks.length ? HEAD * 1.6 + APART + parksHigh(SIZE, parks.length) : 0
  targets(pen, right, gap, Math.floor((BOTTOM - TOP - HEAD * 1.6 - below) / TARGET), say)
  if (parks.length) {
    const y = heading(pen, right.x, right.y, say('parks_to_visit'), HEAD)
    right.y = parkTable(pen, [right.x, y, right.width, SIZE], parks, say) + APART
  }
  const emptier = () => (left.y <= right.y ? left : right)
  if (gap.targets.length < FEW) sought(pen, emptier(), gap, request, say)
  near(pen, emptier(), gap, say)
  pen.line(EDGE, height - 18, foot, { size: 10, colour: pen.palette.ink3 }, width - 2 * EDGE)
  return pen.sheet()
}

/** Where the gap is, its name, its score and how it stands. */
function head(pen: Pen, title: string, gap: ToldGap, say: Say): void {
  const { palette, width } = pen
  const [end, most] = [width - EDGE, width - 2 * EDGE]
  pen.line(EDGE, 26, [title, ...gap.path].join(' › '), { size: 12, colour: palette.ink3 }, most * 0.7)
  pen.line(EDGE, 57, gap.name, { size: 28, colour: palette.ink, bold: true }, most * 0.64, 42)
  const score = say('gap_score', { score: scoreText(gap.score), rank: gap.rank })
  const type = { size: 19, colour: palette.target, bold: true, align: 'end' as const }
  pen.line(end, 50, score, type, most * 0.34)
  const { rank_low: low, rank_high: high } = gap
  const span = low < high ? [`${say('rank_span')} ${low}–${high}`] : []
  const stands = [say(`state.${gap.state}`), ...span].join(' · ')
  const small = { size: 12, colour: palette.ink2 }
  pen.line(end, 72, stands, { ...small, align: 'end' }, most * 0.3)
  drawSign(pen.on, gap.state, end - pen.letters.measure(stands, 12, false) - 12, 72, 5, palette)
  pen.rule(EDGE, 84, most)
}

/** The score as it is reckoned: each part with its weight, and what the sum is multiplied by. */
function reckoned(pen: Pen, column: Column, gap: ToldGap, request: Request, say: Say): void {
  const { palette } = pen
  const type = { size: SIZE, colour: palette.ink2 }
  const { x, width } = column
  let y = heading(pen, x, column.y, say('score_parts'), HEAD)
  const weights = request.map.weights as Readonly<Record<string, number | null>>
  const parts = PARTS.map((name) => ({ name, value: gap.parts[name], weight: weights[name] ?? 0 }))
  const { addends, total } = sumOf(parts)
  const columns = [88, 122, 44, 46, 44].map((wide, at) => ({
    width: wide,
    align: at > 1 ? ('end' as const) : ('start' as const),
  }))
  for (const { name, value, weight, product } of addends) {
    const shown = value === undefined ? say('part_unknown') : percent(value)
    const how = weight === undefined ? '–' : `× ${weight.toFixed(2)}`
    const cells = [say(`part_${name}`), '', shown, how, product?.toFixed(2) ?? '–']
    pen.row(x, y + STEP / 2, cells, columns, type)
    if (value !== undefined) pen.bar(x + 101, y + STEP / 2, 116, value, palette.states.strong.mark)
    y += STEP
  }
  pen.rule(x, y + 1, width)
  const open = percent(1 - (gap.coverage ?? 0))
  const sum = say('score_sum', { sum: total.toFixed(2), open, score: scoreText(gap.score) })
  pen.line(x, y + STEP / 2 + 2, sum, { ...type, colour: palette.ink, bold: true }, width)
  column.y = y + STEP + APART
}

function reasons(pen: Pen, column: Column, gap: ToldGap, say: Say): void {
  const type = { size: SIZE, colour: pen.palette.ink2 }
  let y = heading(pen, column.x, column.y, say('why'), HEAD)
  for (const why of gap.why.slice(0, 5)) {
    pen.line(column.x, y + SIZE * 0.72, '·', type, SIZE)
    y = pen.paragraph(column.x + SIZE, y, why, type, column.width - SIZE)
  }
  column.y = y + APART
}

function targets(pen: Pen, column: Column, gap: ToldGap, most: number, say: Say): void {
  const { x, width } = column
  const y = heading(pen, x, column.y, say('to_call'), HEAD)
  const few = gap.targets.slice(0, Math.max(1, most))
  if (few.length) column.y = targetList(pen, [x, y, width, SIZE], few, say) + APART
  else {
    pen.line(x, y + SIZE, say('no_target'), { size: SIZE, colour: pen.palette.ink3 }, width)
    column.y = y + STEP + APART
  }
}

/** By which words, and in which classes of GB/T 4754, firms for it are found. */
function sought(pen: Pen, column: Column, gap: ToldGap, request: Request, say: Say): void {
  const segment = request.map.segments.find((one) => one.id === gap.segment)
  const words = [
    ...(segment?.keywords ?? []),
    ...(segment?.gbt4754_codes ?? []).map((one) => `GB/T 4754 ${one}`),
  ]
  if (!words.length) return
  const y = heading(pen, column.x, column.y, say('sought_by'), HEAD)
  const type = { size: SIZE, colour: pen.palette.ink2 }
  const text = pen.few(words, say('joint'), type, column.width, 2)
  column.y = pen.paragraph(column.x, y, text, type, column.width, 2) + APART
}

/** Firms of the zone beside the gap: those that would buy from it first. */
function near(pen: Pen, column: Column, gap: ToldGap, say: Say): void {
  const { x, width } = column
  const type = { size: SIZE, colour: pen.palette.ink2 }
  const room = Math.floor((BOTTOM - column.y - HEAD * 1.6) / STEP)
  if (room < 1) return
  let y = heading(pen, x, column.y, say('near'), HEAD)
  const ways = pen.widest([say('downstream'), say('upstream')], SIZE) + 1
  const rest = width - ways - 2 * SIZE
  // Names of segments are as wide as they are, as long as a firm or two stand beside them.
  const names = [...gap.buyers, ...gap.suppliers].map(({ segment }) => segment)
  const named = Math.min(pen.widest(names, SIZE, true) + 1, rest * NAMES)
  const columns = [{ width: ways }, { width: named, bold: true, named: true }, { width: rest - named }]
  const told = (way: string, all: readonly ToldNear[], most: number) =>
    all.slice(0, most).forEach(({ segment, firms }) => {
      const more = (rest: number) => say('and_more_firms', { rest })
      const text = pen.few(firms, say('joint'), type, columns[2]?.width ?? 0, 1, more)
      pen.row(x, y + STEP / 2, [say(way), segment, text], columns, type, STEP)
      y += STEP
    })
  if (!gap.buyers.length && !gap.suppliers.length)
    return pen.line(x, y + STEP / 2, say('near_none'), { ...type, colour: pen.palette.ink3 }, width)
  const half = Math.max(Math.ceil(room / 2), room - gap.suppliers.length)
  told('downstream', gap.buyers, half)
  told('upstream', gap.suppliers, room - Math.min(half, gap.buyers.length))
}
