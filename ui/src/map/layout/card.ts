import type { Scene } from '../scene'
import { SIZES } from './sizes'

/** A line within a card: the name of a group, or chips side by side. */
export type Line = { label: number; indent: number } | { chips: readonly number[] }

/** What stands in a card, one after another: a segment that has none below it, or the name of a group. */
export interface Item {
  segment: number
  /** The group it stands in; for a group, that above it. */
  within: number
  /** How deep the name of a group stands; absent for a chip. */
  indent?: number
}

/** A segment of the first level with all below it; or a run of those that have nothing below them. */
export interface CardPlan {
  /** -1 where it has no head of its own. */
  segment: number
  items: readonly Item[]
  /** Which part of a card that was divided, and of how many. */
  part?: { at: number; of: number }
}

/** The cards of a band, in the order of their segments. */
export function planCards(scene: Scene, roots: readonly number[]): CardPlan[] {
  const cards: CardPlan[] = []
  let run: Item[] | undefined
  for (const root of roots) {
    if (scene.segments[root]?.children.length) {
      run = undefined
      cards.push({ segment: root, items: itemsOf(scene, root) })
      continue
    }
    if (!run) cards.push({ segment: -1, items: (run = []) })
    run.push({ segment: root, within: -1 })
  }
  return cards
}

/** All below a segment as it is read. Leaves stand before groups: one after a group would seem to belong to it. */
export function itemsOf(scene: Scene, at: number, indent = 0): Item[] {
  const children = scene.segments[at]?.children ?? []
  const isGroup = (one: number) => !!scene.segments[one]?.children.length
  const leaves = children.filter((one) => !isGroup(one)).map((segment) => ({ segment, within: at }))
  const groups = children.filter(isGroup)
  return [
    ...leaves,
    ...groups.flatMap((one) => [{ segment: one, within: at, indent }, ...itemsOf(scene, one, indent + 1)]),
  ]
}

/** The lines of a card whose rows hold so many chips. */
export function linesOf(card: CardPlan, columns: number): Line[] {
  const lines: Line[] = []
  let row: number[] | undefined
  let group: number | undefined
  for (const { segment, within, indent } of card.items) {
    if (indent !== undefined) {
      lines.push({ label: segment, indent })
      row = undefined
      continue
    }
    if (!row || row.length === columns || within !== group) lines.push({ chips: (row = []) })
    row.push(segment)
    group = within
  }
  return lines
}

/** How high a card is, in parts: what does not change with the height of a chip, and its rows of chips. */
export function measureCard(card: CardPlan, lines: readonly Line[]): { fixed: number; rows: number } {
  const rows = lines.filter((one) => 'chips' in one).length
  const labels = lines.length - rows
  const head = card.segment < 0 ? SIZES.cardPad : SIZES.cardHead
  const fixed = head + SIZES.cardPad + labels * (SIZES.label + SIZES.labelGap) + (rows - 1) * SIZES.chipGap
  return { fixed, rows }
}

/** How wide a card of so many columns is. */
export const cardWidth = (columns: number, chip: number): number =>
  columns * chip + (columns - 1) * SIZES.chipGap + 2 * SIZES.cardPad

/** The most that the deepest group of a card stands in, as a share of its room. */
const DEEP = 0.4

/** How far the name of a group stands in; in a card of many levels each a little less, so that all have room. */
export function indentOf(indent: number, deepest: number, room: number): number {
  return indent * Math.min(SIZES.indent, (room * DEEP) / Math.max(1, deepest))
}

/** How deep the deepest group of a card stands. */
export const deepestOf = (items: readonly Item[]): number =>
  items.reduce((most, { indent = 0 }) => Math.max(most, indent), 0)
