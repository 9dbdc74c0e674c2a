import { onMounted, onUnmounted, ref, type Ref } from 'vue'
import { step } from '@/data/undo'
import { isComposing } from '@/kit/composing'

/** Raised when the search box should take the focus. */
export const searchWanted = ref(0)

/** A text box in which Ctrl+Z belongs to the text. */
function inText(target: EventTarget | null): boolean {
  const element = target as HTMLInputElement | null
  if (!element?.matches?.('input, textarea, [contenteditable]')) return false
  return element.value !== ''
}

/** The keys that work on every page: search, undo, redo. */
export function useShortcuts(inside: Ref<boolean>): void {
  function keyed(event: KeyboardEvent): void {
    if (!inside.value || isComposing(event) || event.defaultPrevented) return
    const control = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (control && key === 'k') searchWanted.value++
    else if (!control && key === '/' && !(event.target as HTMLElement).matches('input, textarea'))
      searchWanted.value++
    else if (control && !inText(event.target) && key === 'z') void step(event.shiftKey ? 'redo' : 'undo')
    else if (control && !inText(event.target) && key === 'y') void step('redo')
    else return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', keyed))
  onUnmounted(() => window.removeEventListener('keydown', keyed))
}
