import { shallowRef } from 'vue'
import type { Query } from './rows'

const KEPT = 'suoji.trail'

function remembered(): Query | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** The list that was looked at last; a reload does not forget it. */
export const trail = shallowRef<Query | undefined>(remembered())

/** Remembers the list that is looked at, for previous and next on its records. */
export function rememberList(query: Query): void {
  trail.value = query
  sessionStorage.setItem(KEPT, JSON.stringify(query))
}
