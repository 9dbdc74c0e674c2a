import { computed, shallowReactive } from 'vue'
import { call, type Commands, type View as WireView, type ViewLayout } from '@/bridge'
import {
  hasWorked,
  plainLayout,
  sameLayout,
  showLayout,
  workingLayout,
  type GroupStep,
  type Layout,
} from './layout'
import { alwaysOnChanged } from './live'
import { say } from './notices'
import type { Filter } from './rows'

/** A saved look at a ledger. */
export type View = Omit<WireView, 'layout'> & { layout: Layout }

const raw = shallowReactive(new Map<string, WireView[]>())

function fromWire(kind: string, wire: ViewLayout): Layout {
  const plain = plainLayout(kind)
  const columns = wire.columns.map(({ field, width, frozen }) => ({
    field,
    ...(width ? { width } : {}),
    ...(frozen ? { frozen } : {}),
  }))
  return {
    columns: columns.length ? columns : plain.columns,
    sort: wire.sort,
    filters: wire.filters as Filter[],
    text: wire.text ?? '',
    ...(wire.group
      ? { group: { by: wire.group.by, ...(wire.group.step ? { step: wire.group.step as GroupStep } : {}) } }
      : {}),
  }
}

function toWire({ columns, sort, filters, text, group }: Layout): ViewLayout {
  return {
    columns,
    sort,
    filters: filters as ViewLayout['filters'],
    ...(text ? { text } : {}),
    ...(group ? { group } : {}),
  }
}

/** Reads the views of a kind. */
export async function loadViews(kind: string): Promise<void> {
  const { views } = await call('views', { kind })
  raw.set(kind, views)
}

/** The saved views of a kind that this person may see, once they are read. */
export function viewsOf(kind: string): View[] {
  return (raw.get(kind) ?? []).map((one) => ({ ...one, layout: fromWire(kind, one.layout) }))
}

/**
 * Makes a ledger ready to be shown: the first time in a window by this person's default view, where there
 * is one. False while the views are not read yet.
 */
export function prepared(kind: string): boolean {
  if (!raw.has(kind)) return false
  const first = viewsOf(kind).find((one) => one.is_default)
  if (first && !hasWorked(kind)) showLayout(kind, first.layout, first.id)
  return true
}

/** The view that a ledger shows now, and whether it was changed since it was saved. */
export function presentView(kind: () => string) {
  const view = computed(() => viewsOf(kind()).find((one) => one.id === workingLayout(kind()).view))
  const dirty = computed(() => {
    const { layout } = workingLayout(kind())
    return !sameLayout(layout, view.value?.layout ?? plainLayout(kind()))
  })
  return { view, dirty }
}

type Wish = Pick<View, 'name' | 'shared' | 'pinned' | 'is_default'>

/** Saves a layout as a new view and shows it. */
export async function saveNewView(kind: string, wish: Wish, layout: Layout): Promise<void> {
  const saved = await call('save_view', { kind, ...wish, layout: toWire(layout) })
  await loadViews(kind)
  showLayout(kind, layout, saved.id)
  say('ui.grid.view_saved', { name: wish.name }, true)
}

/** Changes a saved view: its name, who sees it, where it stands, what it shows. */
export async function changeView(view: View, change: Partial<Wish & { layout: Layout }>): Promise<void> {
  const { id, version, kind, name, shared, pinned, is_default, layout } = { ...view, ...change }
  const request: Commands['save_view']['request'] = {
    id,
    seen: version,
    kind,
    name,
    shared,
    pinned,
    is_default,
    layout: toWire(layout),
  }
  await call('save_view', request)
  await loadViews(kind)
  say('ui.grid.view_saved', { name }, true)
}

/** Takes a saved view away; undo brings it back. What it showed stays on the screen. */
export async function dropView(view: View): Promise<void> {
  await call('delete_record', { kind: 'view', id: view.id, seen: view.version })
  await loadViews(view.kind)
  showLayout(view.kind, workingLayout(view.kind).layout)
  say('ui.grid.view_dropped', { name: view.name }, true)
}

alwaysOnChanged((changed) => {
  if (changed.kinds.includes('view'))
    for (const kind of raw.keys()) void loadViews(kind).catch(() => undefined)
})
