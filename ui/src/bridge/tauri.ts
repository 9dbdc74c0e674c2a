import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Host } from './host'

/** The desktop window: one Tauri command `call` and one event `changed`. */
export const tauriHost: Host = {
  call: (name, request) => invoke('call', { name, request }),
  listen(onChanged) {
    const stop = listen<Parameters<typeof onChanged>[0]>('changed', (event) => onChanged(event.payload))
    return () => void stop.then((unlisten) => unlisten())
  },
}
