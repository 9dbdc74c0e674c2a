import { computed, reactive, ref, shallowReactive, shallowRef, watch, type Ref } from 'vue'
import {
  call,
  toFault,
  type Commands,
  type Fault,
  type Name,
  type Row as WireRow,
  type Sort,
  type Sum,
} from '@/bridge'
import { useChanged } from './live'
import type { Value } from './value'

export type { Name, Sort, Sum }

type Asked = Commands['records']['request']['filters']

/** A row; its values are read through `value.ts`. */
export type Row = Omit<WireRow, 'values'> & { values: Record<string, unknown> }

/** One condition on one field. */
export interface Filter {
  field: string
  op: Asked[number]['op']
  value?: Value
}

/** What a ledger shows: everything that chooses and orders its rows. */
export interface Query {
  kind: string
  text: string
  filters: Filter[]
  sort: Sort[]
  ids?: string[]
}

const WINDOW = 100

function wireQuery({ kind, filters, text, sort, ids }: Query, index: number): Commands['records']['request'] {
  return {
    kind,
    filters: filters as Asked,
    sort,
    offset: index * WINDOW,
    limit: WINDOW,
    ...(text ? { text } : {}),
    ...(ids ? { ids } : {}),
  }
}

let ahead: { kind: string; page: Promise<Commands['records']['reply']> } | undefined

/** Asks for the rows that a start will show before their page stands; `useRows` takes them once. */
export async function askAhead(kind: string): Promise<void> {
  ahead = { kind, page: call('records', wireQuery({ kind, text: '', filters: [], sort: [] }, 0)) }
  try {
    await ahead.page
  } catch (thrown) {
    ahead = undefined
    throw thrown
  }
}

function takeAhead(query: Query, index: number): Promise<Commands['records']['reply']> | undefined {
  const plain = !query.text && !query.filters.length && !query.sort.length && !query.ids
  const page = plain && index === 0 && ahead?.kind === query.kind ? ahead.page : undefined
  ahead = undefined
  return page
}

/** The rows of a query, fetched window by window as they come into view, and kept fresh. */
export function useRows(query: Ref<Query>) {
  const rows = shallowReactive(new Map<number, Row>())
  const names = reactive<Record<string, Name>>({})
  const total = ref(0)
  const sums = shallowRef<Record<string, Sum>>({})
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  const busy = ref(0)
  let asked = new Set<number>()
  let turn = 0
  let seen: [number, number] = [0, WINDOW - 1]

  async function fetchWindow(index: number, mine: number, replace: boolean): Promise<void> {
    asked.add(index)
    busy.value++
    try {
      const offset = index * WINDOW
      const page = await (takeAhead(query.value, index) ?? call('records', wireQuery(query.value, index)))
      if (mine !== turn) return
      if (replace) rows.clear()
      page.rows.forEach((row, at) => rows.set(offset + at, row))
      Object.assign(names, page.names)
      total.value = page.total
      sums.value = page.sums
      fault.value = undefined
      loaded.value = true
    } catch (thrown) {
      if (mine !== turn) return
      asked.delete(index)
      fault.value = toFault(thrown)
    } finally {
      busy.value--
    }
  }

  /** Tells which rows are in view; their windows are fetched once. */
  function look(first: number, last: number): void {
    seen = [first, last]
    if (!loaded.value) return
    for (let index = Math.floor(first / WINDOW); index <= Math.floor(last / WINDOW); index++)
      if (!asked.has(index) && index * WINDOW < Math.max(total.value, 1)) void fetchWindow(index, turn, false)
  }

  /** Fetches again what is in view; old rows stand until the new ones are here. */
  async function reload(): Promise<void> {
    const mine = ++turn
    asked = new Set()
    const first = Math.floor(seen[0] / WINDOW)
    const last = Math.floor(seen[1] / WINDOW)
    await fetchWindow(first, mine, true)
    for (let index = first + 1; index <= last && mine === turn; index++)
      if (index * WINDOW < total.value) await fetchWindow(index, mine, false)
  }

  watch(
    query,
    (next, before) => {
      if (next.kind !== before?.kind) {
        rows.clear()
        loaded.value = false
      }
      seen = [0, WINDOW - 1]
      void reload()
    },
    { immediate: true },
  )

  let soon: ReturnType<typeof setTimeout> | undefined
  useChanged(() => {
    clearTimeout(soon)
    soon = setTimeout(() => void reload(), 30)
  })

  return {
    rows,
    names,
    total,
    sums,
    fault,
    loaded,
    loading: computed(() => busy.value > 0),
    look,
    reload,
    /** Changes a row at once, wherever it stands now, before the host has answered. */
    change(id: string, by: (row: Row) => Row): void {
      for (const [at, row] of rows) if (row.id === id) rows.set(at, by(row))
    },
  }
}
