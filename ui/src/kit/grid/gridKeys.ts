import { jumpOf, type Way } from './edges'
import { moved } from './keys'
import type { GridCell } from './types'
import type { MarksOf } from './useMarks'

/** What the keys need to know of the grid around them. */
export interface KeysHost {
  marks: MarksOf
  size: () => { rows: number; cols: number }
  /** Rows that a page key goes. */
  page: () => number
  go: (cell: GridCell) => void
  /** Where a jump leads from a cell, where that is told by what the cells hold. */
  jump: (cell: GridCell, way: Way) => GridCell | Promise<GridCell | undefined> | undefined
  show: (cell: GridCell) => void
  begin: () => void
  /** A key that means something else here; true where it was used. */
  special: (event: KeyboardEvent) => boolean
  open: (row: number) => void
  check: (row: number, through: boolean) => void
  clear: () => void
  fill: (way: 'down' | 'right') => void
  menu: () => void
  context: () => void
  order: (by: number) => void
}

/** The keys of a grid in which nothing is edited, as in a spreadsheet. Returns whether a key was used. */
export function gridKeys(host: KeysHost) {
  const { marks } = host
  /** Escape lets the next Tab leave the grid. */
  let leaving = false
  /** Where a run of Tabs began: Enter goes on under it. */
  let begun: number | undefined

  function next(byRow: boolean, back: boolean): boolean {
    const { row, col } = marks.active.value
    if (byRow) begun ??= col
    else if (begun !== undefined && !back && !marks.several.value) marks.set({ row, col: begun })
    if (!byRow) begun = undefined
    const stayed = marks.next(byRow, back)
    if (stayed) host.show(marks.active.value)
    return stayed
  }

  function rows(): void {
    const { top, bottom } = marks.range.value
    marks.mark({ top, bottom, left: 0, right: host.size().cols - 1 })
    host.check(top, false)
    if (bottom > top) host.check(bottom, true)
  }

  function control(event: KeyboardEvent): boolean {
    const { rows: count, cols } = host.size()
    const { left, right, top, bottom } = marks.range.value
    switch (event.key.toLowerCase()) {
      case 'a':
        marks.mark({ top: 0, bottom: count - 1, left: 0, right: cols - 1 })
        return true
      case 'd':
        host.fill('down')
        return true
      case 'r':
        host.fill('right')
        return true
      case 'l':
        if (event.shiftKey) host.menu()
        return event.shiftKey
      case ' ':
        marks.mark({ top: 0, bottom: count - 1, left, right })
        return true
      case 'enter':
        host.open(top === bottom ? top : marks.active.value.row)
        return true
      default:
        return false
    }
  }

  function plain(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'Tab':
        return !leaving && next(true, event.shiftKey)
      case 'Enter':
        next(false, event.shiftKey)
        return true
      case 'F2':
        host.begin()
        return true
      case 'Delete':
      case 'Backspace':
        host.clear()
        return true
      case 'ContextMenu':
        host.context()
        return true
      case 'F10':
        if (event.shiftKey) host.context()
        return event.shiftKey
      case ' ':
        if (event.shiftKey) rows()
        return event.shiftKey
      default:
        return false
    }
  }

  function alt(event: KeyboardEvent): boolean {
    if (event.key === 'ArrowDown') host.begin()
    else if (event.shiftKey && event.key === 'ArrowLeft') host.order(-1)
    else if (event.shiftKey && event.key === 'ArrowRight') host.order(1)
    else return false
    return true
  }

  function keys(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      leaving = !marks.several.value
      marks.set(marks.active.value)
      return true
    }
    const used = act(event)
    if (!['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) leaving = false
    return used
  }

  function to(cell: GridCell, extend: boolean): void {
    begun = undefined
    if (extend) {
      marks.extend(cell)
      host.show(cell)
    } else host.go(cell)
  }

  /** Jumps; where rows must be asked for first, unless another key was pressed meanwhile. */
  function jump(event: KeyboardEvent, way: Way): boolean {
    const from = event.shiftKey ? marks.head.value : marks.active.value
    const found = host.jump(from, way)
    if (!(found instanceof Promise)) {
      if (found) to(found, event.shiftKey)
      return !!found
    }
    const mine = pressed
    void found.then((cell) => cell && mine === pressed && to(cell, event.shiftKey))
    return true
  }

  let pressed = 0
  function act(event: KeyboardEvent): boolean {
    pressed++
    if (host.special(event)) return true
    if (event.altKey) return alt(event)
    if ((event.ctrlKey || event.metaKey) && control(event)) return true
    if (!event.ctrlKey && !event.metaKey && plain(event)) return true
    const way = jumpOf(event)
    if (way && jump(event, way)) return true
    const { rows: count, cols } = host.size()
    const from = event.shiftKey ? marks.head.value : marks.active.value
    const cell = moved(event, from, count, cols, host.page())
    if (cell) to(cell, event.shiftKey)
    return !!cell
  }

  return Object.assign(keys, { next: (byRow: boolean, back: boolean) => void next(byRow, back) })
}
