import { reactive } from 'vue'
import { fieldInfo, listFields } from './kinds'
import type { Filter, Query, Sort } from './rows'

/** A column of a ledger, where it stands among the others. */
export interface LayoutColumn {
  field: string
  /** Pixels, where a person chose them. */
  width?: number
  /** Stays at the start while the others scroll. */
  frozen?: boolean
}

/** The steps in which dates are grouped. */
export type GroupStep = 'year' | 'quarter' | 'month'

/** What rows are grouped by. */
export interface GroupBy {
  by: string
  step?: GroupStep
}

/** All that makes one look at a ledger; a saved view is one of these with a name. */
export interface Layout {
  columns: LayoutColumn[]
  sort: Sort[]
  filters: Filter[]
  text: string
  group?: GroupBy
}

/** The field by which every ledger is asked for what lies within a segment, whether it has such a field or not. */
export const SEGMENT = 'segment'
/** Whether a condition asks for what lies within a segment, with all below it. */
export const isWithin = (one: Filter): boolean => one.field === SEGMENT && one.op === 'within'

/** What a ledger shows before anybody arranged it: the declared columns, the first of them frozen. */
export function plainLayout(kind: string): Layout {
  return {
    columns: listFields(kind).map(({ name }, at) => (at ? { field: name } : { field: name, frozen: true })),
    sort: [],
    filters: [],
    text: '',
  }
}

const KEPT = 'suoji.ledger.'

interface Working {
  layout: Layout
  /** The saved view it began as. */
  view?: string
}

const working = reactive(new Map<string, Working>())

function read(store: Storage, kind: string): Working | undefined {
  try {
    const found = JSON.parse(store.getItem(KEPT + kind) ?? 'null') as Working | null
    return found?.layout?.columns ? found : undefined
  } catch {
    return undefined // an older version's way to keep it
  }
}

function kept(kind: string): Working | undefined {
  const here = read(sessionStorage, kind)
  if (here) return here
  // A new window shows all rows again, in the columns as they were left.
  const columns = read(localStorage, kind)?.layout.columns
  return columns && { layout: { ...plainLayout(kind), columns } }
}

/** Fields that are gone leave the layout; a view that names one says so separately. */
function mended(kind: string, layout: Layout): Layout {
  const there = (field: string) => fieldInfo(kind, field) !== undefined
  const columns = layout.columns.filter((one) => there(one.field))
  return {
    ...layout,
    columns: columns.length ? columns : plainLayout(kind).columns,
    sort: layout.sort.filter((one) => there(one.field)),
    filters: layout.filters.filter((one) => there(one.field) || isWithin(one)),
    group: layout.group && there(layout.group.by) ? layout.group : undefined,
  }
}

/** The look at a ledger that is worked with: kept while the window lives, and over a reload. */
export function workingLayout(kind: string): Working {
  let now = working.get(kind)
  if (!now) {
    const old = kept(kind)
    working.set(kind, {
      layout: mended(kind, { ...plainLayout(kind), ...old?.layout }),
      ...(old?.view ? { view: old.view } : {}),
    })
    now = working.get(kind)!
  }
  return now
}

/** Whether this window has looked at a ledger before. */
export const hasWorked = (kind: string): boolean =>
  working.has(kind) || read(sessionStorage, kind) !== undefined

/** The rows a start will ask for, as far as is known before the kinds are. */
export function firstQuery(kind: string): Query {
  const layout = read(sessionStorage, kind)?.layout
  return { kind, text: layout?.text ?? '', filters: layout?.filters ?? [], sort: layout?.sort ?? [] }
}

function keep(kind: string): void {
  const text = JSON.stringify(working.get(kind))
  sessionStorage.setItem(KEPT + kind, text)
  // Only a ledger that shows no saved view remembers its own columns for the next window.
  if (!working.get(kind)?.view) localStorage.setItem(KEPT + kind, text)
}

/** Changes the look at a ledger. */
export function changeLayout(kind: string, change: Partial<Layout>): void {
  Object.assign(workingLayout(kind).layout, change)
  keep(kind)
}

/** Shows a layout from now on, as the view `view` where it is one. */
export function showLayout(kind: string, layout: Layout, view?: string): void {
  working.set(kind, { layout: mended(kind, layout), ...(view ? { view } : {}) })
  keep(kind)
}

const canonical = (layout: Layout): string =>
  JSON.stringify([layout.columns.map(({ field, width, frozen }) => [field, width ?? 0, !!frozen]),
    layout.sort.map(({ field, descending }) => [field, descending]),
    layout.filters.map(({ field, op, value }) => [field, op, value ?? null]), layout.text,
    layout.group?.by ?? '', layout.group?.step ?? '']) // prettier-ignore

/** Whether two layouts show the same. */
export function sameLayout(one: Layout, other: Layout): boolean {
  return canonical(one) === canonical(other)
}
