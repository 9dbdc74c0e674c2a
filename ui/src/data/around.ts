import { shallowRef, watch, type Ref } from 'vue'
import {
  call,
  toFault,
  type AttachmentData,
  type AttachmentView,
  type Fault,
  type NoteView,
  type RelatedGroup,
} from '@/bridge'
import { deleteRecord, editRecord } from './edits'
import { nextFrame } from './frame'
import { useChanged } from './live'

export type { AttachmentView, NoteView, RelatedGroup }

/** Names a record. */
export interface Which {
  kind: string
  id: string
}

/**
 * Something about a record, asked for when the record is here or changes, or one of `kinds` does: what stands
 * around it does not hold it up.
 */
function useAround<Reply>(
  which: Ref<Which | undefined>,
  ask: (which: Which) => Promise<Reply>,
  kinds?: string[],
) {
  const found = shallowRef<Reply>()
  const fault = shallowRef<Fault>()
  let turn = 0
  async function reload(): Promise<void> {
    const mine = ++turn
    const now = which.value
    if (!now) return
    try {
      const next = await ask(now)
      if (mine !== turn) return
      found.value = next
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    }
  }
  watch(
    () => which.value && `${which.value.kind}/${which.value.id}`,
    () => {
      found.value = undefined
      void nextFrame().then(reload)
    },
    { immediate: true },
  )
  useChanged((changed) => {
    if (!kinds || changed.kinds.some((kind) => kinds.includes(kind))) void reload()
  })
  return { found, fault, reload }
}

/** The records that refer to a record, by kind and field. */
export const useRelated = (which: Ref<Which | undefined>) => useAround(which, (one) => call('related', one))

/** How many records refer to any of these, by kind and field; those among them are not counted. */
export const referringTo = async (kind: string, ids: string[]) =>
  (await call('referring', { kind, ids })).groups

/** The notes about a record, newest first. */
export const useNotes = (which: Ref<Which | undefined>) =>
  useAround(which, (one) => call('notes', one), ['note'])

/** The files attached to a record. */
export const useFiles = (which: Ref<Which | undefined>) =>
  useAround(which, (one) => call('attachments', one), ['attachment'])

/** Writes a note about a record. */
export async function addNote(which: Which, text: string, mentions: string[]): Promise<void> {
  await call('add_note', { ...which, text, mentions })
}

/** Changes the text of a note. */
export async function changeNote(note: NoteView, text: string, mentions: string[]): Promise<void> {
  await editRecord('note', note.id, note.version, { text, mentions })
}

/** Puts a note into the bin. */
export const dropNote = (note: NoteView, title: string) => deleteRecord('note', note.id, note.version, title)

/** Attaches a file to a record. */
export async function attach(which: Which, file_name: string, data: string): Promise<void> {
  await call('attach', { ...which, file_name, data })
}

/** Takes an attachment off its record; its file stays until nothing needs it. */
export const dropFile = (file: AttachmentView) =>
  deleteRecord('attachment', file.id, file.version, file.file_name)

/** The bytes of an attachment. */
export async function fileBlob(id: string): Promise<Blob> {
  const { data, media_type } = await call('attachment_data', { id })
  return blobOf({ data, media_type })
}

/** Bytes that came in base64. */
export function blobOf({ data, media_type }: Pick<AttachmentData, 'data' | 'media_type'>): Blob {
  const text = atob(data)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return new Blob([bytes], { type: media_type })
}
