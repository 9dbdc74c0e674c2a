import type { VNodeChild } from 'vue'

/** One column of a grid. */
export interface GridColumn {
  id: string
  title: string
  /** Shown small beside the title, e.g. a unit. */
  unit?: string
  width: number
  /** How narrow it may become, so that all columns have room. */
  least?: number
  /** Share of the spare width this column takes. */
  grow?: number
  align?: 'start' | 'end'
  /** Stays at the start while the others scroll; such columns come first. */
  frozen?: boolean
  /** Its text may have several lines. */
  lines?: boolean
  /** Its values are chosen by their names: edited, the whole name is marked, so that what is typed seeks another. */
  named?: boolean
  /** Its values may also be chosen from what the grid's slot `pick` shows: what the button for it is called. */
  pick?: string
}

/** The order a column stands in; `level` counts from 1 where several columns order. */
export interface GridOrder {
  way: 'ascending' | 'descending' | 'none'
  level?: number
}

/** One thing to choose while a cell is edited. */
export interface GridOption {
  value: string
  label: string
  /** It is not there yet and is made when chosen. */
  fresh?: boolean
  /** It is what the cell holds already. */
  own?: boolean
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

/** Cells from one corner to the other, both included. */
export interface GridRange {
  top: number
  bottom: number
  left: number
  right: number
}

/** A row that is a heading of the rows below it, with its own cells. */
export interface GridBand {
  label: string
  count: string
  open: boolean
  cell: (column: GridColumn) => VNodeChild
}

/** What draws the rows: everything a row shows comes through these. */
export interface GridSource {
  /** What stands in a row; a new object whenever it changed, nothing while it is fetched. */
  row: (row: number) => unknown
  id: (row: number) => string | undefined
  cell: (row: number, column: GridColumn) => VNodeChild
  band?: (row: number) => GridBand | undefined
  /** The number shown at the start of a row. */
  number: (row: number) => string
  checked: (row: number) => boolean
  /** Changes whenever all rows must be drawn anew. */
  stamp: unknown
}
