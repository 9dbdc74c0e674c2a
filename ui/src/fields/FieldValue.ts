import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import type { FieldInfo } from '@/data/kinds'
import { absentOf, isBlank } from '@/data/value'
import { t } from '@/words'
import './FieldValue.css'
import { markText, moneyTail, valueText, type Names } from './show'

/**
 * A value in a cell: a bare text wherever that says it all. A function and no component: a ledger draws
 * hundreds of these at once, a start waits for them, and scrolling draws them again and again.
 */
export function fieldContent(
  kind: string,
  field: FieldInfo,
  value: unknown,
  names: Names,
  /** The decimals of the amounts that it stands under. */
  places = 0,
): VNodeChild {
  if (field.shape === 'flag')
    return value === true ? h('span', { class: 'tick', role: 'img', 'aria-label': t('ui.yes') }) : ''
  if (isBlank(value)) return ''
  const words = valueText(kind, field, value, names, true)
  const text = field.shape === 'money' ? words + moneyTail(words, places) : words
  if (absentOf(value)) return h('span', { class: 'absent' }, words)
  if (field.shape === 'choice') return h('span', { class: 'choice' }, words)
  const mark = markText(value)
  return mark ? [h('span', { class: 'mark' }, mark), text] : text
}

/** The same as a component, for the few places that show a value outside a ledger. */
export const FieldValue: FunctionalComponent<{
  kind: string
  field: FieldInfo
  value: unknown
  names: Names
}> = ({ kind, field, value, names }) => fieldContent(kind, field, value, names)
FieldValue.props = ['kind', 'field', 'value', 'names']
