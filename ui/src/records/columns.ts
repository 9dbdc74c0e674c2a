import { fieldInfo, type FieldInfo } from '@/data/kinds'
import type { LayoutColumn } from '@/data/layout'
import { fieldLabel } from '@/fields/labels'
import type { GridColumn } from '@/kit/grid/types'
import { language, t } from '@/words'

const WIDTHS: Record<FieldInfo['shape'], number> = {
  text: 150,
  long_text: 220,
  code: 190,
  choice: 118,
  flag: 58,
  ref: 150,
  list: 150,
  money: 126,
  number: 104,
  area: 116,
  date: 106,
}
const WIDER_IN_ENGLISH: Partial<typeof WIDTHS> = { money: 40, choice: 36, flag: 16 }
const END: FieldInfo['shape'][] = ['money', 'number', 'area']
const GROW: FieldInfo['shape'][] = ['text', 'long_text', 'ref', 'list']

/** The columns of a ledger as its layout says, the frozen ones first. */
export function ledgerColumns(kind: string, layout: LayoutColumn[]): GridColumn[] {
  const wide = language() === 'en'
  return [...layout.filter((one) => one.frozen), ...layout.filter((one) => !one.frozen)].flatMap(
    ({ field: name, width, frozen }, at) => {
      const field = fieldInfo(kind, name)
      if (!field) return []
      const usual = WIDTHS[field.shape] + (wide ? (WIDER_IN_ENGLISH[field.shape] ?? 0) : 0)
      return {
        id: name,
        title: fieldLabel(kind, name),
        unit: field.shape === 'money' ? t('ui.money.column') : undefined,
        width: width ?? (at === 0 ? 190 : usual),
        grow: width ? 0 : at === 0 ? 3 : GROW.includes(field.shape) ? 2 : 1,
        align: END.includes(field.shape) ? ('end' as const) : ('start' as const),
        frozen: !!frozen,
        lines: field.shape === 'long_text',
      }
    },
  )
}

/** The columns after one of them was put before the one that is number `to`; beside frozen ones it freezes. */
export function movedColumns(
  columns: LayoutColumn[],
  shown: GridColumn[],
  id: string,
  to: number,
): LayoutColumn[] {
  const from = shown.findIndex((one) => one.id === id)
  if (from < 0 || to < 0 || to > shown.length) return columns
  const frozen = shown.filter((one) => one.frozen && one.id !== id).length
  const ordered = shown.flatMap((one) => columns.filter((column) => column.field === one.id))
  const [moving] = ordered.splice(from, 1)
  const place = to > from ? to - 1 : to
  if (moving) ordered.splice(place, 0, { ...moving, frozen: place < frozen })
  return ordered
}

/** The columns with those up to one of them frozen and the others not; with none named, none is. */
export function frozenUpTo(
  columns: LayoutColumn[],
  shown: GridColumn[],
  id: string | undefined,
): LayoutColumn[] {
  const last = shown.findIndex((one) => one.id === id)
  return shown.flatMap((one, at) =>
    columns.filter((column) => column.field === one.id).map((column) => ({ ...column, frozen: at <= last })),
  )
}
