import { drawBar } from '../draw/card'
import type { Chip } from '../draw/board'
import { ONE, type Fitted } from '../draw/letters'
import type { Rect } from '../draw/named'
import type { Options } from '../draw/options'
import { drawPin, drawSign } from '../draw/sign'
import type { Measure, Surface } from '../draw/surface'
import {
  LAYERS,
  leavesOf,
  makeScene,
  STATES,
  type Parts,
  type Scene,
  type Segment,
  type State,
} from '../scene'
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
/** How many names stand for a group that has none, at the most. */
const MOST_NAMES = 24

/** What a group tells of all that is in it. */
interface Group {
  segment: Parts['segments'][number]
  counts: Readonly<Record<State, number>>
  /** The gaps in it that carry a number, the widest first. */
  pins: readonly Segment[]
  /** Those in it, where it has no name of its own. */
  names?: readonly string[]
}

/**
 * The groups of the first level, where the segments in them cannot be read on one slide: how many of them stand
 * in which state, which of the widest gaps are among them, how many firms are here and elsewhere. Where there are
 * no groups, or too many of them, each layer is one. Nothing where that has no room either.
 */
export function overview(
  scene: Scene,
  all: Parts,
  title: string,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet | undefined {
  const sheet = (groups: readonly Group[]) => groupSheet(groups, scene, all, title, request, say, measure)
  const tops = topsOf(scene)
  const own = tops.some((at) => scene.segments[at]?.children.length)
    ? sheet(groupsOf(scene, all, tops))
    : undefined
  return own ?? sheet(layersOf(scene, all, tops))
}

function groupSheet(
  groups: readonly Group[],
  { whole, layers }: Scene,
  all: Parts,
  title: string,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet | undefined {
  const byId = new Map(groups.map((group) => [group.segment.id, group]))
  // A group is marked by the widest gap in it: so the legend tells what the numbers are.
  const segments = groups.map(({ segment, pins }) => ({ ...segment, rank: pins[0]?.rank }))
  const bare = makeScene({ ...all, segments, relations: [] })
  let low = false
  let letters: number = NAME.largest
  const chip: Chip = (surface, { id }, rect, { options }) => {
    const group = byId.get(id)
    if (!group) return
    const named = nameOf(group, rect, letters, options, say)
    if (named.whole) smallest = Math.min(smallest, named.size)
    if (!drawGroup(surface, named, group, rect, options)) low = true
  }
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

function groupsOf(scene: Scene, all: Parts, tops: readonly number[]): Group[] {
  const told = new Map(all.segments.map((one) => [one.id, one]))
  return tops.flatMap((at) => {
    const segment = told.get(scene.segments[at]?.id ?? '')
    return segment ? [groupOf(scene, segment, leavesOf(scene, at))] : []
  })
}

/** Each layer as one group, told by the names of what stands in it. */
function layersOf(scene: Scene, all: Parts, tops: readonly number[]): Group[] {
  const told = new Map(all.segments.map((one) => [one.id, one]))
  return LAYERS.flatMap((layer) => {
    const here = tops.filter((at) => scene.segments[at]?.layer === layer)
    const first = told.get(scene.segments[here[0] ?? -1]?.id ?? '')
    if (!first) return []
    const leaves = here.flatMap((at) => leavesOf(scene, at))
    const names = here.flatMap((at) => scene.segments[at]?.name ?? [])
    return [{ ...groupOf(scene, { ...first, parentId: undefined, layer }, leaves), names }]
  })
}

function groupOf(scene: Scene, segment: Group['segment'], leaves: readonly number[]): Group {
  const counts: Record<State, number> = { strong: 0, weak: 0, missing: 0, extend: 0, unknown: 0 }
  const below = leaves.flatMap((leaf) => scene.segments[leaf] ?? [])
  for (const { state } of below) counts[state]++
  const pins = below.filter(({ rank = Infinity }) => rank <= PINS)
  return { segment, counts, pins: pins.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0)) }
}

/** The room that signs and numbers take at the foot of a cell. */
const BELOW = 2 * STEP + PAD

/** The name of a group as it stands in its cell; of one without, as many names of those in it as have room. */
function nameOf(
  { segment, names, pins }: Group,
  [, , w, h]: Rect,
  largest: number,
  { letters }: Options,
  say: Say,
): Fitted {
  const sizes = [largest, NAME.least] as const
  const most = (size: number) => Math.max(1, Math.min(3, Math.floor((h - BELOW - 4) / (size * 1.1))))
  const room = { width: w - 2 * PAD, most }
  if (!names) return letters.fitName([segment.name], sizes, true, room)
  const alike = [NAME.alike, NAME.alike] as const
  for (let count = Math.min(names.length, MOST_NAMES); count > 1; count--) {
    const rest = names.length - count
    const text = names.slice(0, count).join(say('joint'))
    const all = rest ? `${text} ${say('and_more', { rest })}` : text
    const fitted = letters.fit(all, alike, true, { ...room, most: () => (pins.length ? 2 : 3) })
    if (fitted.whole) return fitted
  }
  return letters.fitName(names.slice(0, 1), sizes, true, room)
}

/** A group with its name whole; says whether there was room for all of it. */
function drawGroup(
  surface: Surface,
  { size, lines, whole }: Fitted,
  { segment: { local, targets }, counts, pins, names }: Group,
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
    // A firm that is in several of them counts once, so theirs cannot be added.
    { y: firms, from: names ? x + PAD : firmsOf(surface, local, targets, x + PAD, firms, options) },
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
