import type { ImportProgress } from './generated'

/** What is sent after every commit, by whichever program made it. */
export interface Changed {
  /** The last log number the change wrote. */
  seq: number
  kinds: string[]
  /** The records; empty where they are too many to name. */
  ids: string[]
}

/** Whether a file that the page handed to the window was written, and where; not every system tells that. */
export type FileWritten = [done: boolean, path: string | null]

/** What hosts tell their pages, by name; of files only the window knows. */
export interface Events {
  changed: Changed
  import_progress: ImportProgress
  file_written: FileWritten
}

/** What carries commands down and changes up: the desktop window or the loopback web host. */
export interface Host {
  /** Resolves with the reply; rejects with a fault or with a transport failure. */
  call(name: string, request: unknown): Promise<unknown>
  /** Calls back for every event of that name; returns the way to stop. */
  listen<Name extends keyof Events>(name: Name, hear: (event: Events[Name]) => void): () => void
  /** Shows the pages this many times as large; a browser does that by itself. */
  zoom?(level: number): Promise<unknown>
}
