import { call, type Commands, type Fault, type Values, type WriteDone } from '@/bridge'
import { parted } from './edits'
import type { Filter, Query, Row } from './rows'
import type { Value } from './value'

export type { WriteDone }
export type Intent = Commands['write_records']['request']['intent']

/** What to write to one record, or to a new one. */
export interface Write {
  id?: string
  seen?: number
  values: Record<string, Value>
  /** What stands there before; a record that is made for it takes what it can from there. */
  known?: Row['values']
}

/** A cell or a row that was not taken. */
export interface Refused {
  row: number
  field?: string
  fault: Fault
}

/** Writes many records at once: all or, where told so, all that are accepted; one undo takes all back. */
export function writeRows(
  kind: string,
  intent: Intent,
  rows: Write[],
  how: { dry_run?: boolean; skip_refused?: boolean } = {},
): Promise<WriteDone> {
  const wire = rows.map(({ id, seen, values, known }) => ({
    ...(id ? { id, seen: seen ?? 0 } : {}),
    ...parted(kind, values, { ...known, ...values } as Values),
  }))
  return call('write_records', { kind, intent, rows: wire, ...how })
}

/** Which records a bulk action is about: those chosen, or all that match. */
export type Scope = { ids: string[] } | { query: Query }

function scoped(scope: Scope): {
  ids?: string[]
  filters: never[] | Commands['bulk_edit']['request']['filters']
  text?: string
} {
  if ('ids' in scope) return { ids: scope.ids, filters: [] }
  const { ids, filters, text } = scope.query
  if (ids) return { ids, filters: [] }
  return { filters: filters as Commands['bulk_edit']['request']['filters'], ...(text ? { text } : {}) }
}

/** Sets the same fields of every record in scope; with `dry_run` only says what would happen. */
export function bulkEdit(
  kind: string,
  scope: Scope,
  values: Record<string, Value>,
  how: { dry_run?: boolean; skip_refused?: boolean } = {},
): Promise<WriteDone> {
  return call('bulk_edit', { kind, ...scoped(scope), ...parted(kind, values), ...how })
}

/** Moves many records into the bin; one undo brings all back. */
export function deleteRows(kind: string, rows: Pick<Row, 'id' | 'version'>[]): Promise<WriteDone> {
  return call('delete_records', { kind, rows: rows.map(({ id, version }) => ({ id, seen: version })) })
}

/** Whether a filter of this query cannot be given to a bulk action, which knows no list of ids beside filters. */
export const narrowsIds = (query: Query, filters: Filter[] = query.filters): boolean =>
  !!query.ids && (filters.length > 0 || !!query.text)
