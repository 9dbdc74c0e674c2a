import type { GridColumn } from './types'

/** Widths of the columns when `room` pixels are there: spare width goes to the columns that grow. */
export function columnWidths(columns: GridColumn[], room: number): number[] {
  const fixed = columns.reduce((sum, one) => sum + one.width, 0)
  const shares = columns.reduce((sum, one) => sum + (one.grow ?? 0), 0)
  const spare = Math.max(0, room - fixed)
  return columns.map((one) => one.width + (shares ? Math.floor((spare * (one.grow ?? 0)) / shares) : 0))
}

/** Left edges of columns of these widths. */
export function columnLefts(widths: number[]): number[] {
  let left = 0
  return widths.map((width) => {
    const here = left
    left += width
    return here
  })
}
