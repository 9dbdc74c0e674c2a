import { onMounted, onUnmounted, type Ref } from 'vue'
import { allActions, isChord, useActions, type Action } from '@/data/actions'
import { goImport } from '@/data/import'
import { go } from '@/data/route'
import { stepHere } from '@/data/undo'
import { canZoom, zoomBack, zoomBy } from '@/data/zoom'
import { kindsLabel } from '@/fields/labels'
import { isComposing } from '@/kit/composing'
import { ledgerKinds } from '@/records/kindIcons'
import { t } from '@/words'
import { openPalette, overlay } from './overlays'
import { saveAll } from './saveAll'

/** The steps, in time and in a text, that a text box with something in it takes for itself. */
const OF_TEXT = ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Alt+ArrowLeft', 'Alt+ArrowRight']
/** Ledgers that can be gone to by Alt and a digit. */
const DIGITS = 9

/** What a browser does by itself. */
const zooms = (): Action[] => [
  {
    id: 'zoom_in',
    group: 'window',
    label: t('ui.zoom.in'),
    keys: 'Ctrl++',
    also: 'Ctrl+=',
    run: () => zoomBy(1),
  },
  { id: 'zoom_out', group: 'window', label: t('ui.zoom.out'), keys: 'Ctrl+-', run: () => zoomBy(-1) },
  { id: 'zoom_back', group: 'window', label: t('ui.zoom.back'), keys: 'Ctrl+0', run: zoomBack },
]
/** What works under a dialog too. */
const ABOVE_ALL = ['palette', 'zoom_in', 'zoom_out', 'zoom_back']

/** What can be done on every page. */
export function windowActions(): Action[] {
  return [
    { id: 'palette', group: 'window', label: t('ui.palette.open'), keys: 'Ctrl+K', run: openPalette },
    { id: 'search', group: 'window', label: t('ui.search.label'), keys: '/', run: openPalette },
    { id: 'undo', group: 'window', label: t('ui.undo.undo'), keys: 'Ctrl+Z', run: () => stepHere('undo') },
    { id: 'redo', group: 'window', label: t('ui.undo.redo'), keys: 'Ctrl+Y', run: () => stepHere('redo') },
    { id: 'save', group: 'window', label: t('ui.saved.label'), keys: 'Ctrl+S', run: () => void saveAll() },
    {
      id: 'sheet',
      group: 'window',
      label: t('ui.sheet.title'),
      keys: '?',
      also: 'F1',
      run: () => (overlay.value = 'sheet'),
    },
    ...(canZoom ? zooms() : []),
    { id: 'back', group: 'go', label: t('ui.nav.back'), keys: 'Alt+ArrowLeft', run: () => history.back() },
    {
      id: 'forward',
      group: 'go',
      label: t('ui.nav.forward'),
      keys: 'Alt+ArrowRight',
      run: () => history.forward(),
    },
    { id: 'map', group: 'go', label: t('ui.nav.chain'), run: () => go({ page: 'chain' }) },
    { id: 'trips', group: 'go', label: t('ui.nav.trips'), run: () => go({ page: 'trips' }) },
    { id: 'place', group: 'go', label: t('ui.nav.place'), run: () => go({ page: 'place' }) },
    { id: 'atlas', group: 'go', label: t('ui.nav.atlas'), run: () => go({ page: 'atlas' }) },
    {
      id: 'figures',
      group: 'go',
      label: t('ui.nav.figures'),
      keys: 'Alt+0',
      run: () => go({ page: 'figures' }),
    },
    ...ledgerKinds().map((kind, index) => ({
      id: kind,
      group: 'go' as const,
      label: kindsLabel(kind),
      keys: index < DIGITS ? `Alt+${index + 1}` : undefined,
      run: () => go({ page: 'ledger', kind }),
    })),
    { id: 'import', group: 'go', label: t('ui.import.title'), run: goImport },
    { id: 'bin', group: 'go', label: t('ui.nav.bin'), run: () => go({ page: 'bin' }) },
    {
      id: 'settings',
      group: 'go',
      label: t('ui.nav.settings'),
      keys: 'Ctrl+,',
      run: () => go({ page: 'settings' }),
    },
  ]
}

/** What hears all keys itself as long as it is open: a dialog, a menu, the list of a choice. */
const OVER = '[role="dialog"], [role="menu"], [role="listbox"][data-state="open"]'

/** A box in which keys write text. */
function textBox(target: EventTarget | null): HTMLInputElement | undefined {
  const element = target as HTMLInputElement | null
  return element?.matches?.('input, textarea, [contenteditable]') ? element : undefined
}

/** Whether this key now belongs to the text box it was pressed in. */
function ofText(event: KeyboardEvent, keys: string): boolean {
  const box = textBox(event.target)
  if (!box) return false
  return OF_TEXT.includes(keys) ? box.value !== '' : !/Ctrl|Alt|^F\d/.test(keys)
}

/** Runs the actions on offer by their keys. */
export function useShortcuts(inside: Ref<boolean>): void {
  useActions(() => (inside.value ? windowActions() : []))
  function keyed(event: KeyboardEvent): void {
    if (!inside.value || isComposing(event) || event.defaultPrevented) return
    // All of a window is nothing that anybody marks.
    if (isChord(event, 'Ctrl+A') && !textBox(event.target)) return event.preventDefault()
    // A browser would write its own copy of the page.
    if (isChord(event, 'Ctrl+S')) event.preventDefault()
    // Under a dialog, only the palette's own key works.
    const covered = document.querySelector(OVER) !== null
    if (isChord(event, 'Ctrl+Shift+Z') && !ofText(event, 'Ctrl+Shift+Z') && !covered) stepHere('redo')
    else {
      const chord = ({ keys, also }: Action) => [keys, also].find((one) => one && isChord(event, one))
      const meant = allActions.value.find((one) => !one.own && chord(one))
      if (!meant || ofText(event, chord(meant) ?? '')) return
      if (covered && !ABOVE_ALL.includes(meant.id)) return
      meant.run()
    }
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', keyed))
  onUnmounted(() => window.removeEventListener('keydown', keyed))
}
