import type { GridCell, GridRange } from './types'

/** The parts of a key press that move the mark. */
export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey?: boolean
}

/** Where a key moves the active cell, or undefined where it does not move it. */
export function moved(
  event: Press,
  cell: GridCell,
  rows: number,
  cols: number,
  page: number,
): GridCell | undefined {
  const far = event.ctrlKey || event.metaKey
  const { row, col } = cell
  const to = (nextRow: number, nextCol: number): GridCell => ({
    row: Math.min(Math.max(nextRow, 0), Math.max(rows - 1, 0)),
    col: Math.min(Math.max(nextCol, 0), cols - 1),
  })
  switch (event.key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, col)
    case 'ArrowDown':
      return to(far ? rows - 1 : row + 1, col)
    case 'ArrowLeft':
      return to(row, far ? 0 : col - 1)
    case 'ArrowRight':
      return to(row, far ? cols - 1 : col + 1)
    case 'Home':
      return to(far ? 0 : row, 0)
    case 'End':
      return to(far ? rows - 1 : row, cols - 1)
    case 'PageUp':
      return to(row - page, col)
    case 'PageDown':
      return to(row + page, col)
    default:
      return undefined
  }
}

/**
 * The next cell when Tab or Enter goes round inside the marked cells: by rows with Tab, by columns with
 * Enter, backwards with Shift.
 */
export function around(cell: GridCell, range: GridRange, byRow: boolean, back: boolean): GridCell {
  const rows = range.bottom - range.top + 1
  const cols = range.right - range.left + 1
  const row = cell.row - range.top
  const col = cell.col - range.left
  const all = rows * cols
  const at = ((byRow ? row * cols + col : col * rows + row) + (back ? -1 : 1) + all) % all
  return byRow
    ? { row: range.top + Math.floor(at / cols), col: range.left + (at % cols) }
    : { row: range.top + (at % rows), col: range.left + Math.floor(at / rows) }
}

/** Where Tab goes when nothing but one cell is marked; undefined where it leaves the grid. */
export function tabbed(cell: GridCell, rows: number, cols: number, back: boolean): GridCell | undefined {
  const at = cell.row * cols + cell.col + (back ? -1 : 1)
  return at < 0 || at >= rows * cols ? undefined : { row: Math.floor(at / cols), col: at % cols }
}
