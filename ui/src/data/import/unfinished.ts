import { computed } from 'vue'
import { allDrafts, draftOf, dropDraft, keepDraft, loadDrafts } from '../drafts'

const KEY = 'import'

/** What was said about a file that is not written yet, as it is kept when the window goes. */
export interface Unfinished {
  name: string
  size: number
  /** When the file was changed last: another version of it is another file. */
  modified: number
  step: string
  said: string
}

const marks = ({ name, size, lastModified }: File) => ({ name, size, modified: lastModified })

function kept(): Unfinished | undefined {
  try {
    return JSON.parse(draftOf(KEY)?.text ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
const isOf = (one: Unfinished | undefined, file: File): one is Unfinished => {
  const own = marks(file)
  return one?.name === own.name && one.size === own.size && one.modified === own.modified
}

/** The name of the file that was left in the middle, once drafts are loaded. */
export const unfinishedName = computed(() => (KEY in allDrafts.value ? kept()?.name : undefined))

/** Keeps what is said of a file; only the last one is kept. */
export const keepUnfinished = (file: File, step: string, said: string): void =>
  keepDraft(KEY, { text: JSON.stringify({ ...marks(file), step, said } satisfies Unfinished), seen: 0 })

/** What was said of this very file and never written. */
export async function unfinishedOf(file: File): Promise<Unfinished | undefined> {
  await loadDrafts()
  const one = kept()
  return isOf(one, file) ? one : undefined
}

/** Forgets what was said of a file: it is written, or given up. */
export function dropUnfinished(file?: File): void {
  if (!file || isOf(kept(), file)) dropDraft(KEY)
}
