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
import { placeOf, positions, sectionAt, type Section } from './sections'
import { Shown } from './shown'
import type { Value } from './value'

export type { Name, Sort, Sum }

export type Asked = Commands['records']['request']['filters']

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

/** A row with its position in the list. */
export interface Placed {
  at: number
  row: Row
}

const WINDOW = 100
/** The most rows the host gives at once. */
const MOST = 1000
/** Windows kept in memory; those farthest from the view go first. */
const KEPT = 40

function wireQuery(query: Query, more: Filter[], offset: number, limit: number) {
  const { kind, filters, text, sort, ids } = query
  return {
    kind,
    filters: [...filters, ...more] as Asked,
    sort,
    offset,
    limit,
    ...(text ? { text } : {}),
    ...(ids ? { ids } : {}),
  } satisfies Commands['records']['request']
}

type Page = Commands['records']['reply']

let ahead: { query: string; page: Page } | undefined

/** Asks for the rows that a start will show before their page stands; `useRows` takes them once. */
export async function askAhead(query: Query): Promise<void> {
  const wire = wireQuery(query, [], 0, WINDOW)
  ahead = { query: JSON.stringify(wire), page: await call('records', wire) }
}
function taken(wire: Commands['records']['request']): Page | undefined {
  const page = ahead?.query === JSON.stringify(wire) ? ahead.page : undefined
  ahead = undefined
  return page
}

/**
 * The rows of a query, fetched window by window as they come into view, and kept fresh. With `sections`
 * they stand in groups, each below a band; a position then counts bands and the rows of open groups.
 */
export function useRows(query: Ref<Query>, sections?: Ref<Section[] | undefined>) {
  /** By section and place in it, see `keyOf`. */
  const rows = shallowReactive(new Map<number, Row>())
  const shown = new Shown()
  const names = reactive<Record<string, Name>>({})
  const total = ref(0)
  const sums = shallowRef<Record<string, Sum>>({})
  /** How many records count in no figure, by why. */
  const aside = shallowRef({ undecided: 0, orphaned: 0 })
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  const busy = ref(0)
  const parts = computed<Section[]>(
    () => sections?.value ?? [{ key: '', filters: [], count: total.value, open: true }],
  )
  const starts = computed(() => positions(parts.value))
  const count = computed(() => starts.value.at(-1) ?? 0)
  let asked = new Map<number, { section: number; window: number }>()
  let turn = 0
  let seen: [number, number] = [0, WINDOW - 1]

  const keyOf = (section: number, place: number) => section * 10_000_000 + place
  const resolve = (at: number) => sectionAt(parts.value, starts.value, at)

  async function fetchWindow(section: number, window: number, mine: number, replace: boolean): Promise<void> {
    const key = keyOf(section, window)
    asked.set(key, { section, window })
    busy.value++
    try {
      const offset = window * WINDOW
      const part = parts.value[section]
      const wire = wireQuery(query.value, part?.filters ?? [], offset, WINDOW)
      const found = taken(wire) ?? (await call('records', wire))
      if (mine !== turn) return
      if (replace) rows.clear()
      found.rows.forEach((row, at) => rows.set(keyOf(section, offset + at), shown.over(row)))
      Object.assign(names, found.names)
      if (!sections?.value) {
        measured(found)
      }
      fault.value = undefined
      loaded.value = true
      forget()
    } catch (thrown) {
      if (mine !== turn) return
      asked.delete(key)
      fault.value = toFault(thrown)
    } finally {
      busy.value--
      // What came into view meanwhile, and was not asked for while this was under way.
      if (mine === turn && !fault.value) look(...seen)
    }
  }

  function measured({ total: all, sums: added, undecided, orphaned }: Page): void {
    total.value = all
    sums.value = added
    aside.value = { undecided, orphaned }
  }

  /** The windows that hold these positions. */
  function windows(first: number, last: number): { section: number; window: number }[] {
    const found = new Map<number, { section: number; window: number }>()
    const put = (at: number) => {
      const place = resolve(at)
      if (place?.place === undefined) return
      const window = Math.floor(place.place / WINDOW)
      found.set(keyOf(place.section, window), { section: place.section, window })
    }
    for (let at = Math.max(0, first); at <= Math.min(last, count.value - 1); at++) put(at)
    return [...found.values()]
  }

  /** Tells which rows are in view; their windows are fetched once, those passed by in haste not at all. */
  function look(first: number, last: number): void {
    seen = [first, last]
    if (!loaded.value || busy.value > 1) return
    for (const { section, window } of windows(first, last))
      if (!asked.has(keyOf(section, window))) void fetchWindow(section, window, turn, false)
  }

  /** Forgets the windows that were fetched first and are out of view. */
  function forget(): void {
    if (asked.size <= KEPT) return
    const near = new Set(
      windows(seen[0] - WINDOW, seen[1] + WINDOW).map((one) => keyOf(one.section, one.window)),
    )
    for (const [key, { section, window }] of asked) {
      if (asked.size <= KEPT) break
      if (near.has(key)) continue
      asked.delete(key)
      for (let at = 0; at < WINDOW; at++) rows.delete(keyOf(section, window * WINDOW + at))
    }
  }

  /** Total and sums of a list in groups, whose windows tell only about themselves. */
  async function measure(mine: number): Promise<void> {
    try {
      const found = await call('records', wireQuery(query.value, [], 0, 1))
      if (mine !== turn) return
      measured(found)
      fault.value = undefined
      loaded.value = true
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    }
  }

  /** Fetches again what is in view; old rows stand until the new ones are here. */
  async function reload(): Promise<void> {
    const mine = ++turn
    asked = new Map()
    if (sections?.value) await measure(mine)
    const wanted = sections?.value
      ? windows(...seen)
      : [Math.floor(seen[0] / WINDOW), Math.floor(seen[1] / WINDOW)]
          .filter((one, at, all) => all.indexOf(one) === at)
          .map((window) => ({ section: 0, window }))
    let replace = true
    for (const { section, window } of wanted) {
      if (mine !== turn) return
      if (!replace && !sections?.value && window * WINDOW >= total.value) return
      await fetchWindow(section, window, mine, replace)
      replace = false
    }
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
  // Other groups, or another one open: a place in a section is another row now.
  if (sections)
    watch(sections, (next, before) => {
      const same = next && before && next.length === before.length
      if (same && next.every((one, at) => one.key === before[at]?.key)) look(...seen)
      else void reload()
    })

  let soon: ReturnType<typeof setTimeout> | undefined
  useChanged(() => {
    clearTimeout(soon)
    soon = setTimeout(() => void reload(), 30)
  })

  /** Changes a row wherever it stands now. */
  function change(id: string, by: (row: Row) => Row): void {
    for (const [at, row] of rows) if (row.id === id) rows.set(at, by(row))
  }

  function rowAt(at: number): Row | undefined {
    const place = resolve(at)
    return place?.place === undefined ? undefined : rows.get(keyOf(place.section, place.place))
  }

  /** All rows between two positions, also those not in view: fetched in few pages, and not kept. */
  async function between(first: number, last: number): Promise<Placed[]> {
    const found: Placed[] = []
    for (let at = Math.max(first, 0); at <= Math.min(last, count.value - 1);) {
      const row = rowAt(at)
      const place = resolve(at)
      const part = place && parts.value[place.section]
      if (row || !part || place.place === undefined) {
        if (row) found.push({ at, row })
        at++
        continue
      }
      const limit = Math.min(MOST, last - at + 1, part.count - place.place)
      const got = await call('records', wireQuery(query.value, part.filters, place.place, limit))
      Object.assign(names, got.names)
      got.rows.forEach((one, index) => found.push({ at: at + index, row: shown.over(one) }))
      at += Math.max(1, limit)
    }
    return found
  }

  /**
   * Where a jump in a column leads from a row, as the host says. In groups it stays within its own, and from
   * there goes on to the next band.
   */
  async function border(at: number, field: string, back: boolean): Promise<number | undefined> {
    const place = resolve(at)
    const part = place && parts.value[place.section]
    const beyond = Math.min(Math.max(at + (back ? -1 : 1), 0), count.value - 1)
    if (!part || place.place === undefined) return beyond
    const { kind, filters, sort, text, ids } = wireQuery(query.value, part.filters, 0, 0)
    const from = place.place
    try {
      const found = await call('border', { kind, filters, sort, text, ids, field, from, back })
      return found.at === from ? beyond : at + found.at - from
    } catch (thrown) {
      fault.value = toFault(thrown)
      return undefined
    }
  }

  return {
    border,
    names,
    /** Records in all. */
    total,
    /** Positions in all: records, or the bands and rows of groups. */
    count,
    sums,
    aside,
    fault,
    loaded,
    loading: computed(() => busy.value > 0),
    look,
    reload,
    rowAt,
    /** The section whose band stands at a position. */
    bandAt: (at: number) => {
      const place = sections?.value ? resolve(at) : undefined
      return place && place.place === undefined ? parts.value[place.section] : undefined
    },
    between,
    placeOf: (at: number) => placeOf(parts.value, starts.value, at),
    /** Shows a value at once, before the host has it, and hears what came of it. */
    show(id: string, field: string, value: unknown) {
      const standing = shown.begin(id, field, value)
      change(id, (row) => ({ ...row, values: { ...row.values, [field]: value } }))
      return {
        written(version: number): void {
          standing.version = version
          change(id, (row) => ({ ...row, version: Math.max(row.version, version) }))
        },
        /** The host did not take it: `before` stands again. */
        refused(before: unknown): void {
          if (!shown.end(id, field, standing)) return
          change(id, (row) => ({ ...row, values: { ...row.values, [field]: before } }))
        },
      }
    },
  }
}
