import type { Firm, Segment } from '../scene'
import { COUNTS, DOTS, FIRMS, MOSAIC, NAME, nameSize, SIGN } from './lod'
import { placed, type Rect } from './named'
import { shareOf, type Options } from './options'
import { rampColour, type Ramp } from './palette'
import { drawPin, drawSign, frameOf } from './sign'
import type { Look, Surface } from './surface'

/** What a chip needs to know besides its segment. */
export interface ChipContext {
  options: Options
  most: Readonly<Record<Ramp, number>>
  firms: readonly Firm[] | undefined
}

/** A segment that has nothing below it, as much of it as its width allows. */
export function drawChip(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  { options, most, firms }: ChipContext,
): void {
  const { palette, detail, colourBy } = options
  const colours = palette.states[segment.state]
  const heat =
    colourBy === 'state' ? undefined : rampColour(palette.ramps[colourBy], shareOf(colourBy, segment, most))
  if (detail === MOSAIC) return mosaic(surface, segment, [x, y, w, h], options, heat)
  const look: Look = { ...frameOf(segment.state, palette), fill: heat ?? colours.fill }
  if (segment.state === 'missing' && !heat) look.hatch = palette.hatch
  surface.box(x, y, w, h, Math.min(5, h * 0.16), look)
  mark(surface, segment, x, y, h)
  if (segment.decided) decided(surface, x, y, Math.min(8, h * 0.3), options)
  if (heat && colourBy !== 'state') measure(surface, [x, y, w, h], shareOf(colourBy, segment, most), options)
  const pinned = segment.rank !== undefined && segment.rank <= options.pins
  const sign = (cx: number, cy: number, radius: number) => {
    if (pinned) drawPin(surface, segment.rank ?? 0, cx, cy, radius + 1.8, palette)
    else drawSign(surface, segment.state, cx, cy, radius, palette)
  }
  if (options.leads && segment.leads && detail < DOTS) lead(surface, x + 8, y + h - 3, options)
  if (detail === SIGN) return sign(x + w / 2, y + h / 2, Math.min(5, h * 0.3))
  name(surface, segment, [x, y, w, h], options, sign, !!heat)
  if (detail >= DOTS) inside(surface, segment, [x, y, w, h], options, firms)

  function mark(on: Surface, one: Segment, left: number, top: number, high: number): void {
    if (one.changed) corner(on, one.changed, left + w, top, Math.min(9, high * 0.3), options)
  }
}

function mosaic(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  { palette }: Options,
  heat: string | undefined,
): void {
  const { mark, fill } = palette.states[segment.state]
  if (heat) surface.box(x, y, w, h, 1, { fill: heat, stroke: palette.line, width: 0.6 })
  else if (segment.state === 'strong' || segment.state === 'weak') surface.box(x, y, w, h, 1, { fill: mark })
  else surface.box(x, y, w, h, 1, { ...frameOf(segment.state, palette), fill })
}

/** Whatever differs from the moment it is compared with has a corner: full where better, open where worse. */
function corner(
  surface: Surface,
  changed: NonNullable<Segment['changed']>,
  x: number,
  y: number,
  size: number,
  { palette }: Options,
): void {
  const look: Look =
    changed === 'worse'
      ? { fill: palette.card, stroke: palette.outgoing, width: 1.4 }
      : { fill: changed === 'new' ? palette.ours : palette.incoming }
  surface.path([x - size - 1, y + 1, x - 1, y + 1, x - 1, y + size + 1], look)
}

/** Somebody is spoken to: the ring of a target with a dot in it, on the edge, where it hides no name. */
function lead(surface: Surface, x: number, y: number, { palette }: Options): void {
  surface.disc(x, y, 5, { fill: palette.card })
  surface.disc(x, y, 3.4, { stroke: palette.target, width: 1.4 })
  surface.disc(x, y, 1.5, { fill: palette.target })
}

/** A person decided: the corner before the name is folded. */
function decided(surface: Surface, x: number, y: number, size: number, { palette }: Options): void {
  surface.path([x + 1, y + 1, x + 1 + size, y + 1, x + 1, y + 1 + size], { fill: palette.ink })
}

/** How much what a chip is coloured by amounts to, as a line at its foot: no colour needs to be told apart. */
function measure(surface: Surface, [x, y, w, h]: Rect, share: number, { palette }: Options): void {
  const long = Math.min(1, Math.max(0, share)) * (w - 4)
  if (long >= 1) surface.box(x + 2, y + h - 3.5, long, 2, 1, { fill: palette.ink2 })
}

function name(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  options: Options,
  sign: (x: number, y: number, radius: number) => void,
  heated: boolean,
): void {
  const { palette, detail } = options
  const { size, lines, counts, sign: room, bold, left, top, gap } = placed(segment, [x, y, w, h], options)
  const colour = heated ? palette.ink : palette.states[segment.state].ink
  const [across, radius] =
    room > nameSize(w) * 1.3 ? [nameSize(w) * 0.82, nameSize(w) * 0.36] : [room * 0.52, room * 0.29]
  sign(x + across, detail === NAME ? y + h / 2 : top + gap / 2, radius)
  lines.forEach((line, at) => surface.text(left, top + gap * (at + 0.5), line, { size, colour, bold }))
  if (counts) numbers(surface, segment, [x, top + gap * lines.length, w], options, left)
}

/** The share of the need that is met, and who is here and elsewhere. */
function numbers(
  surface: Surface,
  segment: Segment,
  [x, y, w]: readonly [number, number, number],
  options: Options,
  left: number,
): void {
  const { palette, letters, words, detail } = options
  const size = Math.max(9, nameSize(w) - 3)
  const short = detail === COUNTS
  const texts = [words.local(segment.local, short), words.targets(segment.targets, short)]
  if (!short && segment.coverage !== undefined) texts.unshift(words.covered(segment.coverage))
  const text = texts.join(short ? ' ' : ' · ')
  const wide = letters.measure(text, size, false)
  const room = x + w - left - 5
  const middle = y + size / 2 + 2
  if (wide <= room) {
    if (segment.state === 'missing')
      surface.box(x + w - 6 - wide - 2, middle - size / 2 - 1, wide + 4, size + 2, 2, { fill: palette.card })
    surface.text(x + w - 6, middle, text, { size, colour: palette.ink2, align: 'end' })
  }
  const bar = Math.min(room - (wide <= room ? wide + 6 : 0), w * 0.36)
  if (bar < 12 || segment.coverage === undefined) return
  surface.box(left, middle - 1.5, bar, 3, 1.5, { fill: palette.line })
  const met = Math.min(1, segment.coverage) * bar
  if (met > 0.5) surface.box(left, middle - 1.5, met, 3, 1.5, { fill: palette.states[segment.state].mark })
}

/** The enterprises: ours as squares, targets as rings, those with a lead with a dot in the ring. */
function inside(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  options: Options,
  firms: readonly Firm[] | undefined,
): void {
  const size = nameSize(w)
  // Below a name of two lines and the counts.
  const top = y + size * (placed(segment, [x, y, w, h], options).lines.length * 1.16 + 1.2) + 8
  if (options.detail >= FIRMS && firms)
    return list(surface, segment, [x, top, w, y + h - top], options, firms)
  const step = 9
  const across = Math.max(1, Math.floor((w - 14) / step))
  const down = Math.max(0, Math.floor((y + h - 5 - top) / step))
  const count = Math.min(segment.local + segment.targets, across * down)
  for (let at = 0; at < count; at++) {
    const cx = x + 11 + (at % across) * step
    const cy = top + step / 2 + Math.floor(at / across) * step
    firmSign(surface, cx, cy, at < segment.local, at - segment.local < segment.leads, options)
  }
}

function firmSign(
  surface: Surface,
  x: number,
  y: number,
  local: boolean,
  lead: boolean,
  { palette }: Options,
): void {
  if (local) return surface.box(x - 3, y - 3, 6, 6, 1, { fill: palette.ours })
  surface.disc(x, y, 2.8, { stroke: palette.target, width: 1.2 })
  if (lead) surface.disc(x, y, 1.2, { fill: palette.target })
}

/** A firm that nothing but its business scope places: an open sign with a broken edge. */
function scopeSign(surface: Surface, x: number, y: number, local: boolean, { palette }: Options): void {
  const look: Look = { stroke: local ? palette.ours : palette.target, width: 1.2, dash: [1.5, 1.5] }
  if (local) surface.box(x - 3, y - 3, 6, 6, 1, look)
  else surface.disc(x, y, 3, look)
}

function list(
  surface: Surface,
  segment: Segment,
  [x, y, w, h]: Rect,
  options: Options,
  firms: readonly Firm[],
): void {
  const { palette, letters, words } = options
  const [size, step] = [12, 18]
  const rows = Math.max(0, Math.floor((h - 4) / step))
  const all = segment.local + segment.targets
  const shown = firms.slice(0, firms.length > rows || all > firms.length ? Math.max(0, rows - 1) : rows)
  shown.forEach((firm, at) => {
    const middle = y + step * (at + 0.5)
    if (firm.scopeOnly) scopeSign(surface, x + 12, middle, firm.local, options)
    else firmSign(surface, x + 12, middle, firm.local, firm.step === 'lead', options)
    const score = firm.score === undefined ? '' : String(Math.round(firm.score))
    const right = x + w - 8
    if (score) surface.text(right, middle, score, { size, colour: palette.ink2, align: 'end' })
    const place = [firm.scopeOnly ? words.byScope() : '', firm.city].filter(Boolean).join(' · ')
    const city = letters.line(place, size - 1, false, w * (firm.scopeOnly ? 0.4 : 0.25))
    surface.text(right - 30, middle, city, { size: size - 1, colour: palette.ink3, align: 'end' })
    const room = w - 60 - letters.measure(city, size - 1, false)
    const line = letters.line(firm.name, size, firm.head, room)
    surface.text(x + 22, middle, line, { size, colour: palette.ink, bold: firm.head })
  })
  const left = all - shown.length
  if (left > 0 && rows > 0)
    surface.text(x + 22, y + step * (shown.length + 0.5), words.more(left), {
      size: size - 1,
      colour: palette.ink3,
    })
}
