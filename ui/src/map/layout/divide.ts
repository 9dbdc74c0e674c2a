import { cardWidth, linesOf, measureCard, type CardPlan, type Item } from './card'
import { SIZES } from './sizes'

/** Chips in a row by which the height of a card is estimated. */
const ROW = 3
/** How far from its even place a card may be cut, as a share of a part. */
const SWAY = 0.35

/** How high a card is with rows of three. */
export function highOf(card: CardPlan): number {
  const { fixed, rows } = measureCard(card, linesOf(card, ROW))
  return fixed + rows * SIZES.chipHeight
}

/** How high cards would be if they filled a sheet of this form evenly. */
export function evenHeight(cards: readonly CardPlan[], aspect: number): number {
  const wide = cardWidth(ROW, SIZES.chipWidth) + SIZES.cardGap
  const area = cards.reduce((sum, card) => sum + (highOf(card) + SIZES.cardGap) * wide, 0)
  return Math.sqrt(area / aspect)
}

/** The cards, those higher than `most` divided into parts of about the same height. */
export function divideCards(cards: readonly CardPlan[], most: number): CardPlan[] {
  return cards.flatMap((card) => {
    const parts = divided(card.items, Math.ceil(highOf(card) / most))
    if (parts.length < 2) return [card]
    return parts.map((items, at) => ({ ...card, items, part: { at, of: parts.length } }))
  })
}

/** What an item adds to the height of a card: a name a line, chips a third of one, the first of a group all of it. */
function weights(items: readonly Item[]): number[] {
  const line = SIZES.chipHeight + SIZES.chipGap
  return items.map(({ within, indent }, at) => {
    if (indent !== undefined) return SIZES.label + SIZES.labelGap
    const before = items[at - 1]
    return before?.indent === undefined && before?.within === within ? line / ROW : line
  })
}

/**
 * Items in at most `count` runs of about the same height, cut where a group begins rather than within one, and
 * never behind the name of a group.
 */
export function divided(items: readonly Item[], count: number): Item[][] {
  const sums = [0]
  for (const weight of weights(items)) sums.push((sums.at(-1) ?? 0) + weight)
  const part = (sums.at(-1) ?? 0) / count
  const cuts: number[] = []
  for (let turn = 1; turn < count; turn++) {
    let best = 0
    let least = Infinity
    for (let at = (cuts.at(-1) ?? 0) + 1; at < items.length; at++) {
      if (items[at - 1]?.indent !== undefined) continue
      const away = Math.abs((sums[at] ?? 0) - part * turn) / part
      const cost = away + SWAY * Math.min(1, (items[at]?.indent ?? 2) / 2)
      if (cost < least) [best, least] = [at, cost]
    }
    if (best) cuts.push(best)
  }
  return [0, ...cuts].map((from, at) => items.slice(from, cuts[at]))
}
