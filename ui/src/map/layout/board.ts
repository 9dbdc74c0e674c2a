import type { Layer, Scene } from '../scene'
import { cardWidth, deepestOf, indentOf } from './card'
import { bandWidth, heightsOf, planBoard, type BandPlan, type Plan, type Shape } from './search'
import { SIZES, type Box } from './sizes'

/** Where a segment stands, and as what. */
export interface Place extends Box {
  as: 'chip' | 'label' | 'card'
  card: number
}

export interface Card extends Box {
  /** -1 for a card of segments that have nothing below them. */
  segment: number
  band: number
  head: number
  /** Which part of a card that was too high for one, and of how many. */
  part?: { at: number; of: number }
  /** The segments in it, labels and chips, in their order. */
  inside: readonly number[]
}

export interface Band extends Box {
  layer: Layer
  head: number
  cards: readonly number[]
}

export interface Layout {
  width: number
  height: number
  /** The size of a chip; those of a band that fills a wider strip may be wider. */
  chip: { w: number; h: number }
  bands: readonly Band[]
  cards: readonly Card[]
  /** By segment. */
  places: readonly Place[]
}

/** What stands in a card as it is read: the segment it is of, in its first part only, and what is in it. */
export const ownSegments = ({ segment, part, inside }: Card): readonly number[] =>
  segment < 0 || part?.at ? inside : [segment, ...inside]

/** Sheets of nearly the same form have the same layout, so that a window drawn wider does not leap. */
const STEP = 0.08

/** The form a sheet is laid out for. */
export function aspectOf(width: number, height: number): number {
  const wished = Math.min(4, Math.max(0.4, width / Math.max(1, height)))
  return Math.exp(Math.round(Math.log(wished) / STEP) * STEP)
}

/** The width of a chip in a band that is stretched to a given width. */
function stretched(shape: Shape, width: number): number {
  const chips = shape.columns * shape.chips
  const others = bandWidth(shape.columns, shape.chips, 0)
  return Math.min((width - others) / chips, SIZES.chipWidth * 2)
}

interface Sizes {
  chipWidth: number
  chipHeight: number
}

/** How high the whole is with chips of this height. */
function heightOf(plan: Plan, chipHeight: number): number {
  const height = (band: BandPlan, shape: Shape) => {
    const heights = heightsOf(band, shape.chips, chipHeight)
    let from = 0
    const columns = shape.ends.map((to) => {
      const run = heights.slice(from, to)
      from = to
      return run.reduce((sum, one) => sum + one, 0) + (run.length - 1) * SIZES.cardGap
    })
    return Math.max(...columns) + SIZES.bandHead + SIZES.bandPad
  }
  const all = plan.bands.map((band, at) => height(band, plan.shapes[at] as Shape))
  const strip = plan.below ? (all.pop() ?? 0) + SIZES.bandGap : 0
  return Math.max(...all) + strip + 2 * SIZES.margin
}

/** Chips a little wider or higher, so that the board fills its sheet. */
function fill(plan: Plan, aspect: number): Sizes {
  const { chipWidth, chipHeight, chipWider, chipTaller } = SIZES
  const beside = plan.below ? plan.shapes.slice(0, -1) : plan.shapes
  const chips = beside.reduce((sum, one) => sum + one.columns * one.chips, 0)
  const spare = plan.height * aspect - plan.width
  if (spare > 0) return { chipWidth: Math.min(chipWidth + spare / chips, chipWidth * chipWider), chipHeight }
  let taller: number = chipHeight
  while (taller + 1 <= chipHeight * chipTaller && heightOf(plan, taller + 1) <= plan.width / aspect) taller++
  return { chipWidth, chipHeight: taller }
}

/** Lays a chain out as a board: layers side by side, support below, cards in columns, chips on a grid. */
export function boardLayout(scene: Scene, aspect: number): Layout {
  const plan = planBoard(scene, aspect)
  if (!plan)
    return {
      width: 1,
      height: 1,
      chip: { w: SIZES.chipWidth, h: SIZES.chipHeight },
      bands: [],
      cards: [],
      places: [],
    }
  const { bands } = plan
  const sizes = fill(plan, aspect)
  const made = new Maker(sizes)
  let x: number = SIZES.margin
  let bottom = 0
  const beside = plan.below ? bands.slice(0, -1) : bands
  beside.forEach((band, at) => {
    const shape = plan.shapes[at] as Shape
    const width = bandWidth(shape.columns, shape.chips, sizes.chipWidth)
    bottom = Math.max(bottom, made.band(band, shape, x, SIZES.margin, width, sizes.chipWidth))
    x += width + SIZES.bandGap
  })
  const width = x - SIZES.bandGap - SIZES.margin
  made.level(bottom)
  if (plan.below) {
    const shape = plan.shapes.at(-1) as Shape
    const chip = stretched(shape, width)
    const band = bands.at(-1) as BandPlan
    bottom = made.band(band, shape, SIZES.margin, bottom + SIZES.bandGap, width, chip)
    made.level(bottom)
  }
  return {
    width: width + 2 * SIZES.margin,
    height: bottom + SIZES.margin,
    chip: { w: sizes.chipWidth, h: sizes.chipHeight },
    bands: made.bands,
    cards: made.cards,
    places: made.places,
  }
}

/** Puts bands, cards and chips where they belong. */
class Maker {
  readonly bands: Band[] = []
  readonly cards: Card[] = []
  readonly places: Place[] = []
  /** Bands whose height is not settled yet. */
  private open: number[] = []

  constructor(private readonly sizes: Sizes) {}

  /** Places a band and returns where its lowest card ends. */
  band(plan: BandPlan, shape: Shape, x: number, y: number, width: number, chip: number): number {
    const at = this.bands.length
    const cards: number[] = []
    const wide = cardWidth(shape.chips, chip)
    let bottom = y + SIZES.bandHead
    let from = 0
    shape.ends.forEach((to, column) => {
      const left = x + SIZES.bandPad + column * (wide + SIZES.cardGap)
      let top = y + SIZES.bandHead
      for (let one = from; one < to; one++) {
        cards.push(this.cards.length)
        top += this.card(plan, one, shape.chips, { x: left, y: top, w: wide, h: 0 }, at, chip) + SIZES.cardGap
      }
      bottom = Math.max(bottom, top - SIZES.cardGap)
      from = to
    })
    this.bands.push({ x, y, w: width, h: 0, layer: plan.layer, head: SIZES.bandHead, cards })
    this.open.push(at)
    return bottom + SIZES.bandPad
  }

  private card(plan: BandPlan, at: number, chips: number, box: Box, band: number, chip: number): number {
    const card = plan.cards[at] as BandPlan['cards'][number]
    const lines = plan.lines[chips - 1]?.[at] ?? []
    const index = this.cards.length
    const head = card.segment < 0 ? SIZES.cardPad : SIZES.cardHead
    const inside: number[] = []
    const left = box.x + SIZES.cardPad
    const room = box.w - 2 * SIZES.cardPad
    const deepest = deepestOf(card.items)
    let y = box.y + head
    lines.forEach((line, row) => {
      if ('label' in line) {
        const indent = indentOf(line.indent, deepest, room)
        const w = room - indent
        this.places[line.label] = { x: left + indent, y, w, h: SIZES.label, as: 'label', card: index }
        inside.push(line.label)
        y += SIZES.label + SIZES.labelGap
        return
      }
      line.chips.forEach((segment, column) => {
        const x = left + column * (chip + SIZES.chipGap)
        this.places[segment] = { x, y, w: chip, h: this.sizes.chipHeight, as: 'chip', card: index }
        inside.push(segment)
      })
      y += this.sizes.chipHeight
      const next = lines[row + 1]
      if (next) y += SIZES.chipGap
    })
    const h = y + SIZES.cardPad - box.y
    const { segment, part } = card
    if (segment >= 0 && !part?.at) this.places[segment] = { ...box, h, as: 'card', card: index }
    this.cards.push({ ...box, h, segment, band, head, part, inside })
    return h
  }

  /** Gives the open bands the same lower edge, and the columns that are not full wider gaps. */
  level(bottom: number): void {
    for (const at of this.open) {
      const band = this.bands[at] as Band
      this.bands[at] = { ...band, h: bottom - band.y }
      const columns = new Map<number, number[]>()
      for (const card of band.cards) {
        const x = this.cards[card]?.x ?? 0
        columns.set(x, [...(columns.get(x) ?? []), card])
      }
      for (const column of columns.values()) this.justify(column, bottom - SIZES.bandPad)
    }
    this.open = []
  }

  private justify(column: readonly number[], bottom: number): void {
    const last = this.cards[column.at(-1) ?? -1]
    if (!last || column.length < 2) return
    const spare = (bottom - last.y - last.h) / (column.length - 1)
    const more = Math.max(0, Math.min(spare, SIZES.justified - SIZES.cardGap))
    column.forEach((index, at) => this.lower(index, more * at))
  }

  private lower(index: number, by: number): void {
    const card = this.cards[index] as Card
    this.cards[index] = { ...card, y: card.y + by }
    for (const segment of ownSegments(card)) {
      const place = this.places[segment] as Place
      this.places[segment] = { ...place, y: place.y + by }
    }
  }
}
