import { FaultError, toFault } from './fault'
import type { Commands } from './generated'
import type { Changed, Host } from './host'
import { httpHost } from './http'

export { FaultError, toFault }
export type * from './generated'
export type { Fault } from './fault'
export type { Changed } from './host'

let host: Promise<Host> | undefined

function chosen(): Promise<Host> {
  host ??=
    '__TAURI_INTERNALS__' in window
      ? import('./tauri').then((room) => room.tauriHost)
      : Promise.resolve(httpHost)
  return host
}

/** Runs one command; request and reply are inferred from the name. Rejects with `FaultError` only. */
export async function call<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]['request'],
): Promise<Commands[Name]['reply']> {
  try {
    return (await (await chosen()).call(name, request)) as Commands[Name]['reply']
  } catch (thrown) {
    throw new FaultError(toFault(thrown))
  }
}

/** Hears every committed change, whichever program made it. */
export function onChanged(hear: (changed: Changed) => void): () => void {
  let stop: (() => void) | undefined
  let stopped = false
  void chosen().then((one) => {
    if (!stopped) stop = one.listen(hear)
  })
  return () => {
    stopped = true
    stop?.()
  }
}
