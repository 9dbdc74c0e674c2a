import type { GridColumn } from './types'

/** Widths of the columns when `room` pixels are there: spare width goes to the columns that grow. */
export function columnWidths(columns: GridColumn[], room: number): number[] {
  const fixed = columns.reduce((sum, one) => sum + one.width, 0)
  const shares = columns.reduce((sum, one) => sum + (one.grow ?? 0), 0)
  const spare = Math.max(0, room - fixed)
  const widths = columns.map(
    (one) => one.width + (shares ? Math.floor((spare * (one.grow ?? 0)) / shares) : 0),
  )
  // What rounding left over goes to the first column that grows, so that no gap stays at the end.
  const first = columns.findIndex((one) => one.grow)
  if (first >= 0) widths[first] = (widths[first] ?? 0) + Math.max(0, room - widths.reduce((a, b) => a + b, 0))
  return widths
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
