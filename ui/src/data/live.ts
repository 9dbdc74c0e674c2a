import { onScopeDispose } from 'vue'
import { onChanged, type Changed } from '@/bridge'

type Hear = (changed: Changed) => void

const hearers = new Set<Hear>()
let started = false

/** Starts the one subscription to the host; every view hangs on it. */
export function startLive(): void {
  if (started) return
  started = true
  onChanged((changed) => hearers.forEach((hear) => hear(changed)))
}

/** Runs `hear` on every committed change while the calling component lives. */
export function useChanged(hear: Hear): void {
  hearers.add(hear)
  onScopeDispose(() => hearers.delete(hear))
}

/** Runs `hear` on every committed change for as long as the program runs. */
export function alwaysOnChanged(hear: Hear): void {
  hearers.add(hear)
}
