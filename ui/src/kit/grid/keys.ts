import type { GridCell } from './types'

/** Where a key moves the active cell, or undefined where it does not move it. */
export function moved(
  event: { key: string; ctrlKey: boolean; metaKey: boolean },
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
