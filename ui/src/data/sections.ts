import type { Filter, Sum } from './rows'

/** A group of rows: what makes its rows, how many there are, whether they are shown. */
export interface Section {
  key: string
  filters: Filter[]
  count: number
  open: boolean
  /** What the band above the rows says; a list without groups has no bands. */
  band?: { label: string; sums: Record<string, Sum> }
}

const head = (section: Section) => (section.band ? 1 : 0)

/** Where each section begins, and at the end the number of all positions. */
export function positions(sections: Section[]): number[] {
  const starts = [0]
  for (const one of sections) starts.push(starts.at(-1)! + head(one) + (one.open ? one.count : 0))
  return starts
}

/** The section at a position and the place in it; no place where its band stands. */
export function sectionAt(
  sections: Section[],
  starts: number[],
  at: number,
): { section: number; place?: number } | undefined {
  if (at < 0 || at >= (starts.at(-1) ?? 0)) return undefined
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  const place = at - starts[low]! - head(sections[low]!)
  return place < 0 ? { section: low } : { section: low, place }
}

/** The number of a row as a person counts: from 1, anew in each group; empty for a band. */
export function placeOf(sections: Section[], starts: number[], at: number): string {
  const found = sectionAt(sections, starts, at)
  return found?.place === undefined ? '' : String(found.place + 1)
}
