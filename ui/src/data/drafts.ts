import { computed, shallowRef } from 'vue'
import { call } from '@/bridge'

/** Typed and not yet written: kept in the file, so that neither a reload nor a crash loses it. */
export interface Draft {
  /** What stands in the box. */
  text: string
  /** The version of the record when the edit began. */
  seen: number
}

const ROOM = 'draft/'
/** How long typing may pause before the text is kept. */
const PAUSE = 200

const kept = shallowRef<Record<string, Draft>>({})
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** The key of a field's draft. */
export const draftKey = (kind: string, id: string, field: string): string => `${kind}/${id}/${field}`

/** All drafts by key. */
export const allDrafts = computed(() => kept.value)

/** The draft under a key. */
export const draftOf = (key: string): Draft | undefined => kept.value[key]

let loading: Promise<void> | undefined

async function load(): Promise<void> {
  const { settings } = await call('settings', {})
  const found: Record<string, Draft> = {}
  for (const [name, value] of Object.entries(settings)) {
    if (!name.startsWith(ROOM) || !value) continue
    try {
      found[name.slice(ROOM.length)] = JSON.parse(value) as Draft
    } catch {
      continue // a newer version's way to keep it
    }
  }
  kept.value = { ...found, ...kept.value }
}

/** Takes, once, the drafts that an earlier window left in the file. */
export function loadDrafts(): Promise<void> {
  loading ??= load().catch(() => (loading = undefined))
  return loading ?? Promise.resolve()
}

async function write(key: string): Promise<void> {
  waiting.delete(key)
  const draft = kept.value[key]
  // A draft is a safety net; where it cannot be kept, the edit itself goes on.
  await call('save_setting', { key: ROOM + key, value: draft ? JSON.stringify(draft) : '' }).catch(
    () => undefined,
  )
}

function soon(key: string, pause: number): void {
  clearTimeout(waiting.get(key))
  waiting.set(
    key,
    setTimeout(() => void write(key), pause),
  )
}

/** Keeps what is typed; written to the file at the next pause. */
export function keepDraft(key: string, draft: Draft): void {
  kept.value = { ...kept.value, [key]: draft }
  soon(key, PAUSE)
}

/** Forgets a draft: it was written, or given up. */
export function dropDraft(key: string): void {
  if (!(key in kept.value)) return
  kept.value = Object.fromEntries(Object.entries(kept.value).filter(([one]) => one !== key))
  soon(key, 0)
}

/** Writes at once what waits: the window is about to go. */
export function flushDrafts(): void {
  for (const [key, timer] of waiting) {
    clearTimeout(timer)
    void write(key)
  }
}

window.addEventListener('pagehide', flushDrafts)
document.addEventListener('visibilitychange', () => document.hidden && flushDrafts())
