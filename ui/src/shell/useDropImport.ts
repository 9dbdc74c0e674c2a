import { onMounted, onUnmounted, ref, type Ref } from 'vue'
import { handed } from '@/data/files'
import { go } from '@/data/route'

/** A file dropped anywhere on the window, where nothing else takes files, is a ledger to import. */
export function useDropImport(inside: Ref<boolean>) {
  const over = ref(false)
  const holdsFile = (event: DragEvent) =>
    inside.value && !event.defaultPrevented && !!event.dataTransfer?.types.includes('Files')

  function dragged(event: DragEvent) {
    over.value = holdsFile(event)
    if (over.value) event.preventDefault()
  }
  function left(event: DragEvent) {
    // The pointer left the window, and not only one element of it.
    if (!event.relatedTarget) over.value = false
  }
  function dropped(event: DragEvent) {
    const file = holdsFile(event) ? event.dataTransfer?.files[0] : undefined
    over.value = false
    if (!file) return
    event.preventDefault()
    handed.value = file
    go({ page: 'import' })
  }
  onMounted(() => {
    window.addEventListener('dragover', dragged)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
  })
  onUnmounted(() => {
    window.removeEventListener('dragover', dragged)
    window.removeEventListener('dragleave', left)
    window.removeEventListener('drop', dropped)
  })
  return { over }
}
