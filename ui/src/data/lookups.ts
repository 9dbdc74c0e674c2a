import { call, type SearchHit, type View } from '@/bridge'
import { fieldInfo, kindInfo } from './kinds'

export type { SearchHit, View }

/** Full-text search over all kinds. */
export async function search(text: string, limit = 12): Promise<SearchHit[]> {
  return text.trim() ? (await call('search', { text: text.trim(), limit })).hits : []
}

/** The title of a record; empty where it cannot be read. */
export async function titleOf(kind: string, id: string): Promise<string> {
  return (await call('record', { kind, id }).catch(() => ({ title: '' }))).title
}

/** The saved views of these kinds. */
export async function viewsOf(kinds: string[]): Promise<View[]> {
  const found = await Promise.all(kinds.map((kind) => call('views', { kind })))
  return found.flatMap((one) => one.views)
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
  const found = page.rows.map((row) => {
    const title = String(row.values[field] ?? '')
    return { id: row.id, title: page.names[title]?.title ?? title }
  })
  if (!PINYIN.test(text) || found.length >= limit) return found
  // Letters may be the sounds of a name, whole or only the first of each: 红日药业 is hrzy too.
  const { hits } = await call('search', { text, limit, kinds: [kind] })
  const more = hits.filter((hit) => !found.some((one) => one.id === hit.id))
  return [...found, ...more.map(({ id, title }) => ({ id, title }))].slice(0, limit)
}

/** What may be the sounds of Chinese signs. */
const PINYIN = /^[a-z][a-z\s']*$/i

/** Number of records of a kind that are not in the bin. */
export async function countOf(kind: string): Promise<number> {
  return (await call('records', { kind, filters: [], sort: [], offset: 0, limit: 1 })).total
}

/** How many names are looked up in one go. */
const NAMES = 200

/** The ids of the records of a kind that have one of these titles, by title; two may have the same. */
export async function idsByTitle(kind: string, titles: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const field = kindInfo(kind)?.title_field ?? 'name'
  const put = (title: string, id: string) => found.set(title, [...(found.get(title) ?? []), id])
  if (fieldInfo(kind, field)?.shape === 'ref') {
    // Titled by another record: only a search finds it by its words.
    for (const title of titles.slice(0, NAMES))
      for (const one of await candidates(kind, title)) if (one.title === title) put(title, one.id)
    return found
  }
  for (let at = 0; at < titles.length; at += NAMES) {
    const page = await call('records', {
      kind,
      filters: [{ field, op: 'any', value: titles.slice(at, at + NAMES) }],
      sort: [],
      offset: 0,
      limit: 1000,
    })
    for (const row of page.rows) put(String(row.values[field] ?? ''), row.id)
  }
  return found
}
