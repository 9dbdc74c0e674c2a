import type { useRows } from '@/data/rows'
import { jumped, type Way } from '@/kit/grid/edges'
import type { GridCell, GridColumn } from '@/kit/grid/types'

type Rows = Pick<ReturnType<typeof useRows>, 'rowAt' | 'bandAt' | 'count' | 'border'>

/** Where Ctrl and an arrow lead in a ledger, as in a spreadsheet; the host is asked where rows are not here. */
export function ledgerJump(columns: GridColumn[], rows: Rows) {
  const filled = (row: number, col: number): boolean | undefined => {
    const here = rows.rowAt(row)
    if (here) return (here.values[columns[col]?.id ?? ''] ?? null) !== null
    return rows.bandAt(row) ? false : undefined
  }
  return ({ row, col }: GridCell, way: Way): GridCell | Promise<GridCell | undefined> => {
    const back = way === 'up' || way === 'left'
    if (way === 'left' || way === 'right') {
      const to = jumped(columns.length, col, back, (at) => filled(row, at) ?? false)
      return { row, col: to ?? col }
    }
    const count = rows.count.value
    const to = jumped(count, row, back, (at) => filled(at, col))
    if (to !== undefined) return { row: to, col }
    return rows
      .border(row, columns[col]?.id ?? '', back)
      .then((at) => (at === undefined ? at : { row: at, col }))
  }
}
