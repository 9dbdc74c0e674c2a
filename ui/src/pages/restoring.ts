import { ref } from 'vue'
import { refreshDesk } from '@/data/desk'
import { toFault } from '@/data/fault'
import { restoreBackup } from '@/data/files'
import { say } from '@/data/notices'
import { faultText } from '@/fields/labels'

/** What is asked and told where a backup is opened: its passphrase only once it turns out to have one. */
export function useRestoring() {
  const passphrase = ref('')
  /** Whether the backup turned out to be encrypted with a passphrase that is not known yet. */
  const sealed = ref(false)
  const message = ref('')

  function begin(): void {
    passphrase.value = message.value = ''
    sealed.value = false
  }
  /** Puts a backup in the file's place. */
  async function restore(path: string): Promise<void> {
    const { safety_copy } = await restoreBackup(path, passphrase.value || undefined)
    say(safety_copy ? 'ui.settings.restored' : 'ui.settings.restored_plain', { path: safety_copy ?? '' })
    await refreshDesk()
  }
  /** Says why a backup could not be opened. */
  function failed(thrown: unknown): void {
    const fault = toFault(thrown)
    const unknown = fault.code === 'desk_locked' || fault.code === 'wrong_passphrase'
    sealed.value ||= unknown
    // The box says by itself that a passphrase is missing.
    if (!unknown || passphrase.value) message.value = faultText(fault)
  }
  return { passphrase, sealed, message, begin, restore, failed }
}
