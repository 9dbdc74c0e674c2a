import { shallowRef, watch, type Ref } from 'vue'
import { call, type Neighbours } from '@/bridge'
import type { Which } from './around'
import { useChanged } from './live'
import type { Route } from './route'
import type { Query } from './rows'

export type { Neighbours }

const KEPT = 'suoji.trail'
/** How many rows of a figure are looked through for a record. */
const MOST = 1000

/** A list and where it stands. */
interface Trail {
  query: Query
  at: Route
}

function remembered(): Trail | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Trail | null) ?? undefined
  } catch {
    return undefined
  }
}

/** The list that was looked at last; a reload does not forget it. */
const trail = shallowRef<Trail | undefined>(remembered())

/** Remembers the list that is looked at, for previous and next on its records and for the way back. */
export function rememberList(query: Query, at: Route): void {
  trail.value = { query, at }
  sessionStorage.setItem(KEPT, JSON.stringify(trail.value))
}

/** The way back from a record: to the rows of a figure among which it stood, else to its ledger. */
export function listOf({ kind, id }: Which): Route {
  const { query, at } = trail.value ?? {}
  return at && query?.kind === kind && query.ids?.includes(id) ? at : { page: 'ledger', kind }
}

/** Where in which list one stood last, so that coming back leads there. */
let stood: { list: string; row: number; column: number } | undefined
let column = 0

/** Remembers in which column a record was opened. */
export const openedIn = (now: number): unknown => (column = now)

/** The cell of the last record that was looked at, where this is the list it was looked at in; told once. */
export function cellLeft(query: Query): { row: number; column: number } | undefined {
  const found = stood?.list === JSON.stringify(query) ? stood : undefined
  stood = undefined
  column = 0
  return found
}

type Asked = Parameters<typeof call<'neighbours'>>[1]

/** Where a record stands among rows that a figure names one by one. */
async function among(query: Query, id: string): Promise<Neighbours | undefined> {
  const { kind, sort, ids } = query
  const page = await call('records', { kind, filters: [], sort, ids, offset: 0, limit: MOST })
  const at = page.rows.findIndex((row) => row.id === id)
  if (at < 0) return undefined
  return { previous: page.rows[at - 1]?.id, next: page.rows[at + 1]?.id, position: at + 1, total: page.total }
}

async function ask(which: Which): Promise<Neighbours | undefined> {
  const query = trail.value?.query
  const list = query?.kind === which.kind ? query : { kind: which.kind, text: '', filters: [], sort: [] }
  if (list.ids) return among(list, which.id)
  const { kind, text, filters, sort } = list
  const asked = { kind, filters, sort, id: which.id, ...(text ? { text } : {}) } as Asked
  const found = await call('neighbours', asked)
  return found.position ? found : undefined
}

/** The records before and after this one in the list one came from, else in the whole ledger. */
export function useNeighbours(which: Ref<Which>) {
  const neighbours = shallowRef<Neighbours>()
  let turn = 0
  async function look(): Promise<void> {
    const mine = ++turn
    // Without an answer there is simply no way on from here.
    const found = await ask(which.value).catch(() => undefined)
    if (mine !== turn) return
    neighbours.value = found
    // A record of another kind has its place in another list; one stands in this one where one left it.
    const query = trail.value?.query
    if (query && query.kind !== which.value.kind) return
    stood = found && { list: JSON.stringify(query), row: found.position - 1, column }
  }
  watch(() => `${which.value.kind}/${which.value.id}`, look, { immediate: true })
  useChanged((changed) => {
    if (changed.kinds.includes(which.value.kind)) void look()
  })
  return neighbours
}
