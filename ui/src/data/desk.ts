import { computed, shallowRef } from 'vue'
import { call, toFault, type DeskStatus, type Fault } from '@/bridge'
import { loadKinds } from './kinds'
import { startLive, alwaysOnChanged } from './live'
import { firstQuery } from './layout'
import { route } from './route'
import { askAhead } from './rows'
import { loadSettings, saveChoices } from './settings'
import { loadViews } from './views'

const status = shallowRef<DeskStatus>()
const fault = shallowRef<Fault>()

/** The state of the file, `undefined` until the first answer. */
export const deskStatus = computed(() => status.value)
/** Why the state could not be read at all (no host, no session). */
export const deskFault = computed(() => fault.value)

async function take(next: DeskStatus): Promise<void> {
  if (next.state === 'open') await Promise.all([loadKinds(), loadSettings()])
  status.value = next
  fault.value = undefined
}

/**
 * Asks for all that a start shows at once, so that it waits for one answer and not for three in a row.
 * A file that is not open refuses all but its state.
 */
export async function startDesk(): Promise<void> {
  // Before anything is asked, so that no change falls between an answer and the first that is heard.
  startLive()
  const { value: now } = route
  const shown =
    now.page === 'ledger' && !now.figure
      ? Promise.all([askAhead(firstQuery(now.kind)), loadViews(now.kind).catch(() => undefined)])
      : undefined
  const all = Promise.all([loadKinds(), loadSettings(), shown])
  all.catch(() => undefined)
  try {
    const next = await call('desk_status', {})
    if (next.state === 'open') await all
    status.value = next
  } catch (thrown) {
    fault.value = toFault(thrown)
  }
}

/** Asks the host for the state of the file. */
export async function refreshDesk(): Promise<void> {
  try {
    await take(await call('desk_status', {}))
    startLive()
  } catch (thrown) {
    fault.value = toFault(thrown)
  }
}

/** Makes a new file, encrypted where a passphrase is given. */
export async function createDesk(passphrase?: string): Promise<void> {
  const made = await call('create_desk', passphrase ? { passphrase } : {})
  // What was chosen before there was a file belongs into it.
  await saveChoices()
  await take(made)
}

/** Opens an encrypted file. */
export async function unlockDesk(passphrase: string): Promise<void> {
  await take(await call('unlock_desk', { passphrase }))
}

/** Fills an empty file with the fictional sample zone. */
export async function loadSample(): Promise<void> {
  await call('load_sample', {})
  await refreshDesk()
}

/** Sets, changes or (with `next` absent) removes the passphrase. */
export async function setPassphrase(old: string | undefined, next: string | undefined): Promise<void> {
  await take(await call('set_passphrase', { old, new: next }))
}

alwaysOnChanged(() => {
  if (status.value?.state === 'open' && status.value.empty) void refreshDesk()
})
