import type { Action } from '@/data/actions'
import { m } from '@/words/map'
import type { EditName } from './edit/EditBar.vue'
import { VIEWS, type MapState } from './useMap'
import type { Way } from './walk'

/** What the actions of a map do. */
export interface Doing {
  state: MapState
  past: boolean
  walk: (way: Way) => void
  fit: () => void
  near: () => void
  zoom: (factor: number) => void
  search: () => void
  gap: (by: 1 | -1) => void
  lead: () => void
  visit: () => void
  trips: () => void
  open: () => void
  edit: (name: EditName) => void
  shift: (way: 'earlier' | 'later' | 'out') => void
  judge: () => void
  compare: (of: 'targets' | 'parks') => void
  rules: () => void
  review: (part: 'growth' | 'backtest') => void
}

type Line = readonly [id: string, label: string, keys: string, run: () => void, own?: boolean]

/** All that can be done on a map, for keys, palette and the sheet of shortcuts. */
export function mapActions(to: Doing): Action[] {
  const { state } = to
  const chosen = state.selected.value >= 0
  const only = (run: () => void) => () => chosen && run()
  const board: Line[] = [
    ['left', m('walk.left'), 'ArrowLeft', () => to.walk('left'), true],
    ['right', m('walk.right'), 'ArrowRight', () => to.walk('right'), true],
    ['up', m('walk.up'), 'ArrowUp', () => to.walk('up'), true],
    ['down', m('walk.down'), 'ArrowDown', () => to.walk('down'), true],
    ['fit', m('fit'), '0', to.fit],
    ['near', m('fit_selected'), 'F', to.near],
    ['in', m('zoom_in'), '+', () => to.zoom(1.3)],
    ['wider', m('zoom_out'), '-', () => to.zoom(1 / 1.3)],
  ]
  const editing: Line[] = [
    ['add-below', m('edit.add_below'), 'N', only(() => to.edit('add_below'))],
    ['add-beside', m('edit.add_beside'), 'Shift+N', only(() => to.edit('add_beside'))],
    ['rename', m('edit.rename'), 'F2', only(() => to.edit('rename'))],
    ['move', m('edit.move'), 'M', only(() => to.edit('move'))],
    ['earlier', m('edit.earlier'), 'Alt+Shift+ArrowUp', only(() => to.shift('earlier'))],
    ['later', m('edit.later'), 'Alt+Shift+ArrowDown', only(() => to.shift('later'))],
    ['out-of', m('edit.out'), 'Alt+Shift+ArrowLeft', only(() => to.shift('out'))],
    ['relate', m('edit.relate'), 'R', only(() => to.edit('relate'))],
    ['attach', m('edit.attach'), 'A', only(() => to.edit('attach'))],
    ['merge', m('edit.merge'), 'Shift+M', only(() => to.edit('merge'))],
    ['split', m('edit.split'), 'S', only(() => to.edit('split'))],
    ['add-top', m('edit.add_top'), 'T', () => to.edit('add_top')],
    ['paste', m('edit.paste'), 'P', () => to.edit('paste')],
    ['remove', m('edit.remove'), 'Delete', only(() => to.edit('remove'))],
  ]
  const lines: Line[] = [
    ['search', m('search'), '/', to.search],
    ['gap-next', m('gap_next'), 'G', () => to.gap(1)],
    ['gap-before', m('gap_before'), 'Shift+G', () => to.gap(-1)],
    ['lead', m('lead_make'), 'L', to.lead],
    ['visit', m('visit_add'), 'V', to.visit],
    ['judge', m('judge'), 'O', only(to.judge)],
    ['compare', m('compare.of_targets_of'), 'C', () => to.compare('targets')],
    ['compare-parks', m('compare.of_parks_of'), 'Shift+C', () => to.compare('parks')],
    ['rules', m('rules'), 'K', to.rules],
    ['growth', m('growth.title'), 'H', () => to.review('growth')],
    ['backtest', m('backtest'), 'B', () => to.review('backtest')],
    ['clear', m('clear'), 'Escape', only(state.clear)],
    ['open', m('open'), 'Enter', to.open, true],
    ...(state.view.value === 'board' ? board : []),
    ['out', m('walk.out'), 'Alt+ArrowRight', () => state.follow('out')],
    ['in-of', m('walk.in'), 'Alt+ArrowLeft', () => state.follow('in')],
    ['other', m('walk.other'), 'Alt+ArrowDown', () => state.follow('next')],
    ...VIEWS.map(
      (name, place) => [name, m(`view.${name}`), String(place + 1), () => (state.view.value = name)] as Line,
    ),
    ['trips', m('trip.title'), 'Shift+V', to.trips],
    ['edit', m('edit'), 'E', () => !to.past && (state.editing.value = !state.editing.value)],
    ...(state.editing.value ? editing : []),
  ]
  return lines.map(([id, label, keys, run, own]) => ({
    id: `map-${id}`,
    group: 'page',
    label,
    keys,
    run,
    own,
  }))
}
