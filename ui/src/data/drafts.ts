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
/** Where a tab remembers by itself what the file may not have yet. */
const AHEAD = 'suoji.drafts'

const kept = shallowRef<Record<string, Draft>>({})
/** Drafts that the file does not have yet as they are now. */
const dirty = new Set<string>()
let writing = false
/** How the file is asked to have them; a reload may come before its answer. Null is one that is dropped. */
const ahead = new Map<string, Draft | null>(remembered())

function remembered(): [string, Draft | null][] {
  try {
    const found = JSON.parse(sessionStorage.getItem(AHEAD) ?? '{}') as Record<string, Draft | null>
    return Object.entries(found)
  } catch {
    return []
  }
}
function remember(): void {
  sessionStorage.setItem(AHEAD, JSON.stringify(Object.fromEntries(ahead)))
}

/** The key of a field's draft. */
export const draftKey = (kind: string, id: string, field: string): string => `${kind}/${id}/${field}`

/** The draft that somebody asked to go on with from elsewhere; the form of its record takes it up. */
export const resumed = shallowRef<string>()

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
  // What this tab typed last is newer than what the file said: its own writes may still be on their way.
  for (const [key, draft] of ahead) {
    if (draft) found[key] = draft
    else delete found[key]
    dirty.add(key)
  }
  kept.value = { ...found, ...kept.value }
  void writeOn()
}

/** Takes, once, the drafts that an earlier window left in the file. */
export function loadDrafts(): Promise<void> {
  loading ??= load().catch(() => (loading = undefined))
  return loading ?? Promise.resolve()
}

async function write(key: string): Promise<void> {
  dirty.delete(key)
  const draft = kept.value[key]
  try {
    await call('save_setting', { key: ROOM + key, value: draft ? JSON.stringify(draft) : '' })
  } catch {
    return // a draft is a safety net; where it cannot be kept, the edit itself goes on
  }
  if (dirty.has(key) || kept.value[key] !== draft) return
  ahead.delete(key)
  remember()
}

function waits(key: string): void {
  dirty.add(key)
  ahead.set(key, kept.value[key] ?? null)
  remember()
  void writeOn()
}

/** Writes what changed, one after the other; typing that is faster than the file is written once. */
async function writeOn(): Promise<void> {
  if (writing) return
  writing = true
  for (const key of dirty) await write(key)
  writing = false
}

/** Keeps what is typed; a window that is closed now has lost nothing. */
export function keepDraft(key: string, draft: Draft): void {
  kept.value = { ...kept.value, [key]: draft }
  waits(key)
}

/** Forgets a draft: it was written, or given up. */
export function dropDraft(key: string): void {
  if (!(key in kept.value)) return
  kept.value = Object.fromEntries(Object.entries(kept.value).filter(([one]) => one !== key))
  waits(key)
}

/** Writes at once what waits for its turn: the window is about to go. */
export function flushDrafts(): void {
  for (const key of dirty) void write(key)
}

window.addEventListener('pagehide', flushDrafts)
document.addEventListener('visibilitychange', () => document.hidden && flushDrafts())
