import type { FieldInfo } from '@/data/kinds'
import type { Filter } from '@/data/rows'
import type { Value } from '@/data/value'
import { choiceLabel, fieldLabel } from '@/fields/labels'
import { readField } from '@/fields/read'
import { fullText } from '@/fields/show'
import { t } from '@/words'

export type Op = Filter['op']

/** What can be asked of a field of each shape; the first is offered first. */
export function operators(field: FieldInfo): Op[] {
  switch (field.shape) {
    case 'money':
    case 'number':
    case 'area':
    case 'date':
      return ['at_least', 'at_most', 'is', 'blank', 'filled']
    case 'choice':
      return ['is', 'not', 'blank', 'filled']
    case 'flag':
      return ['is', 'not']
    default:
      return ['contains', 'blank', 'filled']
  }
}

export const needsValue = (op: Op): boolean => op !== 'blank' && op !== 'filled'

/** Makes a filter from what was typed or chosen; undefined where it cannot be read. */
export function makeFilter(kind: string, field: FieldInfo, op: Op, typed: string): Filter | undefined {
  if (!needsValue(op)) return { field: field.name, op }
  if (!typed.trim()) return undefined
  if (op === 'contains') return { field: field.name, op, value: typed.trim() }
  const reading = readField(kind, field, typed, null)
  return reading.ok && reading.value !== null ? { field: field.name, op, value: reading.value } : undefined
}

/** A filter as words, for its chip. */
export function filterText(kind: string, field: FieldInfo, filter: Filter): string {
  const value = (filter.value ?? null) as Value
  const shown =
    typeof value === 'string'
      ? field.shape === 'choice'
        ? choiceLabel(kind, field, value)
        : value
      : fullText(kind, field, value, {})
  return [fieldLabel(kind, field.name), t(`ui.op.${filter.op}`), needsValue(filter.op) ? shown : '']
    .filter(Boolean)
    .join(' ')
}
