import { fieldLabel, kindWithin } from '@/fields/labels'
import { t } from '@/words'

/** Where a draft belongs: a field of a record, a note about one, or a record that is not made yet. */
export type Place =
  | { what: 'field'; kind: string; id: string; field: string }
  | { what: 'note'; kind: string; id: string }
  | { what: 'new'; kind: string }

/** Reads the key of a draft. */
export function placeOf(key: string): Place | undefined {
  const [room, rest] = key.includes(':') ? key.split(':', 2) : ['', key]
  const [kind, id, ...field] = (rest ?? '').split('/')
  if (!kind) return undefined
  if (room === 'new') return { what: 'new', kind }
  if (!id) return undefined
  if (room === 'note') return { what: 'note', kind, id }
  return field.length ? { what: 'field', kind, id, field: field.join('/') } : undefined
}

/** What a draft is, in words. */
export function placeText(place: Place): string {
  if (place.what === 'new') return t('ui.new.title', { kind: kindWithin(place.kind) })
  return place.what === 'note' ? t('ui.note.title') : fieldLabel(place.kind, place.field)
}
