import { computed, ref, type Ref } from 'vue'
import { around, tabbed } from './keys'
import { between, cellsOf, clipped, filledTo, holds } from './range'
import type { GridCell, GridRange } from './types'

/** What is marked in a grid: one active cell, and the cells between an anchor and a head around it. */
export function useMarks(rows: Ref<number>, cols: Ref<number>) {
  const active = ref<GridCell>({ row: 0, col: 0 })
  const anchor = ref<GridCell>({ row: 0, col: 0 })
  const head = ref<GridCell>({ row: 0, col: 0 })
  const focused = ref(false)
  const filling = ref<GridRange>()
  const range = computed(() => between(anchor.value, head.value))
  const several = computed(() => cellsOf(range.value) > 1)

  const inside = (cell: GridCell): GridCell => ({
    row: Math.min(Math.max(cell.row, 0), Math.max(rows.value - 1, 0)),
    col: Math.min(Math.max(cell.col, 0), Math.max(cols.value - 1, 0)),
  })

  /** Marks one cell and nothing else. */
  function set(cell: GridCell): void {
    active.value = anchor.value = head.value = inside(cell)
  }

  /** Marks from the anchor to a cell; the active cell stays. */
  function extend(cell: GridCell): void {
    head.value = inside(cell)
  }

  /** Marks a range; the active cell is kept where it lies inside. */
  function mark(next: GridRange): void {
    const part = clipped(next, rows.value, cols.value)
    if (!part) return
    anchor.value = { row: part.top, col: part.left }
    head.value = { row: part.bottom, col: part.right }
    if (!holds(part, active.value)) active.value = anchor.value
  }

  /** Brings all back inside after rows or columns went away. */
  function clip(): void {
    active.value = inside(active.value)
    anchor.value = inside(anchor.value)
    head.value = inside(head.value)
  }

  /** Goes to the next cell with Tab or Enter: round inside what is marked, else along; false where it leaves. */
  function next(byRow: boolean, back: boolean): boolean {
    if (several.value) {
      active.value = around(active.value, range.value, byRow, back)
      return true
    }
    const { row, col } = active.value
    const to = byRow
      ? tabbed(active.value, rows.value, cols.value, back)
      : { row: row + (back ? -1 : 1), col }
    if (!to) return false
    set(to)
    return true
  }

  /** Shows what dragging the fill handle to a cell would fill. */
  function dragFill(to: GridCell | undefined): void {
    const next = to && filledTo(range.value, inside(to))
    filling.value = next && clipped(next, rows.value, cols.value)
  }

  return {
    active,
    anchor,
    head,
    focused,
    filling,
    range,
    several,
    set,
    extend,
    mark,
    clip,
    next,
    dragFill,
    inside,
  }
}

export type MarksOf = ReturnType<typeof useMarks>
