import type { Layout } from '../layout/board'
import type { Box } from '../layout/sizes'

/** Whether a point of the board lies in a box. */
export const holds = (box: Box, x: number, y: number) =>
  x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h

/** The segment at a point of the board; -1 where there is none. */
export function hit(layout: Layout, x: number, y: number): number {
  for (const card of layout.cards) {
    if (!holds(card, x, y)) continue
    for (const one of card.inside) {
      const place = layout.places[one]
      if (place && holds(place, x, y)) return one
    }
    return card.segment >= 0 && y < card.y + card.head ? card.segment : -1
  }
  return -1
}

/** The card at a point; -1 where there is none. */
export const cardAt = (layout: Layout, x: number, y: number): number =>
  layout.cards.findIndex((card) => holds(card, x, y))
