/**
 * Divides a list into at most `columns` runs so that the highest run, its gaps counted, is as low as can be.
 * Returns where each run ends, and how high the highest is. The order stays: it is the user's.
 */
export function partition(
  heights: readonly number[],
  columns: number,
  gap: number,
): { ends: number[]; height: number } {
  const count = heights.length
  if (!count) return { ends: [], height: 0 }
  const before = [0]
  for (const height of heights) before.push((before.at(-1) ?? 0) + height)
  const run = (from: number, to: number) =>
    (before[to] ?? 0) - (before[from] ?? 0) + Math.max(0, to - from - 1) * gap
  // best[c][n]: the lowest height of the first n in c runs.
  let best = before.map((_, to) => run(0, to))
  const cuts: number[][] = []
  for (let column = 1; column < Math.min(columns, count); column++) {
    const next = best.slice()
    const cut = best.map(() => 0)
    for (let to = 1; to <= count; to++)
      for (let from = 1; from < to; from++) {
        const height = Math.max(best[from] ?? 0, run(from, to))
        if (height < (next[to] ?? 0)) {
          next[to] = height
          cut[to] = from
        }
      }
    cuts.push(cut)
    best = next
  }
  const ends = [count]
  for (let column = cuts.length - 1, to = count; column >= 0; column--) {
    const from = cuts[column]?.[to] ?? 0
    if (!from) continue
    ends.unshift((to = from))
  }
  return { ends, height: best[count] ?? 0 }
}
