import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { isComposing } from '../composing'
import type { GridCell, GridOption } from './types'

/** What the editor needs to know of the grid around it. */
export interface EditorHost {
  active: Ref<GridCell>
  options: () => GridOption[]
  mayEdit: (cell: GridCell) => boolean
  textOf: (cell: GridCell) => string
  commit: (cell: GridCell, text: string, option?: GridOption) => boolean
  typed: (cell: GridCell | undefined, text: string, touched: boolean) => void
  /** Goes on after a commit: along the row with Tab, down with Enter. */
  next: (byRow: boolean, back: boolean) => void
  /** Moves by a key that ended an edit begun by typing. */
  move: (event: KeyboardEvent) => void
  /** Whether the text may have several lines. */
  lines: () => boolean
  /** Whether values are chosen by their names. */
  named: () => boolean
  /** Puts a text into all marked cells, where there are several; false where there is one. */
  spread: (text: string) => boolean
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

/**
 * The one text box of a grid. It lies over the active cell and holds the focus even while nothing
 * is edited, so the first key of an input-method editor composes into it and is not lost.
 * Its text is never written from outside during a composition.
 */
export function useCellEditor(box: Ref<HTMLTextAreaElement | undefined>, host: EditorHost) {
  const editing = ref(false)
  const picked = ref(-1)
  const touched = ref(false)
  let before = ''
  /** Whether the option was gone to, and does not only stand first among those that fit. */
  let sought = false
  /** Where a key led that came before the options did. */
  let hasty: { byRow: boolean; back: boolean } | undefined
  /** Begun by typing: arrows end the edit, as in a spreadsheet. After F2 they move in the text. */
  let quick = false

  const chosen = computed(() => host.options()[picked.value])
  watch(
    () => host.options(),
    (now, old) => {
      if (!editing.value || (sought && now.length === old.length)) return
      picked.value = touched.value ? firstPicked() : now.findIndex((one) => one.own)
    },
  )
  // Who wrote a name out and went on before it was looked up need not do so again.
  watch(
    () => host.options(),
    (now) => {
      const same = editing.value && hasty && writtenOut(box.value?.value ?? '')
      if (!same || !hasty) return
      const { byRow, back } = hasty
      picked.value = now.indexOf(same)
      if (commit()) host.next(byRow, back)
    },
  )
  /** The first of what fits what was typed; blanks ask for nothing, and what is not there yet must be gone to. */
  const firstPicked = () => (box.value?.value.trim() ? host.options().findIndex((one) => !one.fresh) : -1)

  function write(text: string): void {
    if (box.value) box.value.value = text
  }

  /** Begins to edit behind the present text, as in a spreadsheet; where names are chosen, all of it is selected. */
  function begin(): void {
    if (editing.value || !host.mayEdit(host.active.value)) return
    before = host.textOf(host.active.value)
    write(before)
    start(false, before)
    void nextTick(() =>
      host.named() ? box.value?.select() : box.value?.setSelectionRange(before.length, before.length),
    )
  }

  function start(byTyping: boolean, text: string): void {
    editing.value = true
    touched.value = quick = byTyping
    picked.value = -1
    sought = false
    hasty = undefined
    host.typed(host.active.value, text, byTyping)
  }

  function stop(): void {
    editing.value = false
    touched.value = false
    picked.value = -1
    write('')
    host.typed(undefined, '', false)
  }

  /**
   * Writes what is in the box; false where it cannot be read, and then editing goes on. Who only leaves the cell
   * has chosen what was gone to or written out, and not what happens to stand first among what fits.
   */
  function commit(leaving = false): boolean {
    if (!editing.value) return true
    const text = box.value?.value ?? ''
    const option = leaving && !sought ? writtenOut(text) : chosen.value
    const unchanged = text === before && !option
    if (!unchanged && !host.commit(host.active.value, text, option)) return false
    stop()
    return true
  }

  function writtenOut(text: string): GridOption | undefined {
    const same = host.options().filter((one) => !one.fresh && one.label === text.trim())
    return same.length === 1 ? same[0] : undefined
  }

  function onInput(): void {
    const text = box.value?.value ?? ''
    if (!editing.value) {
      if (!host.mayEdit(host.active.value)) return write('')
      before = host.textOf(host.active.value)
      start(true, text)
    }
    touched.value = true
    sought = false
    hasty = undefined
    picked.value = firstPicked()
    host.typed(host.active.value, text, true)
  }

  function onCompositionStart(): void {
    if (editing.value || !host.mayEdit(host.active.value)) return
    before = host.textOf(host.active.value)
    start(true, '')
  }

  /** Handles a key while editing; true where it was used. */
  function onKey(event: KeyboardEvent): boolean {
    if (isComposing(event)) return true
    hasty = undefined
    const count = host.options().length
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      picked.value = (Math.max(picked.value, step < 0 ? 0 : -1) + step + count) % count
      sought = true
    } else if (event.key === 'Escape') stop()
    else if (event.key === 'Enter' && event.altKey && host.lines()) insert('\n')
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && spread()) stop()
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const [byRow, back] = [event.key === 'Tab', event.shiftKey]
      if (commit()) host.next(byRow, back)
      else hasty = { byRow, back }
    } else if (quick && ARROWS.includes(event.key)) {
      if (commit(true)) host.move(event)
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  /** What stands in the box goes into every marked cell, as what was gone to or written out. */
  const spread = () => host.spread((sought && chosen.value?.label) || (box.value?.value ?? ''))

  /** Puts a text in the place of what is selected. */
  function insert(text: string): void {
    box.value?.setRangeText(text, box.value.selectionStart, box.value.selectionEnd, 'end')
    onInput()
  }

  /** Takes the option under the pointer. */
  function pick(index: number): void {
    picked.value = index
    if (commit()) host.next(false, false)
  }

  return { editing, picked, begin, commit, stop, pick, onInput, onCompositionStart, onKey }
}
