import { onUnmounted, type Ref } from 'vue'
import type { GridCell } from './types'
import type { MarksOf } from './useMarks'

/** What the pointer needs to know of the grid around it. */
export interface PointerHost {
  scroller: Ref<HTMLElement | undefined>
  /** The cell under a point of the window, the nearest one where the point lies outside. */
  cellAt: (x: number, y: number) => GridCell
  marks: MarksOf
  /** Ends an edit; false where what was typed cannot be taken. */
  settle: () => boolean
  focus: () => void
  show: (cell: GridCell) => void
  check: (row: number, through: boolean) => void
  toggle: (row: number) => void
  fill: () => void
  /** Fills down as far as what stands beside it reaches. */
  fillFar: () => void
  edit: () => void
}

const CORNER = 9
/** How near the edge of the view a drag makes it scroll, and how far per frame. */
const EDGE = 28
const PACE = 18

/** Marking with the mouse: press, drag, Shift, the fill handle, the boxes of the rows. */
export function usePointer(host: PointerHost) {
  let dragging: 'mark' | 'fill' | undefined
  let at = { x: 0, y: 0 }
  let frame = 0

  function down(event: PointerEvent): void {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-row]')
    if (event.button !== 0 || !row || target.closest('a,button,input')) return
    event.preventDefault()
    if (!host.settle()) return
    const number = Number(row.dataset.row)
    if (row.classList.contains('band')) host.toggle(number)
    else if (target.closest('.lead')) host.check(number, event.shiftKey)
    else press(event, target, number)
    host.focus()
  }

  /** Whether the pointer is on the fill handle, which lies in the last marked cell. */
  function atCorner(event: MouseEvent, cell: HTMLElement): boolean {
    const box = cell.getBoundingClientRect()
    const near = event.clientX > box.right - CORNER && event.clientY > box.bottom - CORNER
    return near && cell.classList.contains('corner')
  }

  function press(event: PointerEvent, target: HTMLElement, row: number): void {
    const cell = target.closest<HTMLElement>('[data-col]')
    if (!cell) return
    if (atCorner(event, cell)) dragging = 'fill'
    else {
      dragging = 'mark'
      const to = { row, col: Number(cell.dataset.col) }
      if (event.shiftKey) host.marks.extend(to)
      else host.marks.set(to)
      host.show(to)
    }
    at = { x: event.clientX, y: event.clientY }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
  }

  function move(event: PointerEvent): void {
    at = { x: event.clientX, y: event.clientY }
    follow()
    frame ||= requestAnimationFrame(pull)
  }

  function follow(): void {
    const cell = host.cellAt(at.x, at.y)
    if (dragging === 'fill') host.marks.dragFill(cell)
    else if (dragging === 'mark') host.marks.extend(cell)
  }

  /** Scrolls on while the pointer is held at or beyond an edge. */
  function pull(): void {
    frame = 0
    const element = host.scroller.value
    if (!dragging || !element) return
    const box = element.getBoundingClientRect()
    const pace = (low: number, high: number, point: number) =>
      point < low + EDGE ? -PACE : point > high - EDGE ? PACE : 0
    const down = pace(box.top, box.bottom, at.y)
    const along = pace(box.left, box.right, at.x)
    if (!down && !along) return
    element.scrollBy(along, down)
    follow()
    frame = requestAnimationFrame(pull)
  }

  function up(): void {
    if (dragging === 'fill') host.fill()
    stop()
  }
  function stop(): void {
    dragging = undefined
    cancelAnimationFrame(frame)
    frame = 0
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
  }
  onUnmounted(stop)

  function twice(event: MouseEvent): void {
    const target = event.target as HTMLElement
    const cell = target.closest<HTMLElement>('[data-col]')
    if (!cell || target.closest('.band')) return
    if (atCorner(event, cell)) host.fillFar()
    else host.edit()
  }

  return { down, twice }
}
