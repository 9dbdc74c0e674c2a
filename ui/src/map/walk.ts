import { ownSegments, type Layout, type Place } from './layout/board'

export type Way = 'left' | 'right' | 'up' | 'down'

/** What the keys stop at: a chip, a label, and of a card its head. */
function stopOf(place: Place, layout: Layout): { x: number; y: number; w: number; h: number } {
  return place.as === 'card' ? { ...place, h: layout.cards[place.card]?.head ?? place.h } : place
}

/** The next segment in a direction on the board; itself where there is none. */
export function step(layout: Layout, from: number, way: Way): number {
  const here = layout.places[from]
  if (!here) return layout.places.findIndex(Boolean)
  const now = stopOf(here, layout)
  const [x, y] = [now.x + now.w / 2, now.y + now.h / 2]
  const level = way === 'left' || way === 'right'
  const sign = way === 'right' || way === 'down' ? 1 : -1
  let best = from
  let least = Infinity
  layout.places.forEach((place, at) => {
    if (at === from) return
    const stop = stopOf(place, layout)
    const [dx, dy] = [stop.x + stop.w / 2 - x, stop.y + stop.h / 2 - y]
    const along = (level ? dx : dy) * sign
    // Between edges, so that a wide label right above is near a chip at its end.
    const beside = level
      ? Math.max(0, Math.abs(dy) - (now.h + stop.h) / 2)
      : Math.max(0, Math.abs(dx) - (now.w + stop.w) / 2)
    const before = level ? (now.w + stop.w) / 2 : (now.h + stop.h) / 2
    if (along < 1 || (level && along < before - 2) || (!level && along < before - 2)) return
    const cost = along - before + beside * 3 + Math.abs(level ? dy : dx) * 0.02
    if (cost < least) [best, least] = [at, cost]
  })
  return best
}

/** The first and the last segment in reading order. */
export function ends(layout: Layout): [number, number] {
  const order = readingOrder(layout)
  return [order[0] ?? -1, order.at(-1) ?? -1]
}

/** All segments, card after card, as the eye goes. */
export function readingOrder(layout: Layout): number[] {
  return layout.bands.flatMap((band) =>
    band.cards.flatMap((at) => {
      const card = layout.cards[at]
      return card ? ownSegments(card) : []
    }),
  )
}
