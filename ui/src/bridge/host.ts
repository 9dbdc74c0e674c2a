/** What is sent after every commit, by whichever program made it. */
export interface Changed {
  /** The last log number the change wrote. */
  seq: number
  kinds: string[]
  /** The records; empty where they are too many to name. */
  ids: string[]
}

/** What carries commands down and changes up: the desktop window or the loopback web host. */
export interface Host {
  /** Resolves with the reply; rejects with a fault or with a transport failure. */
  call(name: string, request: unknown): Promise<unknown>
  /** Calls back after every committed change, by whichever program; returns the way to stop. */
  listen(onChanged: (changed: Changed) => void): () => void
}
