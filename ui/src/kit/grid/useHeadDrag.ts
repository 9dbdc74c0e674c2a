import { onUnmounted, ref } from 'vue'

/** What dragging in the heading ends in. */
export interface HeadDragHost {
  resize: (id: string, width: number) => void
  /** The column shall stand before the one that is now number `to`. */
  move: (id: string, to: number) => void
}

const NARROWEST = 48
const BEGINS = 6

/** Dragging a column's edge makes it wider or narrower; dragging its title puts it elsewhere. */
export function useHeadDrag(host: HeadDragHost) {
  const drag = ref<{ id: string; line?: number; to?: number }>()
  let from = { x: 0, width: 0, grip: false, id: '', at: 0 }
  let head: HTMLElement | undefined
  let dragged = false

  function down(event: PointerEvent): void {
    dragged = false
    const target = event.target as HTMLElement
    const cell = target.closest<HTMLElement>('[data-head]')
    if (event.button !== 0 || !cell || target.closest('.more')) return
    const grip = target.classList.contains('grip')
    from = {
      x: event.clientX,
      width: cell.offsetWidth,
      grip,
      id: cell.dataset.head ?? '',
      at: Number(cell.dataset.at),
    }
    head = event.currentTarget as HTMLElement
    if (grip) event.preventDefault()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
  }

  function move(event: PointerEvent): void {
    const far = event.clientX - from.x
    if (from.grip) return host.resize(from.id, Math.max(NARROWEST, from.width + far))
    if (!drag.value && Math.abs(far) < BEGINS) return
    dragged = true
    drag.value = { id: from.id, ...place(event.clientX) }
  }

  /** The gap between two headings that is nearest to the pointer. */
  function place(x: number): { line?: number; to?: number } {
    if (!head) return {}
    const start = head.getBoundingClientRect().left
    for (const cell of head.querySelectorAll<HTMLElement>('[data-head]')) {
      const box = cell.getBoundingClientRect()
      if (x < box.left || x > box.right) continue
      const after = x > (box.left + box.right) / 2
      return { line: (after ? box.right : box.left) - start, to: Number(cell.dataset.at) + (after ? 1 : 0) }
    }
    return {}
  }

  function up(): void {
    const to = drag.value?.to
    if (to !== undefined && to !== from.at && to !== from.at + 1) host.move(from.id, to)
    stop()
  }
  function stop(): void {
    drag.value = undefined
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
  }
  onUnmounted(stop)

  /** Does what a click asks for, unless the click ended a drag. */
  function once(act: () => void): void {
    if (!dragged) act()
    dragged = false
  }

  return { drag, down, once }
}
