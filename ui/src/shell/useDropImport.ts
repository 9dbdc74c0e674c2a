import { onMounted, onUnmounted, ref, type Ref } from 'vue'
import { handed } from '@/data/files'
import { go } from '@/data/route'

/** Files dropped anywhere on the window, where nothing else takes files, are ledgers to import. */
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
    const files = holdsFile(event) ? [...(event.dataTransfer?.files ?? [])] : []
    over.value = false
    if (!files.length) return
    event.preventDefault()
    handed.value = files
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
