import type { GridColumn } from './types'

/**
 * Widths of the columns when `room` pixels are there: spare width goes to the columns that grow. What is a little
 * too wide is made narrower, down to the least widths; where that does not help, columns keep theirs.
 */
export function columnWidths(columns: GridColumn[], room: number): number[] {
  const fixed = columns.reduce((sum, one) => sum + one.width, 0)
  const gives = columns.map((one) => Math.max(0, one.width - (one.least ?? one.width)))
  const most = gives.reduce((sum, one) => sum + one, 0)
  if (most > 0 && room > 0 && fixed > room && fixed - most <= room) {
    const part = (fixed - room) / most
    return filled(
      columns.map((one, at) => one.width - Math.ceil((gives[at] ?? 0) * part)),
      gives.findIndex((one) => one > 0),
      room,
    )
  }
  const shares = columns.reduce((sum, one) => sum + (one.grow ?? 0), 0)
  const spare = Math.max(0, room - fixed)
  const widths = columns.map(
    (one) => one.width + (shares ? Math.floor((spare * (one.grow ?? 0)) / shares) : 0),
  )
  return filled(
    widths,
    columns.findIndex((one) => one.grow),
    room,
  )
}

/** Gives what rounding left over to one of the columns, so that no gap stays at the end. */
function filled(widths: number[], at: number, room: number): number[] {
  const over = Math.max(0, room - widths.reduce((a, b) => a + b, 0))
  return at < 0 ? widths : widths.map((width, index) => (index === at ? width + over : width))
}

/** Left edges of columns of these widths, the first at `start`. */
export function columnLefts(widths: number[], start = 0): number[] {
  let left = start
  return widths.map((width) => {
    const here = left
    left += width
    return here
  })
}

/**
 * The columns after the frozen ones that a view from `left` to `right` shows, both included and a little
 * more at either side; an empty span where there is none.
 */
export function columnSpan(
  lefts: number[],
  widths: number[],
  frozen: number,
  left: number,
  right: number,
): { first: number; last: number } {
  const SPARE = 120
  let first = frozen
  while (first < lefts.length - 1 && (lefts[first] ?? 0) + (widths[first] ?? 0) < left - SPARE) first++
  let last = first
  while (last < lefts.length - 1 && (lefts[last + 1] ?? 0) < right + SPARE) last++
  return { first, last: lefts.length > frozen ? last : frozen - 1 }
}
