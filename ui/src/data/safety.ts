import { shallowRef } from 'vue'
import { call, toFault, type Fault, type Rehearsal, type Safety } from '@/bridge'
import { useChanged } from './live'

export type { Rehearsal, Safety }

/** How safe the file is; asked anew after every change and by `reload`. */
export function useSafety() {
  const safety = shallowRef<Safety>()
  const fault = shallowRef<Fault>()
  async function reload(): Promise<void> {
    try {
      safety.value = await call('safety', {})
      fault.value = undefined
    } catch (thrown) {
      fault.value = toFault(thrown)
    }
  }
  void reload()
  useChanged((changed) => {
    if (changed.kinds.includes('attachment')) void reload()
  })
  return { safety, fault, reload }
}

/** Restores a backup into a temporary folder, checks it, and removes it again. */
export function rehearse(path: string, passphrase?: string): Promise<Rehearsal> {
  return call('rehearse_restore', passphrase ? { path, passphrase } : { path })
}

/** Gives the passphrase to the system's key store, so that the file opens by itself here. */
export async function keepPassphrase(passphrase: string): Promise<void> {
  await call('keep_passphrase', { passphrase })
}

/** Takes the passphrase out of the system's key store. */
export async function forgetPassphrase(): Promise<void> {
  await call('forget_passphrase', {})
}
