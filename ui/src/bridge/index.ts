import { FaultError, toFault } from './fault'
import type { Commands, ImportProgress } from './generated'
import type { Changed, FileWritten, Host } from './host'
import { httpHost } from './http'
import { tauriHost } from './tauri'

export { FaultError, toFault }
export type * from './generated'
export type { Fault } from './fault'
export type { Changed, FileWritten } from './host'

/** Whether the pages stand in the desktop window, not in a browser. */
export const inWindow = '__TAURI_INTERNALS__' in window

const host: Host = inWindow ? tauriHost : httpHost

/** Runs one command; request and reply are inferred from the name. Rejects with `FaultError` only. */
export async function call<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]['request'],
): Promise<Commands[Name]['reply']> {
  try {
    return (await host.call(name, request)) as Commands[Name]['reply']
  } catch (thrown) {
    throw new FaultError(toFault(thrown))
  }
}

/** Hears every committed change, whichever program made it; returns the way to stop. */
export function onChanged(hear: (changed: Changed) => void): () => void {
  return host.listen('changed', hear)
}

/** Hears how far imports are; each names its job. Returns the way to stop. */
export function onImportProgress(hear: (progress: ImportProgress) => void): () => void {
  return host.listen('import_progress', hear)
}

/** Hears where the files lie that were handed to the window. Returns the way to stop. */
export function onFileWritten(hear: (file: FileWritten) => void): () => void {
  return host.listen('file_written', hear)
}

/** Shows the pages this many times as large as they are made; only the desktop window is asked. */
export async function setZoom(level: number): Promise<void> {
  await host.zoom?.(level)
}
