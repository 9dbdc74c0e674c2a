/**
 * In the place of d3-transition and d3-interpolate, which d3-zoom needs for movements that go on by themselves.
 * Our boards glide by their own (`stage.ts`), so there are none, and the map comes without what would animate them.
 */
export function interrupt(): void {
  // There is nothing to end.
}

/** The way of a movement that never is. */
export const interpolateZoom = undefined
