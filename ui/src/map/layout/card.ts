import type { Scene } from '../scene'
import { SIZES } from './sizes'

/** A line within a card: the name of a group, or chips side by side. */
export type Line = { label: number; indent: number } | { chips: readonly number[] }

/** A segment of the first level with all below it; or a run of those that have nothing below them. */
export interface CardPlan {
  /** -1 where it has no head of its own. */
  segment: number
  leaves: readonly number[]
  groups: readonly number[]
}

/** The cards of a band, in the order of their segments. */
export function planCards(scene: Scene, roots: readonly number[]): CardPlan[] {
  const cards: CardPlan[] = []
  let run: number[] | undefined
  for (const root of roots) {
    const children = scene.segments[root]?.children ?? []
    if (!children.length) {
      if (run) run.push(root)
      else cards.push({ segment: -1, leaves: (run = [root]), groups: [] })
      continue
    }
    run = undefined
    cards.push({ segment: root, ...parted(scene, children) })
  }
  return cards
}

/** Leaves stand before groups: one after a group would look as if it belonged to it. */
function parted(scene: Scene, children: readonly number[]): Pick<CardPlan, 'leaves' | 'groups'> {
  const isGroup = (at: number) => !!scene.segments[at]?.children.length
  return { leaves: children.filter((at) => !isGroup(at)), groups: children.filter(isGroup) }
}

/** The lines of a card whose rows hold so many chips. */
export function linesOf(scene: Scene, card: CardPlan, columns: number): Line[] {
  const lines: Line[] = []
  const rows = (leaves: readonly number[]) => {
    for (let at = 0; at < leaves.length; at += columns) lines.push({ chips: leaves.slice(at, at + columns) })
  }
  const group = (at: number, indent: number) => {
    lines.push({ label: at, indent })
    const { leaves, groups } = parted(scene, scene.segments[at]?.children ?? [])
    rows(leaves)
    groups.forEach((one) => group(one, indent + 1))
  }
  rows(card.leaves)
  card.groups.forEach((one) => group(one, 0))
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
