import { LAYERS, type Layer, type Scene } from '../scene'
import { roughMeasure } from '../draw/surface'
import {
  cardWidth,
  deepestOf,
  indentOf,
  linesOf,
  measureCard,
  planCards,
  type CardPlan,
  type Line,
} from './card'
import { divideCards, evenHeight, highOf } from './divide'
import { partition } from './partition'
import { SIZES } from './sizes'

/** The most chips in a row of a card, and columns of cards in a band. */
const CHIPS = 5
const COLUMNS = 6

/** The cards of a layer with their lines for each number of chips in a row. */
export interface BandPlan {
  layer: Layer
  cards: readonly CardPlan[]
  lines: readonly (readonly Line[])[][]
  /** How wide the names of its cards are, and of the groups in them, which stand in so far. */
  names: readonly (readonly Named[])[]
}

interface Named {
  wide: number
  indent: number
}

/** How a band is laid out: chips in a row, columns of cards, where each column ends. */
export interface Shape {
  chips: number
  columns: number
  ends: readonly number[]
  width: number
  height: number
}

export interface Plan {
  bands: readonly BandPlan[]
  shapes: readonly Shape[]
  /** Whether the last band lies below the others, as wide as they are together. */
  below: boolean
  width: number
  height: number
  /** How large chips are and how full the sheet, to be compared with other plans. */
  score: number
}

interface LayerCards {
  layer: Layer
  cards: readonly CardPlan[]
}

/** The layers there are, with their cards. */
function layersOf(scene: Scene): LayerCards[] {
  return LAYERS.flatMap((layer) => {
    const roots = scene.roots.filter((at) => scene.segments[at]?.layer === layer)
    const cards = planCards(scene, roots)
    return cards.length ? [{ layer, cards }] : []
  })
}

function planBand(scene: Scene, { layer, cards }: LayerCards): BandPlan {
  const lines = Array.from({ length: CHIPS }, (_, n) => cards.map((card) => linesOf(card, n + 1)))
  const wide = (at: number, letter: number) => roughMeasure(scene.segments[at]?.name ?? '', letter, true)
  const names = cards.map(({ segment, items }) => {
    const groups = items.flatMap(({ segment: at, indent }) =>
      indent === undefined ? [] : [{ wide: wide(at, SIZES.labelLetter), indent }],
    )
    return [{ wide: wide(segment, SIZES.headLetter), indent: 0 }, ...groups]
  })
  return { layer, cards, lines, names }
}

/** A card is divided where chips become so much larger by it. */
const WORTH = 1.2

/** The best way to lay a chain out; a card that is much higher than the others is divided. Nothing for none. */
export function planBoard(scene: Scene, aspect: number): Plan | undefined {
  const layers = layersOf(scene)
  if (!layers.length) return undefined
  const plan = (some: readonly LayerCards[]) =>
    search(
      some.map((one) => planBand(scene, one)),
      aspect,
    )
  const whole = plan(layers)
  const cards = layers.flatMap((one) => one.cards)
  const even = evenHeight(cards, aspect)
  if (Math.max(...cards.map(highOf)) < even) return whole
  const parts = [even * 0.8, even * 0.4].map((most) =>
    plan(layers.map(({ layer, cards: some }) => ({ layer, cards: divideCards(some, most) }))),
  )
  const best = parts.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > whole.score * WORTH ? best : whole
}

/** The heights of the cards of a band. */
export function heightsOf(band: BandPlan, chips: number, chipHeight: number): number[] {
  return band.cards.map((card, at) => {
    const { fixed, rows } = measureCard(card, band.lines[chips - 1]?.[at] ?? [])
    return fixed + rows * chipHeight
  })
}

/** How wide a band of so many columns is. */
export const bandWidth = (columns: number, chips: number, chip: number): number =>
  columns * cardWidth(chips, chip) + (columns - 1) * SIZES.cardGap + 2 * SIZES.bandPad

/** Whether the names of cards, and of groups in them, stand in cards of this width without being cut. */
function namesFit(band: BandPlan, width: number): boolean {
  const room = width - 2 * SIZES.cardPad
  return band.names.every((names, at) => {
    const deepest = deepestOf(band.cards[at]?.items ?? [])
    return names.every(({ wide, indent }) => wide + indentOf(indent, deepest, room) <= room)
  })
}

/** All ways to lay out a band; of those equally wide the lowest. */
function shapesOf(band: BandPlan, chipHeight: number, chipWidth: number): Shape[] {
  const shapes: Shape[] = []
  const longest = Math.max(
    ...(band.lines[CHIPS - 1] ?? []).flatMap((lines) =>
      lines.map((one) => ('chips' in one ? one.chips.length : 1)),
    ),
  )
  for (let chips = 1; chips <= Math.min(CHIPS, longest); chips++) {
    if (chips < Math.min(2, longest) && !namesFit(band, cardWidth(chips, chipWidth))) continue
    const heights = heightsOf(band, chips, chipHeight)
    for (let columns = 1; columns <= Math.min(COLUMNS, band.cards.length); columns++) {
      const { ends, height } = partition(heights, columns, SIZES.cardGap)
      if (ends.length < columns) continue
      shapes.push({
        chips,
        columns,
        ends,
        width: bandWidth(columns, chips, chipWidth),
        height: height + SIZES.bandHead + SIZES.bandPad,
      })
    }
  }
  return shapes
}

/** The lowest way to lay a band out within a width; the widest of those equally low. */
function lowestWithin(shapes: readonly Shape[], width: number): Shape | undefined {
  let best: Shape | undefined
  for (const one of shapes) {
    if (one.width > width) continue
    if (!best || one.height < best.height || (one.height === best.height && one.width > best.width))
      best = one
  }
  return best
}

/**
 * Tries every way to lay the bands out and takes the one whose chips are largest when the whole board fits
 * a sheet of this aspect (width by height); of nearly equal ones the fuller.
 */
function search(bands: readonly BandPlan[], aspect: number): Plan {
  const { chipHeight, chipWidth } = SIZES
  const all = bands.map((band) => shapesOf(band, chipHeight, chipWidth))
  const below = bands.length > 1 && bands.at(-1)?.layer === 'support'
  const beside = below ? all.slice(0, -1) : all
  const strip = below ? (all.at(-1) ?? []) : []
  let best: Plan | undefined
  let bestScore = -1
  const chosen: Shape[] = []
  const consider = (width: number, top: number): void => {
    const full = width + SIZES.bandGap * (beside.length - 1)
    const under = below ? lowestWithin(strip, full) : undefined
    if (below && !under) return
    const height = top + (under ? SIZES.bandGap + under.height : 0)
    const [w, h] = [full + 2 * SIZES.margin, height + 2 * SIZES.margin]
    const used = chosen.reduce((sum, one) => sum + one.width * one.height, 0) / (full * top)
    const score = Math.min(aspect / w, 1 / h) * (0.86 + 0.14 * used)
    if (score <= bestScore) return
    bestScore = score
    best = { bands, shapes: under ? [...chosen, under] : [...chosen], below, width: w, height: h, score }
  }
  const go = (at: number, width: number, top: number): void => {
    // What is wider or higher already cannot become better.
    if (Math.min(aspect / (width + 2 * SIZES.margin), 1 / (top + 2 * SIZES.margin)) <= bestScore) return
    const options = beside[at]
    if (!options) return consider(width, top)
    for (const shape of options) {
      chosen.push(shape)
      go(at + 1, width + shape.width, Math.max(top, shape.height))
      chosen.pop()
    }
  }
  go(0, 0, 0)
  return best ?? { bands, shapes: [], below, width: 2 * SIZES.margin, height: 2 * SIZES.margin, score: 0 }
}
