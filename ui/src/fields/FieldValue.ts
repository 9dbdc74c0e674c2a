import { Check } from '@lucide/vue'
import { h, type FunctionalComponent } from 'vue'
import type { FieldInfo } from '@/data/kinds'
import { absentOf, isBlank } from '@/data/value'
import { t } from '@/words'
import './FieldValue.css'
import { markText, valueText, type Names } from './show'

/**
 * A value in a cell. A function and no stateful component: a ledger draws hundreds of these at once, and a
 * start waits for them.
 */
export const FieldValue: FunctionalComponent<{
  kind: string
  field: FieldInfo
  value: unknown
  names: Names
}> = ({ kind, field, value, names }) => {
  if (field.shape === 'flag')
    return value === true ? h(Check, { class: 'tick', role: 'img', 'aria-label': t('ui.yes') }) : null
  if (isBlank(value)) return null
  const text = valueText(kind, field, value, names, true)
  if (absentOf(value)) return h('span', { class: 'absent' }, text)
  if (field.shape === 'choice') return h('span', { class: 'choice' }, text)
  const mark = markText(value)
  return h('span', { class: 'value', title: text }, [mark && h('span', { class: 'mark' }, mark), text])
}
FieldValue.props = ['kind', 'field', 'value', 'names']
