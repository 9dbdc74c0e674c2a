import { onMounted, onUnmounted } from 'vue'

/** Takes a table that is pasted into a page as a file to import, where nothing else takes what is pasted. */
export function usePasteImport(may: () => boolean, take: (file: File) => void): void {
  async function paste(event: ClipboardEvent) {
    const clip = event.clipboardData
    const to = event.target as HTMLElement | null
    if (event.defaultPrevented || !clip || !may() || to?.closest('input:not([type="file"]), textarea')) return
    // The clipboard can only be read before anything is waited for.
    const [text, html, file] = [clip.getData('text/plain'), clip.getData('text/html'), clip.files[0]]
    const { pasted } = await import('./pasted')
    const given = file ?? pasted({ text, html })
    if (given && may()) take(given)
  }
  const heard = (event: ClipboardEvent) => void paste(event)
  onMounted(() => window.addEventListener('paste', heard))
  onUnmounted(() => window.removeEventListener('paste', heard))
}
