import type { GridCell, GridRange } from './types'

/** The cells between two corners. */
export function between(one: GridCell, other: GridCell): GridRange {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.col, other.col),
    right: Math.max(one.col, other.col),
  }
}

export const rowsOf = (range: GridRange): number => range.bottom - range.top + 1
export const colsOf = (range: GridRange): number => range.right - range.left + 1
export const cellsOf = (range: GridRange): number => rowsOf(range) * colsOf(range)

/** Whether a cell lies in a range. */
export function holds(range: GridRange, { row, col }: GridCell): boolean {
  return row >= range.top && row <= range.bottom && col >= range.left && col <= range.right
}

/** Whether two ranges are the same cells. */
export function sameRange(one: GridRange, other: GridRange): boolean {
  return (
    one.top === other.top &&
    one.bottom === other.bottom &&
    one.left === other.left &&
    one.right === other.right
  )
}

/** The part of a range that lies within a grid of this size; undefined where none does. */
export function clipped(range: GridRange, rows: number, cols: number): GridRange | undefined {
  const part = {
    top: Math.max(range.top, 0),
    bottom: Math.min(range.bottom, rows - 1),
    left: Math.max(range.left, 0),
    right: Math.min(range.right, cols - 1),
  }
  return part.top <= part.bottom && part.left <= part.right ? part : undefined
}

/**
 * The cells that dragging the fill handle of `from` to a cell would fill: whole rows below or above, or
 * whole columns beside it, whichever the pointer is further out at; undefined while it is inside.
 */
export function filledTo(from: GridRange, to: GridCell): GridRange | undefined {
  const down = to.row > from.bottom ? to.row - from.bottom : Math.min(0, to.row - from.top)
  const along = to.col > from.right ? to.col - from.right : Math.min(0, to.col - from.left)
  if (!down && !along) return undefined
  if (Math.abs(down) >= Math.abs(along))
    return down > 0
      ? { ...from, top: from.bottom + 1, bottom: to.row }
      : { ...from, top: to.row, bottom: from.top - 1 }
  return along > 0
    ? { ...from, left: from.right + 1, right: to.col }
    : { ...from, left: to.col, right: from.left - 1 }
}

/** The smallest range with both in it. */
export function joined(one: GridRange, other: GridRange): GridRange {
  return {
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
  }
}

/**
 * The cells that a block of rows × cols pasted at `range` would cover: as often as it fits where the
 * marked cells are a multiple of it, as spreadsheets do, else once from the upper left.
 */
export function covered(range: GridRange, rows: number, cols: number): GridRange {
  const fits = rowsOf(range) % rows === 0 && colsOf(range) % cols === 0
  return fits ? range : { ...range, bottom: range.top + rows - 1, right: range.left + cols - 1 }
}
