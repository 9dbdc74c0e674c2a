/** One column of a grid. */
export interface GridColumn {
  id: string
  title: string
  /** Shown small beside the title, e.g. a unit. */
  unit?: string
  width: number
  /** Share of the spare width this column takes. */
  grow?: number
  align?: 'start' | 'end'
}

/** The order a column stands in. */
export type GridOrder = 'ascending' | 'descending' | 'none'

/** One thing to choose while a cell is edited. */
export interface GridOption {
  value: string
  label: string
}

/** What stands under the edited cell: what the text will be read as, or why it cannot be. */
export interface GridReading {
  ok: boolean
  text: string
}

/** A cell by row and column number. */
export interface GridCell {
  row: number
  col: number
}
