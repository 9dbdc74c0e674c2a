import { shallowReactive } from 'vue'
import type { AtlasChange } from '@/data/chain/work'

/** What is taken over of the differences: whole records, or of one that changed only some fields. */
export function useTaken() {
  /** By difference, the fields of it that stay as they are here. */
  const taken = shallowReactive(new Map<string, ReadonlySet<string>>())

  return {
    taken,
    isTaken: (id: string, field?: string): boolean => {
      const left = taken.get(id)
      return !!left && !(field !== undefined && left.has(field))
    },
    /** Only some fields of it are taken. */
    isPart: (id: string): boolean => !!taken.get(id)?.size,
    toggle: (id: string): void => {
      if (!taken.delete(id)) taken.set(id, new Set())
    },
    toggleField: (change: AtlasChange, field: string): void => {
      const left = new Set(taken.get(change.id) ?? change.fields.map((one) => one.field))
      if (!left.delete(field)) left.add(field)
      if (left.size === change.fields.length) taken.delete(change.id)
      else taken.set(change.id, left)
    },
    /** Takes all of them, or none where all are taken already. */
    toggleAll: (ids: readonly string[]): void => {
      const every = ids.every((id) => taken.has(id))
      for (const id of ids)
        if (every) taken.delete(id)
        else if (!taken.has(id)) taken.set(id, new Set())
    },
    /** Forgets what is no difference any more. */
    keep: (changes: readonly AtlasChange[]): void => {
      const ids = new Set(changes.map((one) => one.id))
      for (const id of [...taken.keys()]) if (!ids.has(id)) taken.delete(id)
    },
    /** The fields that stay, as they are written. */
    without: (): Record<string, string[]> =>
      Object.fromEntries([...taken].filter(([, left]) => left.size).map(([id, left]) => [id, [...left]])),
  }
}
