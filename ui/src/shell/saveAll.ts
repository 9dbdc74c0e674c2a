import { nextTick } from 'vue'
import { landed } from '@/data/edits'
import { say, warn } from '@/data/notices'

/** Writes what stands in a box, as leaving it does, and says that all is written: the key that means it everywhere. */
export async function saveAll(): Promise<void> {
  const held = document.activeElement as HTMLElement | null
  held?.blur()
  await nextTick()
  await landed()
  const unread = document.querySelector('[aria-invalid="true"]')
  if (held?.isConnected) held.focus()
  if (unread) warn('ui.saved.not_all')
  else say('ui.saved.all')
}
