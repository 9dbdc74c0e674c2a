import { call } from '@/bridge'
import { language } from '@/words'
import type { Asked, Query } from './rows'
import { saveBlob } from './saveBlob'

export type Format = 'xlsx' | 'csv'

const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/** Writes exactly what is shown, all rows and these columns in this order, to a file; says how many rows. */
export async function exportShown(
  query: Query,
  columns: string[],
  format: Format,
  chosen?: string[],
): Promise<{ rows: number; name: string }> {
  const { kind, filters, sort, text } = query
  const ids = chosen ?? query.ids
  const done = await call('export_list', {
    kind,
    format,
    filters: filters as Asked,
    sort,
    columns,
    language: language(),
    ...(text ? { text } : {}),
    ...(ids ? { ids } : {}),
  })
  const bytes = Uint8Array.from(atob(done.data), (sign) => sign.charCodeAt(0))
  saveBlob(done.file_name, new Blob([bytes], { type: TYPES[format] }))
  return { rows: done.rows, name: done.file_name }
}
