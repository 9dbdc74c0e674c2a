import { onMounted, onUnmounted } from 'vue'

/** Takes files, or a table as a file, that are pasted into a page, where nothing else takes what is pasted. */
export function usePasteImport(may: () => boolean, take: (files: File[]) => void): void {
  async function paste(event: ClipboardEvent) {
    const clip = event.clipboardData
    const to = event.target as HTMLElement | null
    if (event.defaultPrevented || !clip || !may() || to?.closest('input:not([type="file"]), textarea')) return
    // The clipboard can only be read before anything is waited for.
    const [text, html, files] = [clip.getData('text/plain'), clip.getData('text/html'), [...clip.files]]
    const { pasted } = await import('./pasted')
    const table = files.length ? undefined : pasted({ text, html })
    const given = table ? [table] : files
    if (given.length && may()) take(given)
  }
  const heard = (event: ClipboardEvent) => void paste(event)
  onMounted(() => window.addEventListener('paste', heard))
  onUnmounted(() => window.removeEventListener('paste', heard))
}
