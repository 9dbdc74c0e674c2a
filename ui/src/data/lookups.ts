import { call, type SearchHit } from '@/bridge'
import { fieldInfo, kindInfo } from './kinds'

export type { SearchHit }

/** Full-text search over all kinds. */
export async function search(text: string, limit = 12): Promise<SearchHit[]> {
  return text.trim() ? (await call('search', { text: text.trim(), limit })).hits : []
}

/** A record that a reference may point to. */
export interface Candidate {
  id: string
  title: string
}

/**
 * Records of a kind that what was typed may mean. Where a kind is titled by a reference (an agreement
 * by its project), the title is that record's name.
 */
export async function candidates(kind: string, typed: string, limit = 8): Promise<Candidate[]> {
  const field = kindInfo(kind)?.title_field ?? 'name'
  const byName = fieldInfo(kind, field)?.shape !== 'ref'
  const text = typed.trim()
  const page = await call('records', {
    kind,
    filters: text && byName ? [{ field, op: 'contains', value: text }] : [],
    ...(text && !byName ? { text } : {}),
    sort: [{ field, descending: false }],
    offset: 0,
    limit,
  })
  return page.rows.map((row) => {
    const title = String(row.values[field] ?? '')
    return { id: row.id, title: page.names[title]?.title ?? title }
  })
}

/** Number of records of a kind that are not in the bin. */
export async function countOf(kind: string): Promise<number> {
  return (await call('records', { kind, filters: [], sort: [], offset: 0, limit: 1 })).total
}
