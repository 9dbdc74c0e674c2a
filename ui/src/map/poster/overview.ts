import { drawBar } from '../draw/card'
import type { Chip } from '../draw/board'
import { ONE, type Fitted } from '../draw/letters'
import type { Rect } from '../draw/named'
import type { Options } from '../draw/options'
import { drawPin, drawSign } from '../draw/sign'
import type { Measure, Surface } from '../draw/surface'
import { leavesOf, makeScene, STATES, type Parts, type Scene, type Segment, type State } from '../scene'
import { AROUND, drawn, PINS } from './board'
import { cellLayout } from './cells'
import { SLIDE, type Request, type Sheet } from './request'
import type { Say } from './words'

/** The letters of a name, the smallest that all of them share, of a gap, and of numbers, in points of the slide. */
const NAME = { largest: 15, alike: 12, least: 10 } as const
const NUMBER = 10
const GAP = { largest: 11, least: 9 } as const
/** Half as wide as the number of a gap is, and from one to the next. */
const PIN = { radius: 6, step: 14 } as const
/** From one line of signs and numbers to the next, and what they keep from the edge. */
const STEP = 16
const PAD = 8

/** What a group tells of all that is in it. */
interface Group {
  counts: Readonly<Record<State, number>>
  /** The gaps in it that carry a number, the widest first. */
  pins: readonly Segment[]
}

/**
 * The groups of the first level, where the segments in them cannot be read on one slide: how many of them stand
 * in which state, which of the widest gaps are among them, how many firms are here and elsewhere. Nothing where
 * there are no groups, or too many of them.
 */
export function overview(
  scene: Scene,
  all: Parts,
  title: string,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet | undefined {
  const tops = topsOf(scene)
  if (!tops.some((at) => scene.segments[at]?.children.length)) return undefined
  const ids = new Set(tops.map((at) => scene.segments[at]?.id))
  const groups = new Map(tops.map((at) => [scene.segments[at]?.id ?? '', groupOf(scene, at)]))
  // A group is marked by the widest gap in it: so the legend tells what the numbers are.
  const shown = all.segments.filter(({ id }) => ids.has(id))
  const segments = shown.map((one) => ({ ...one, rank: groups.get(one.id)?.pins[0]?.rank }))
  const bare = makeScene({ ...all, segments, relations: [] })
  let low = false
  let letters: number = NAME.largest
  const chip: Chip = (surface, segment, rect, { options }) => {
    const group = groups.get(segment.id)
    if (!group) return
    const named = nameOf(segment, rect, letters, options)
    if (named.whole) smallest = Math.min(smallest, named.size)
    if (!drawGroup(surface, named, segment, group, rect, options)) low = true
  }
  const { whole, layers } = scene
  const layout = cellLayout(bare, SLIDE.width, SLIDE.height - AROUND)
  const draw = drawn({ ...bare, whole, layers }, layout, title, SLIDE, request, say, measure)
  let smallest: number = letters
  draw(undefined, chip)
  // All names in letters of one size, as long as these are not small.
  letters = Math.max(NAME.alike, smallest)
  const sheet = draw(undefined, chip)
  return low || sheet.cut ? undefined : sheet
}

/** The groups of the first level; of one alone, those in it. */
function topsOf(scene: Scene): readonly number[] {
  let tops = scene.roots
  for (let only = scene.segments[tops[0] ?? -1]; tops.length === 1 && only?.children.length;) {
    tops = only.children
    only = scene.segments[tops[0] ?? -1]
  }
  return tops
}

function groupOf(scene: Scene, at: number): Group {
  const counts: Record<State, number> = { strong: 0, weak: 0, missing: 0, extend: 0, unknown: 0 }
  const leaves = leavesOf(scene, at).flatMap((leaf) => scene.segments[leaf] ?? [])
  for (const { state } of leaves) counts[state]++
  const pins = leaves.filter(({ rank = Infinity }) => rank <= PINS)
  return { counts, pins: pins.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0)) }
}

/** The room that signs and numbers take at the foot of a cell. */
const BELOW = 2 * STEP + PAD

/** The name of a group as it stands in its cell. */
function nameOf(segment: Segment, [, , w, h]: Rect, largest: number, { letters }: Options): Fitted {
  const most = (size: number) => Math.max(1, Math.min(3, Math.floor((h - BELOW - 4) / (size * 1.1))))
  return letters.fitName([segment.name], [largest, NAME.least], true, { width: w - 2 * PAD, most })
}

/** A group with its name whole; says whether there was room for all of it. */
function drawGroup(
  surface: Surface,
  { size, lines, whole }: Fitted,
  { local, targets }: Segment,
  { counts, pins }: Group,
  [x, y, w, h]: Rect,
  options: Options,
): boolean {
  const { palette } = options
  surface.box(x, y, w, h, 6, { fill: palette.card, stroke: palette.line, width: 1 })
  if (!whole || h - BELOW - 4 < lines.length * size * 1.1) return false
  const spare = h - BELOW - lines.length * size * 1.1
  const top = y + Math.min(PAD, spare / 2)
  lines.forEach((line, at) =>
    surface.text(x + PAD, top + size * 1.1 * (at + 0.5), line, { size, colour: palette.ink, bold: true }),
  )
  const under = top + size * 1.1 * lines.length + 4
  const told = gapsOf(surface, pins, [x + PAD, under, w - 2 * PAD, y + h - BELOW - under], options)
  drawBar(surface, counts, [x + PAD, y + h - BELOW + 1, w - 2 * PAD, 5], options)
  const states = y + h - STEP - PAD + 3
  const firms = y + h - PAD - 2
  const to = x + w - PAD
  const ends = [
    { y: states, from: statesOf(surface, counts, x + PAD, states, options) },
    { y: firms, from: firmsOf(surface, local, targets, x + PAD, firms, options) },
  ]
  pinsOf(surface, ranksOf(pins.slice(told)), to, ends, options)
  return ends.every(({ from }) => from <= to)
}

const ranksOf = (gaps: readonly Segment[]): number[] => gaps.flatMap(({ rank }) => rank ?? [])

/** The widest gaps by their names, as many as have room and stand whole in a line; returns how many. */
function gapsOf(
  surface: Surface,
  gaps: readonly Segment[],
  [x, y, w, h]: Rect,
  { palette, letters }: Options,
): number {
  const room = { width: w - PIN.step - 2, most: ONE }
  const most = Math.min(gaps.length, Math.floor(h / PIN.step))
  for (let at = 0; at < most; at++) {
    const { name, rank = 0 } = gaps[at] ?? { name: '' }
    const { size, lines, whole } = letters.fitName([name], [GAP.largest, GAP.least], false, room)
    if (!whole) return at
    const middle = y + PIN.step * (at + 0.5)
    drawPin(surface, rank, x + PIN.radius, middle, PIN.radius, palette)
    surface.text(x + PIN.step + 2, middle, lines[0] ?? '', { size, colour: palette.ink2 })
  }
  return most
}

/** How many stand in which state, from left to right; returns where it ends. */
function statesOf(surface: Surface, counts: Group['counts'], x: number, y: number, options: Options): number {
  const { palette, letters } = options
  let left = x
  for (const state of STATES.filter((one) => counts[one])) {
    drawSign(surface, state, left + 4, y, 4, palette)
    const text = String(counts[state])
    surface.text(left + 11, y, text, { size: NUMBER, colour: palette.ink2 })
    left += 11 + letters.measure(text, NUMBER, false) + 8
  }
  return left - 8
}

/** How many firms are here and elsewhere; returns where it ends. */
function firmsOf(
  surface: Surface,
  local: number,
  targets: number,
  x: number,
  y: number,
  { palette, letters }: Options,
): number {
  const type = { size: NUMBER, colour: palette.ink2 }
  surface.box(x + 1, y - 3, 6, 6, 1, { fill: palette.ours })
  surface.text(x + 11, y, String(local), type)
  const next = x + 11 + letters.measure(String(local), NUMBER, false) + 8
  surface.disc(next + 4, y, 3, { stroke: palette.target, width: 1.4 })
  surface.text(next + 11, y, String(targets), type)
  return next + 11 + letters.measure(String(targets), NUMBER, false)
}

/**
 * The numbers of the widest gaps, at the right of the last line, and of the one above it where they are many;
 * those for which there is no room are counted.
 */
function pinsOf(
  surface: Surface,
  pins: readonly number[],
  to: number,
  lines: readonly { y: number; from: number }[],
  { palette }: Options,
): void {
  const room = lines.map(({ from }) => Math.max(0, Math.floor((to - from - 8) / PIN.step)))
  const all = room.reduce((sum, one) => sum + one, 0)
  // A count of the rest takes the room of two.
  const shown = pins.length > all ? pins.slice(0, Math.max(0, all - 2)) : pins
  let [last, right] = [shown.length, to]
  if (shown.length < pins.length && all >= 2) {
    const rest = `+${pins.length - shown.length}`
    surface.text(to, lines.at(-1)?.y ?? 0, rest, { size: NUMBER, colour: palette.ink2, align: 'end' })
    right -= 2 * PIN.step
  }
  for (let at = lines.length - 1; at >= 0; at--) {
    const { y, from } = lines[at] ?? { y: 0, from: to }
    for (let x = right - PIN.radius; last > 0 && x - PIN.radius >= from + 8; x -= PIN.step)
      drawPin(surface, shown[--last] ?? 0, x, y, PIN.radius, palette)
    right = to
  }
}
