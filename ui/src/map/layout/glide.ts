import type { Scene } from '../scene'
import type { Card, Layout } from './board'
import type { Box } from './sizes'

/** A board as it stands: what, and where. */
export interface Standing {
  scene: Pick<Scene, 'segments' | 'indexOf'>
  layout: Layout
}

/** How long chips take to their new places, in milliseconds. */
export const GLIDE_TIME = 150

const eased = (at: number): number => 1 - (1 - at) ** 3

function between<T extends Box>(from: Box | undefined, to: T, at: number): T {
  if (!from) return to
  const mix = (one: number, other: number) => one + (other - one) * at
  return { ...to, x: mix(from.x, to.x), y: mix(from.y, to.y), w: mix(from.w, to.w), h: mix(from.h, to.h) }
}

/**
 * The layout on its way from one to another, at 0 to 1 of the time. Segments are known again by their ids and
 * bands by their layers; what is new stands where it belongs from the start.
 */
export function glided(from: Standing, to: Standing, time: number): Layout {
  if (time >= 1) return to.layout
  const at = eased(Math.max(0, time))
  const before = (segment: number) => from.scene.indexOf.get(to.scene.segments[segment]?.id ?? '')
  const keyOf = ({ scene }: Standing, { segment, part }: Card) =>
    `${scene.segments[segment]?.id ?? ''} ${part?.at ?? 0}`
  const cards = new Map(from.layout.cards.map((card) => [keyOf(from, card), card]))
  const bands = new Map(from.layout.bands.map((band) => [band.layer, band]))
  return {
    ...to.layout,
    places: to.layout.places.map((place, segment) => {
      const old = from.layout.places[before(segment) ?? -1]
      return between(old?.as === place.as ? old : undefined, place, at)
    }),
    cards: to.layout.cards.map((card) => {
      return between(card.segment < 0 ? undefined : cards.get(keyOf(to, card)), card, at)
    }),
    bands: to.layout.bands.map((band) => between(bands.get(band.layer), band, at)),
  }
}
