import { fieldInfo, type FieldInfo } from '@/data/kinds'
import type { LayoutColumn } from '@/data/layout'
import { choiceLabel, fieldLabel } from '@/fields/labels'
import type { GridColumn } from '@/kit/grid/types'
import { language, t } from '@/words'

const WIDTHS: Record<Exclude<FieldInfo['shape'], 'choice'>, number> = {
  text: 150,
  long_text: 220,
  code: 190,
  flag: 58,
  ref: 150,
  list: 150,
  money: 126,
  number: 104,
  area: 116,
  date: 106,
}
/** How narrow a column becomes before the table scrolls sideways. */
const LEAST: Record<FieldInfo['shape'], number> = {
  text: 92,
  long_text: 130,
  code: 172,
  choice: 82,
  flag: 58,
  ref: 112,
  list: 94,
  money: 112,
  number: 84,
  area: 90,
  // Of a date one looks for the day, which stands last.
  date: 102,
}
const LEAST_NAME = 168
const LEAST_CHOICE = 150
/** Numbers of records are read whole. */
const LEAST_NUMBER = 118
const WIDER_IN_ENGLISH: Partial<typeof WIDTHS> = { money: 40, flag: 16, area: 24 }
const END: FieldInfo['shape'][] = ['money', 'number', 'area']
const NAMED: FieldInfo['shape'][] = ['choice', 'flag', 'ref']
const GROW: FieldInfo['shape'][] = ['text', 'long_text', 'ref', 'list']

/** About as wide as a text is drawn: a Chinese letter takes twice the room of a Latin one. */
const drawn = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 13 : 6.8), 0)

/** What a heading needs to be read whole. */
const MOST_HEADING = 170
/** Room for the button of its menu; beside amounts, of which many stand in a row, it lies over the heading. */
const BUTTON = 22
function headingWidth(kind: string, field: FieldInfo): number {
  const unit = field.shape === 'money' ? drawn(t('ui.money.column')) + 4 : 0
  return Math.min(MOST_HEADING, drawn(fieldLabel(kind, field.name)) + unit + 22)
}

/** The width of a column that nobody has drawn wider: choices by their longest word. */
function usualWidth(kind: string, field: FieldInfo): number {
  const heading = headingWidth(kind, field) + (field.shape === 'money' ? 0 : BUTTON)
  if (field.shape !== 'choice') {
    const more = language() === 'en' ? WIDER_IN_ENGLISH[field.shape] : undefined
    return Math.round(Math.max(heading, WIDTHS[field.shape] + (more ?? 0)))
  }
  const words = (field.choices ?? []).map((one) => drawn(choiceLabel(kind, field, one)) + 42)
  return Math.round(Math.min(180, Math.max(76, heading, ...words)))
}

/** How narrow the column may become. */
function leastWidth(kind: string, field: FieldInfo, first: boolean): number {
  if (first) return LEAST_NAME
  const heading = Math.round(headingWidth(kind, field))
  if (field.name.endsWith('_no')) return Math.max(heading, LEAST_NUMBER)
  if (field.shape === 'choice') return Math.max(heading, Math.min(LEAST_CHOICE, usualWidth(kind, field)))
  return Math.max(heading, LEAST[field.shape] + (language() === 'en' && field.shape === 'area' ? 24 : 0))
}

/** The columns of a ledger as its layout says, the frozen ones first. */
export function ledgerColumns(kind: string, layout: LayoutColumn[]): GridColumn[] {
  return [...layout.filter((one) => one.frozen), ...layout.filter((one) => !one.frozen)].flatMap(
    ({ field: name, width, frozen }, at) => {
      const field = fieldInfo(kind, name)
      if (!field) return []
      return {
        id: name,
        title: fieldLabel(kind, name),
        unit: field.shape === 'money' ? t('ui.money.column') : undefined,
        width: width ?? (at === 0 ? 190 : usualWidth(kind, field)),
        least: width ?? leastWidth(kind, field, at === 0),
        grow: width ? 0 : at === 0 ? 3 : GROW.includes(field.shape) ? 2 : 1,
        align: END.includes(field.shape) ? ('end' as const) : ('start' as const),
        frozen: !!frozen,
        lines: field.shape === 'long_text',
        named: NAMED.includes(field.shape),
        pick: field.shape === 'date' ? t('ui.date.pick', { field: fieldLabel(kind, name) }) : undefined,
      }
    },
  )
}

/** The columns after one of them was put before the one that is number `to`; as many as before are frozen. */
export function movedColumns(
  columns: LayoutColumn[],
  shown: GridColumn[],
  id: string,
  to: number,
): LayoutColumn[] {
  const from = shown.findIndex((one) => one.id === id)
  if (from < 0 || to < 0 || to > shown.length) return columns
  const frozen = shown.filter((one) => one.frozen).length
  const ordered = shown.flatMap((one) => columns.filter((column) => column.field === one.id))
  const [moving] = ordered.splice(from, 1)
  if (moving) ordered.splice(to > from ? to - 1 : to, 0, moving)
  return ordered.map((one, at) => (!!one.frozen === at < frozen ? one : { ...one, frozen: at < frozen }))
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
