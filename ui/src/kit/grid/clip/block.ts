/** One cell of what was copied. */
export interface ClipCell {
  /** The text as it is shown where it comes from. */
  text: string
  /** The number behind the text, where the source says it: "#####" and "1.2E+08" hide one. */
  number?: string
  /** It belongs to a merged cell that began further up or left, whose value it repeats. */
  merged?: boolean
  /** What a grid of ours wrote beside the text, to know its own cells again. */
  own?: string
  /** Its line ended before: nothing was copied for this cell. */
  beyond?: boolean
}

/** What was copied: rows of cells, all of the same length. */
export type Block = ClipCell[][]

/** The most cells that are taken at once; more belong into an import. */
export const MOST_CELLS = 200_000

/** More cells than can be taken. */
export class TooManyCells extends Error {
  constructor(readonly cells: number) {
    super(`${cells} cells`)
  }
}

/** Fills short rows up, so that all have the same length. */
export function squared(rows: ClipCell[][]): Block {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (const row of rows) while (row.length < width) row.push({ text: '', beyond: true })
  return rows
}
