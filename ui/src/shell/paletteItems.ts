import { BookmarkCheck, CornerDownRight, Plus, SlidersHorizontal, Zap } from '@lucide/vue'
import type { Component } from 'vue'
import type { Action, ActionGroup } from '@/data/actions'
import type { SearchHit, View } from '@/data/lookups'
import type { RecentItem } from '@/data/opened'
import { go } from '@/data/route'
import { fieldLabel, kindLabel, kindsLabel } from '@/fields/labels'
import { kindIcon } from '@/records/kindIcons'
import { t } from '@/words'
import { marksOf, type Mark } from './marks'
import { PAGE_ICONS } from './pageIcons'
import { soundsLike } from './sounds'

export type PaletteGroup = 'recent' | 'found' | 'view' | ActionGroup

/** One line of the palette. */
export interface Item {
  key: string
  group: PaletteGroup
  /** Its name is what was typed, or begins with it: such lines come before all groups. */
  best?: boolean
  icon: Component
  title: string
  marks: readonly Mark[]
  /** What it is: the kind of a record. */
  note?: string
  /** Where the text was found, when not in the title. */
  under?: string
  underMarks?: readonly Mark[]
  keys?: string
  run: () => void
}

const ICONS: Record<ActionGroup, Component> = {
  record: Zap,
  page: Zap,
  new: Plus,
  go: CornerDownRight,
  window: Zap,
  setting: SlidersHorizontal,
}
/** How many lines of actions a text brings. */
const MOST = 8

const openRecord = (kind: string, id: string) => () => go({ page: 'record', kind, id })

export const recentItem = (one: RecentItem): Item => ({
  key: `recent-${one.id}`,
  group: 'recent',
  icon: kindIcon(one.kind),
  title: one.title || t('ui.record.untitled'),
  marks: [],
  note: kindLabel(one.kind),
  run: openRecord(one.kind, one.id),
})

export function hitItem(hit: SearchHit, typed: string): Item {
  const elsewhere = hit.snippet !== '' && hit.snippet !== hit.title
  const label = elsewhere ? `${fieldLabel(hit.kind, hit.matched_field)}  ` : ''
  return {
    key: `hit-${hit.kind}-${hit.id}`,
    group: 'found',
    best: hit.title.toLowerCase() === typed.toLowerCase(),
    icon: kindIcon(hit.kind),
    title: hit.title || t('ui.record.untitled'),
    marks: hit.title_marks,
    note: kindLabel(hit.kind),
    under: elsewhere ? label + hit.snippet : undefined,
    underMarks: hit.snippet_marks.map(([from, to]) => [from + label.length, to + label.length] as const),
    run: openRecord(hit.kind, hit.id),
  }
}

const viewItem = (view: View, typed: string): Item => ({
  key: `view-${view.id}`,
  group: 'view',
  icon: BookmarkCheck,
  title: view.name,
  marks: marksOf(view.name, typed),
  note: kindsLabel(view.kind),
  run: () => go({ page: 'ledger', kind: view.kind, view: view.id }),
})

const actionItem = (one: Action, typed: string): Item => ({
  key: `do-${one.group}-${one.id}`,
  group: one.group,
  icon: one.group === 'go' ? placeIcon(one.id) : ICONS[one.group],
  title: one.label,
  marks: marksOf(one.label, typed),
  keys: one.keys,
  run: one.run,
})

/** A page is gone to under its icon in the navigation, a ledger under its kind's. */
function placeIcon(id: string): Component {
  if (id in PAGE_ICONS) return PAGE_ICONS[id as keyof typeof PAGE_ICONS]
  return kindLabel(id) === id ? ICONS.go : kindIcon(id)
}

/**
 * How well a text fits a name: 4 as the whole of it, 3 as its beginning or all of its sounds, 2 within, 1 by some
 * of its sounds or by the name in the program.
 */
export function fit(label: string, id: string, typed: string): number {
  const wanted = typed.toLowerCase()
  const at = label.toLowerCase().indexOf(wanted)
  if (at === 0) return wanted.length === label.length ? 4 : 3
  if (at > 0) return 2
  const sounds = soundsLike(label, typed)
  if (sounds) return sounds === 'whole' ? 3 : 1
  return wanted.length > 1 && id.replaceAll('_', ' ').includes(wanted) ? 1 : 0
}

/**
 * The views and actions that a text means: the best first, of those as good the ones used lately. All of them
 * where nothing is typed, the ones used lately beside the recent records.
 */
export function namedItems(views: View[], actions: Action[], typed: string, used: string[] = []): Item[] {
  const place = ({ key }: Item) => (used.includes(key) ? used.indexOf(key) : used.length)
  const all = [
    ...views.map((view) => ({ item: viewItem(view, typed), fit: fit(view.name, '', typed) })),
    ...actions
      .filter((one) => one.id !== 'palette' && one.id !== 'search')
      .map((one) => ({ item: actionItem(one, typed), fit: fit(one.label, one.id, typed) })),
  ]
  if (!typed)
    return all
      .map(({ item }): Item => (used.includes(item.key) ? { ...item, group: 'recent' } : item))
      .sort((a, b) => place(a) - place(b))
  return all
    .filter((one) => one.fit > 0)
    .sort((a, b) => b.fit - a.fit || place(a.item) - place(b.item))
    .slice(0, MOST)
    .map(({ item, fit }) => {
      const best = fit >= (typed.length > 1 ? 3 : 4)
      return best ? { ...item, best, note: item.note ?? t(`ui.palette.group_${item.group}`) } : item
    })
}

const ORDER: PaletteGroup[] = ['recent', 'found', 'record', 'page', 'view', 'go', 'new', 'window', 'setting']

/** The lines by group, what fits best before all others: a group keeps its place, its lines their order. */
export function grouped(items: Item[]): { group: PaletteGroup | 'best'; items: Item[] }[] {
  const of = (group: PaletteGroup) => items.filter((one) => !one.best && one.group === group)
  return [
    { group: 'best' as const, items: items.filter((one) => one.best) },
    ...ORDER.map((group) => ({ group, items: of(group) })),
  ].filter((one) => one.items.length)
}
