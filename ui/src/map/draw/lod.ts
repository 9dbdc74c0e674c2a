/** How much a chip shows, by its width on the screen: colour, sign, name, counts, firms as dots, firms by name. */
export const MOSAIC = 0
export const SIGN = 1
export const NAME = 2
export const COUNTS = 3
export const DOTS = 4
export const FIRMS = 5
export type Detail = 0 | 1 | 2 | 3 | 4 | 5

/** From which width on each but the first is shown. */
const FROM = [34, 54, 112, 240, 460] as const
/** A level holds until the width is so much past its edge: no flicker while zooming around it. */
const HOLD = 0.1

/** The detail for chips of this width; `before` holds on a little. */
export function detailOf(width: number, before?: Detail): Detail {
  const plain = FROM.filter((from) => width >= from).length as Detail
  if (before === undefined || plain === before) return plain
  const edge: number | undefined = FROM[plain > before ? before : before - 1]
  const held = edge !== undefined && Math.abs(width - edge) <= edge * HOLD
  return held ? before : plain
}

/** Whole sizes only: letters of a size in between are drawn anew for every one of them. */
export const nameSize = (chip: number): number => clamp(Math.round(4.4 + chip / 11.8), 10, 15)
export const labelSize = (scale: number): number => clamp(Math.round(21 * scale), 10, 14)
export const headSize = (scale: number): number => clamp(Math.round(26 * scale), 12, 17)
export const bandSize = (scale: number): number => clamp(Math.round(36 * scale), 16, 30)

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
