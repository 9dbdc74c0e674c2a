/** The furthest the map looks back. */
const MOST = 30

/** The years whose ends the map can be looked at, the latest first: from that of the first record, and last year at least. */
export function yearsSince(first: string | undefined, now: number): number[] {
  const from = Math.min(Number(first?.slice(0, 4) ?? now), now - 1)
  return Array.from({ length: Math.min(now - from, MOST) }, (_, back) => now - 1 - back)
}
