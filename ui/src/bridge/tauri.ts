import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { answeredAhead } from './ahead'
import type { Host } from './host'

/** The desktop window: one Tauri command `call`, and the events of the program. */
export const tauriHost: Host = {
  async call(name, request) {
    return answeredAhead(name, request) ?? (await invoke('call', { name, request }))
  },
  listen(name, hear) {
    const stop = listen<Parameters<typeof hear>[0]>(name, (event) => hear(event.payload))
    return () => void stop.then((unlisten) => unlisten())
  },
  zoom: (value) => invoke('plugin:webview|set_webview_zoom', { value }),
}
