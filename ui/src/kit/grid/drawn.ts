import type { DrawnColumns } from './GridBody'
import type { GridColumn } from './types'

/** Works out once what the cells of each column in view have in common. */
export function drawColumns(
  columns: GridColumn[],
  widths: number[],
  lefts: number[],
  frozen: number,
  first: number,
  last: number,
  lead: number,
): DrawnColumns {
  const one = (col: number) => {
    const column = columns[col]!
    const width = `width:${widths[col] ?? 0}px`
    return {
      column,
      col,
      name: column.id,
      testid: `cell-${column.id}`,
      style: col < frozen ? width : `left:${lefts[col] ?? 0}px;${width}`,
    }
  }
  const some = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => one(from + at))
  return {
    frozen: some(0, frozen - 1),
    scrolled: last >= first ? some(first, last) : [],
    lead,
    total: lead + widths.reduce((sum, width) => sum + width, 0),
  }
}
