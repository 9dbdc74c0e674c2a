import { listFields, type FieldInfo } from '@/data/kinds'
import { fieldLabel } from '@/fields/labels'
import type { GridColumn } from '@/kit/grid/types'
import { language, t } from '@/words'

const WIDTHS: Record<FieldInfo['shape'], number> = {
  text: 150,
  long_text: 220,
  code: 190,
  choice: 122,
  flag: 64,
  ref: 156,
  list: 150,
  money: 134,
  number: 104,
  area: 116,
  date: 106,
}
const WIDER_IN_ENGLISH: Partial<typeof WIDTHS> = { money: 40, choice: 36, flag: 16 }
const END: FieldInfo['shape'][] = ['money', 'number', 'area']
const GROW: FieldInfo['shape'][] = ['text', 'long_text', 'ref', 'list']

/** The columns of the ledger of a kind, from its declaration. */
export function ledgerColumns(kind: string): GridColumn[] {
  const wide = language() === 'en'
  return listFields(kind).map((field, at) => ({
    id: field.name,
    title: fieldLabel(kind, field.name),
    unit: field.shape === 'money' ? t('ui.money.column') : undefined,
    width: at === 0 ? 204 : WIDTHS[field.shape] + (wide ? (WIDER_IN_ENGLISH[field.shape] ?? 0) : 0),
    grow: at === 0 ? 3 : GROW.includes(field.shape) ? 2 : 1,
    align: END.includes(field.shape) ? 'end' : 'start',
  }))
}
